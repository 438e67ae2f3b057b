using Demarche.Store;

namespace Demarche.Cluster.Working;

/// <summary>Asks a store which reports it keeps already; those that come while a question is out are asked of together. Thread-safe.</summary>
internal sealed class KnownLookup(IEventStore store, StorePatience patience)
{
    private readonly Lock _turn = new();
    private Question _open = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Whether the report of a hash is kept.</summary>
    public async Task<bool> HasAsync(string hash)
    {
        Task<IReadOnlySet<string>> answer;
        lock (_turn)
        {
            _open.Hashes.Add(hash);
            if (_open.Hashes.Count == 1)
            {
                _last = _open.Answer = AskAsync(_open, _last);
            }

            answer = _open.Answer!;
        }

        return (await answer).Contains(hash);
    }

    private async Task<IReadOnlySet<string>> AskAsync(Question one, Task before)
    {
        await Task.Yield();            // never under the lock
        await Task.WhenAny(before);    // whatever came of it
        lock (_turn)
        {
            _open = new Question();
        }

        return await patience.UntilDoneAsync(() => store.KnownAsync(one.Hashes, CancellationToken.None));
    }

    private sealed class Question
    {
        public List<string> Hashes { get; } = [];

        public Task<IReadOnlySet<string>>? Answer { get; set; }
    }
}
