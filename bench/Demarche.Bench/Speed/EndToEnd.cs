using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Demarche.Bench.Speed;

/// <summary><c>demarche code</c> as a user starts it, from a file of stories to JSON lines, on one core and on more: seconds, processor time, memory, and whether the output is the same.</summary>
internal static class EndToEnd
{
    /// <summary>Runs the command once for each number of cores, with as many threads and confined to them, and prints a row each.</summary>
    /// <param name="path">The stories.</param>
    /// <param name="program">The command as it is shipped (<c>eng/pack.sh</c>); null for the one that was built beside this.</param>
    /// <param name="cores">Numbers of cores, one run each.</param>
    internal static int Run(string path, string? program, IReadOnlyList<int> cores)
    {
        var stories = File.ReadLines(path).Count();
        var first = default((TimeSpan Wall, string Hash));
        Console.WriteLine("| cores | stories a second | stories a second of processor time | of linear | peak MB | output |\n|---|---|---|---|---|---|");
        foreach (var count in cores)
        {
            var output = Path.GetTempFileName();
            var (wall, processor, peak) = Code(path, program, output, count);
            var hash = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(output)))[..12];
            File.Delete(output);
            first = first.Hash is null ? (wall * count, hash) : first;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {count} | {stories / wall.TotalSeconds:N1} | {stories / processor.TotalSeconds:N1} | {first.Wall / (wall * count):P1} | {peak >> 20} | {hash} |"));
            if (hash != first.Hash)
            {
                Console.Error.WriteLine("The output depends on the number of cores.");
                return 1;
            }
        }

        return 0;
    }

    private static (TimeSpan Wall, TimeSpan Processor, long Peak) Code(string path, string? program, string output, int cores)
    {
        string[] arguments = ["code", path, "--format", "jsonl", "--output", output, "--jobs", cores.ToString(CultureInfo.InvariantCulture)];
        var clock = Stopwatch.StartNew();
        using var run = Confined(cores, () => program is null ? Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Demarche.Cli.dll"), .. arguments]) : Process.Start(program, arguments));
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!run.WaitForExit(100))
        {
            run.Refresh();
            (peak, processor) = (Math.Max(peak, run.PeakWorkingSet64), run.TotalProcessorTime);
        }

        return (clock.Elapsed, processor, peak);
    }

    // A process may use the processors that the thread may that starts it. Were it not confined, what is run on one thread would be compiled and cleaned up on another core.
    private static Process Confined(int cores, Func<Process> start)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
        {
            return start();
        }

        using var own = Process.GetCurrentProcess();
        var all = own.ProcessorAffinity;
        own.ProcessorAffinity = First(all, cores);
        try
        {
            return start();
        }
        finally
        {
            own.ProcessorAffinity = all;
        }
    }

    private static nint First(nint processors, int count)
    {
        var first = (nint)0;
        for (var i = 0; i < 64 && BitOperations.PopCount((nuint)first) < count; i++)
        {
            first |= processors & ((nint)1 << i);
        }

        return first;
    }
}
