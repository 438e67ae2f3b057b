using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Demarche.Bench.Speed;

/// <summary><c>demarche code</c> as a user starts it, from a file of stories to JSON lines, on one thread and on more: seconds, processor time, memory, and whether the output is the same.</summary>
internal static class EndToEnd
{
    internal static int Run(string path, IReadOnlyList<int> threads)
    {
        var stories = File.ReadLines(path).Count();
        var first = default((TimeSpan Wall, string Hash));
        Console.WriteLine("| threads | stories a second | stories a second of processor time | of linear | peak MB | output |\n|---|---|---|---|---|---|");
        foreach (var count in threads)
        {
            var output = Path.GetTempFileName();
            var (wall, processor, peak) = Code(path, output, count);
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

    private static (TimeSpan Wall, TimeSpan Processor, long Peak) Code(string path, string output, int threads)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Demarche.Cli.dll");
        var clock = Stopwatch.StartNew();
        using var run = Process.Start("dotnet", [program, "code", path, "--format", "jsonl", "--output", output, "--jobs", threads.ToString(CultureInfo.InvariantCulture)]);
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!run.WaitForExit(100))
        {
            run.Refresh();
            (peak, processor) = (Math.Max(peak, run.PeakWorkingSet64), run.TotalProcessorTime);
        }

        return (clock.Elapsed, processor, peak);
    }
}
