using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Demarche.Bench.Speed;

/// <summary><c>demarche code</c> as a user starts it, from a file of stories to JSON lines, on one thread and on more: seconds, processor time, memory, and whether the output is the same.</summary>
internal static class EndToEnd
{
    /// <summary>Runs the command once for each number of threads and prints a row each.</summary>
    /// <param name="path">The stories.</param>
    /// <param name="program">The command as it is shipped (<c>eng/pack.sh</c>); null for the one that was built beside this.</param>
    /// <param name="threads">Numbers of threads, one run each.</param>
    internal static int Run(string path, string? program, IReadOnlyList<int> threads)
    {
        var stories = File.ReadLines(path).Count();
        var first = default((TimeSpan Wall, string Hash));
        Console.WriteLine("| threads | stories a second | stories a second of processor time | of linear | peak MB | output |\n|---|---|---|---|---|---|");
        foreach (var count in threads)
        {
            var output = Path.GetTempFileName();
            var (wall, processor, peak) = Code(path, program, output, count);
            var hash = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(output)))[..12];
            File.Delete(output);
            first = first.Hash is null ? (wall * count, hash) : first;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {count} | {stories / wall.TotalSeconds:N1} | {stories / processor.TotalSeconds:N1} | {first.Wall / (wall * count):P1} | {peak >> 20} | {hash} |"));
            if (hash != first.Hash)
            {
                Console.Error.WriteLine("The output depends on the number of threads.");
                return 1;
            }
        }

        return 0;
    }

    private static (TimeSpan Wall, TimeSpan Processor, long Peak) Code(string path, string? program, string output, int threads)
    {
        string[] arguments = ["code", path, "--format", "jsonl", "--output", output, "--jobs", threads.ToString(CultureInfo.InvariantCulture)];
        var clock = Stopwatch.StartNew();
        using var run = program is null ? Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Demarche.Cli.dll"), .. arguments]) : Process.Start(program, arguments);
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!run.WaitForExit(100))
        {
            run.Refresh();
            (peak, processor) = (Math.Max(peak, run.PeakWorkingSet64), run.TotalProcessorTime);
        }

        return (clock.Elapsed, processor, peak);
    }
}
