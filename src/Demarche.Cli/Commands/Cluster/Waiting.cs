namespace Demarche.Cli.Commands.Cluster;

/// <summary>A server that starts beside a worker, or again after a fault, may need a while before it answers.</summary>
internal static class Waiting
{
    private const string NoStoreServer = "DEM607";
    private const string StoreLost = "DEM609";   // it ended while it was being opened
    private const string NoQueueServer = "DEM801";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <summary>Opens what is on a server; while that does not answer, the user is told once, and it is tried again for a minute.</summary>
    public static async Task<Outcome<T>> ForAsync<T>(Func<Task<Outcome<T>>> open, Streams streams, CancellationToken stop)
        where T : class
    {
        var isTold = false;
        for (var since = TimeProvider.System.GetTimestamp(); ;)
        {
            var opened = await open();
            if (opened.Failure is not { Number: NoStoreServer or StoreLost or NoQueueServer } away || TimeProvider.System.GetElapsedTime(since) > Longest)
            {
                return opened;
            }

            if (!isTold)
            {
                streams.Complain(away);
                isTold = true;
            }

            try
            {
                await Task.Delay(Between, stop);
            }
            catch (OperationCanceledException)
            {
                return opened;
            }
        }
    }
}
