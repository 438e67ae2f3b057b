using System.Diagnostics;
using System.Globalization;
using Demarche.Store.Ingesting;
using Demarche.Store.Sources;
using Spectre.Console;

namespace Demarche.Cli.Output;

/// <summary>Shows how far an ingest is: a bar with rate and time left where standard error is a terminal, nothing otherwise.</summary>
internal sealed class IngestProgress
{
    private readonly IAnsiConsole? _console;
    private readonly ProgressTask? _bar;
    private readonly Streams _streams;
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _inputs;
    private int _failures;

    private IngestProgress(Streams streams, IAnsiConsole? console, ProgressTask? bar)
    {
        _streams = streams;
        _console = console;
        _bar = bar;
    }

    /// <summary>Runs <paramref name="work"/> under a progress bar.</summary>
    public static Task<T> ShowAsync<T>(string[] paths, Streams streams, Func<IngestProgress, Task<T>> work)
    {
        if (Console.IsErrorRedirected || !ReferenceEquals(streams.Errors, Console.Error))
        {
            return work(new IngestProgress(streams, console: null, bar: null));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(streams.Errors) });
        return console.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn { Style = new Style(decoration: Decoration.Dim) }, new TaskDescriptionColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("reading", maxValue: Math.Max(1, ReportSources.LengthOf(paths)));
                var result = await work(new IngestProgress(streams, console, bar));
                bar.Value = bar.MaxValue;
                return result;
            });
    }

    /// <summary>Counts an input that is done with.</summary>
    public void Add(IngestStep step)
    {
        _inputs++;
        _failures += step.Failure is null ? 0 : 1;
        if (_bar is null)
        {
            return;
        }

        _bar.Value = Math.Max(_bar.Value, step.BytesBefore);
        var rate = _inputs / Math.Max(0.001, Stopwatch.GetElapsedTime(_started).TotalSeconds);
        _bar.Description = string.Create(CultureInfo.InvariantCulture, $"{_inputs:N0} reports, {rate:N0} a second{(_failures > 0 ? $", {_failures:N0} failed" : "")}");
    }

    /// <summary>Writes a message above the bar.</summary>
    public void Complain(Diagnostic diagnostic)
    {
        if (_console is null)
        {
            _streams.Complain(diagnostic);
        }
        else
        {
            _console.WriteLine("demarche: " + diagnostic);
        }
    }

    /// <summary>What was done, on one line.</summary>
    public static string Summary(IngestCounts counts, string store)
    {
        string[] parts =
        [
            $"{counts.New} {(counts.New == 1 ? "report" : "reports")} added",
            counts.Recoded > 0 ? $"{counts.Recoded} coded anew" : "",
            counts.Known > 0 ? $"{counts.Known} known already" : "",
            counts.Failed > 0 ? $"{counts.Failed} failed" : "",
            $"{counts.Events} events",
        ];
        var done = string.Join(", ", parts.Where(p => p.Length > 0));
        return $"{store}: {done}{(counts.Stopped ? "; stopped: run the same command again to go on" : "")}";
    }
}
