using System.Runtime;

namespace Demarche.Cli;

/// <summary>While it lasts nobody looks for garbage: for loading, of which nearly all stays, and which takes half as long again when the heap is searched six times.</summary>
/// <remarks>Where memory is short, or another call in the process pauses already, nothing is paused; who takes more than expected ends the pause.</remarks>
internal sealed class GarbagePause : IDisposable
{
    private const long Bytes = 128 << 20;        // twice what loading takes; it need not be there
    private const long LargeBytes = 16 << 20;    // of them, for what is larger than the collector moves about
    private const long ShareOfMemory = 8;
    private bool _started;

    /// <summary>Starts it where that can be had.</summary>
    public GarbagePause()
    {
        try
        {
            _started = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= ShareOfMemory * Bytes && GC.TryStartNoGCRegion(Bytes, LargeBytes, disallowFullBlockingGC: true);
            if (_started)
            {
                LargePages.Ask();
            }
        }
        catch (InvalidOperationException)
        {
            // Another call pauses.
        }
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        try
        {
            if (_started && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            {
                GC.EndNoGCRegion();
            }

            _started = false;
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and here.
        }
    }
}
