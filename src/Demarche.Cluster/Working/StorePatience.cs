using Demarche.Store;
using Microsoft.Extensions.Logging;

namespace Demarche.Cluster.Working;

/// <summary>Waits for a store that is away: what is coded stays in memory, nothing new is pulled, and the work goes on when the store answers.</summary>
/// <param name="log">Told of each wait.</param>
/// <param name="giveUp">Ends the waiting.</param>
internal sealed class StorePatience(ILogger log, CancellationToken giveUp)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Does it, as often as it takes. What the store refuses because of what it was given is thrown.</summary>
    public async Task<T> UntilDoneAsync<T>(Func<Task<T>> work)
    {
        for (var wait = Shortest; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            giveUp.ThrowIfCancellationRequested();
            try
            {
                return await work();
            }
            catch (StoreException fault) when (!fault.BlamesData)
            {
                log.StoreAway(fault.Diagnostic.Number, wait.TotalSeconds);
            }

            await Task.Delay(wait, giveUp);
        }
    }

    /// <summary>The same for work that gives nothing.</summary>
    public Task UntilDoneAsync(Func<Task> work) => UntilDoneAsync(async () =>
    {
        await work();
        return true;
    });
}
