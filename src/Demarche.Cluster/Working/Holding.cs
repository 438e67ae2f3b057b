using System.Collections.Concurrent;

namespace Demarche.Cluster.Working;

/// <summary>What a worker holds: it tells the queue that each is still being worked on, and takes no more than it has room for. Thread-safe.</summary>
internal sealed class Holding(WorkerSettings settings)
{
    private readonly ConcurrentDictionary<ulong, Delivery> _held = new();

    /// <summary>How many more there is room for.</summary>
    public int Room => settings.Window - _held.Count;

    /// <summary>Takes one until it is done with.</summary>
    public void Take(Delivery one)
    {
        _held[one.Number] = one;
        _ = ReleaseAsync(one);
    }

    /// <summary>Comes back when there is room for half of a window, so that a pull is worth its while.</summary>
    public Task RoomAsync(CancellationToken cancellation) => DownToAsync(settings.Window / 2, cancellation);

    /// <summary>Comes back when it holds no more than so many.</summary>
    public async Task DownToAsync(int most, CancellationToken cancellation)
    {
        // Counted and waited for in one look, as others let go meanwhile.
        while (_held.Values.Select(d => d.Done).ToArray() is var held && held.Length > most)
        {
            await Task.WhenAny(held).WaitAsync(cancellation);
            await Task.Yield();   // what is done is let go of on another thread
        }
    }

    /// <summary>Says of each, three times in the time that a silent worker has, that it is still being worked on.</summary>
    public async Task SayBusyAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(settings.AckWait / 3);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                await Task.WhenAll(_held.Values.Select(d => d.SayBusyAsync()));
            }
        }
        catch (OperationCanceledException)
        {
            // The worker ends.
        }
    }

    private async Task ReleaseAsync(Delivery one)
    {
        await one.Done;
        _held.TryRemove(new KeyValuePair<ulong, Delivery>(one.Number, one));
    }
}
