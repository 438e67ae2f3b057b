using System.Collections.Concurrent;

namespace Demarche.Web.Views;

/// <summary>Remembers for a short while what many readers ask alike, and asks once for all who wait. Thread-safe.</summary>
/// <remarks>A correction or a new report made here forgets everything; what another process writes shows after <see cref="Kept"/>.</remarks>
public sealed class Answers
{
    private const int Most = 500;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<string, (long Until, Lazy<Task<object>> Answer)> _answers = new(StringComparer.Ordinal);

    /// <summary>The answer to a question, asked now or a moment ago.</summary>
    /// <param name="question">Names it: two questions of the same name are the same.</param>
    /// <param name="ask">Asks it.</param>
    public async Task<T> OfAsync<T>(string question, Func<Task<T>> ask)
        where T : notnull
    {
        var now = Environment.TickCount64;
        var found = _answers.AddOrUpdate(
            question, _ => Fresh(), (_, known) => known.Until > now && known.Answer is not { IsValueCreated: true, Value.IsFaulted: true } ? known : Fresh());
        if (_answers.Count > Most)
        {
            foreach (var (old, _) in _answers.Where(a => a.Value.Until <= now))
            {
                _answers.TryRemove(old, out _);
            }
        }

        return (T)await found.Answer.Value;

        (long, Lazy<Task<object>>) Fresh() => (now + (long)Kept.TotalMilliseconds, new Lazy<Task<object>>(async () => await ask()));
    }

    /// <summary>Forgets everything: the record has changed.</summary>
    public void Forget() => _answers.Clear();
}
