using System.Threading.Channels;
using Demarche.Reports;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Store.Ingesting;

/// <summary>Codes reports side by side and keeps them one batch after the other, in the order of the inputs. One run an object.</summary>
/// <remarks>
/// A batch is one transaction, so that whatever ends the run leaves whole reports only; running it again goes on where it stopped, because
/// a report that is kept is known by its content.
/// </remarks>
public sealed class Ingestion
{
    private const int MostReportsInABatch = 64;
    private const int Lookahead = 4;   // rounds a thread that may wait, coded, for an earlier one
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(500);
    private readonly IEventStore _store;
    private readonly IngestSettings _settings;
    private readonly ReportCoder _coder;
    private readonly KeptHashes _kept = new();
    private readonly IClock _clock;
    private readonly List<ReportCoding> _codings = [];
    private readonly List<Diagnostic> _failures = [];
    private IngestCounts _counts;

    /// <summary>A run into a store.</summary>
    public Ingestion(Pipeline pipeline, string codebookVersion, IEventStore store, IngestSettings settings, IClock clock)
    {
        _store = store;
        _settings = settings;
        _clock = clock;
        _coder = new ReportCoder(pipeline, codebookVersion, settings.MinConfidence, clock);
    }

    /// <summary>Reads, codes and keeps all inputs.</summary>
    /// <param name="inputs">Reports as they are found, enumerated once, on one thread; each is read where it is coded.</param>
    /// <param name="progress">Told of every input that is done with, in order; a failure is among them.</param>
    /// <param name="cancellation">Stops reading; what is coded by then is kept.</param>
    /// <returns>What was done; see <see cref="IngestCounts.Stopped"/>.</returns>
    public async Task<IngestCounts> RunAsync(IEnumerable<PendingReport> inputs, Action<IngestStep> progress, CancellationToken cancellation = default)
    {
        await foreach (var known in _store.KnownAsync(cancellation))
        {
            _kept.Note(known.Hash, _coder.IsCurrent(known));
        }

        using var fault = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var waiting = Channel.CreateBounded<Task<IngestStep[]>>(new BoundedChannelOptions(_settings.Jobs * Lookahead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(inputs, waiting.Writer, fault.Token), CancellationToken.None);
        try
        {
            await WriteAsync(waiting.Reader, progress);
            await reading;
        }
        finally
        {
            await fault.CancelAsync();
            waiting.Writer.TryComplete();
            await Task.WhenAny(reading);
        }

        return _counts with { Stopped = cancellation.IsCancellationRequested };
    }

    private async Task ReadAsync(IEnumerable<PendingReport> inputs, ChannelWriter<Task<IngestStep[]>> waiting, CancellationToken cancellation)
    {
        try
        {
            // One scheduler holds the coding to so many threads, whatever else the pool does.
            var threads = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, _settings.Jobs).ConcurrentScheduler);
            foreach (var round in ReportRounds.Of(inputs))
            {
                if (cancellation.IsCancellationRequested)
                {
                    break;
                }

                await waiting.WriteAsync(threads.StartNew(() => StepsOf(round), cancellation), cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The user stopped the run: what was handed over is still kept.
        }
        finally
        {
            waiting.TryComplete();
        }
    }

    // Reads and codes the inputs of a round, but those that are kept already or came before.
    private IngestStep[] StepsOf(PendingReport[] round)
    {
        var steps = Array.ConvertAll(round, input => new IngestStep(input.Name, input.BytesBefore));
        var wanted = new List<int>();
        var reports = new List<(Report Report, string Hash)>();
        for (var i = 0; i < round.Length; i++)
        {
            var read = round[i].Read();
            if (read.Value is not { } report)
            {
                steps[i] = steps[i] with { Failure = read.Failure };
            }
            else if (ContentHash.Of(report) is var hash && _kept.Wants(hash, _settings, out var isNew))
            {
                steps[i] = steps[i] with { IsNew = isNew };
                wanted.Add(i);
                reports.Add((report, hash));
            }
        }

        foreach (var (i, coding) in wanted.Zip(_coder.Code(reports, _settings.Date)))
        {
            steps[i] = steps[i] with { Coding = coding.Value, Failure = coding.Failure };
        }

        return steps;
    }

    private async Task WriteAsync(ChannelReader<Task<IngestStep[]>> waiting, Action<IngestStep> progress)
    {
        var since = TimeProvider.System.GetTimestamp();
        await foreach (var task in waiting.ReadAllAsync(CancellationToken.None))
        {
            foreach (var step in await FinishedAsync(task))
            {
                Take(step);
                progress(step);
            }

            if (_codings.Count + _failures.Count >= MostReportsInABatch || TimeProvider.System.GetElapsedTime(since) > LongestBatch)
            {
                await KeepAsync();
                since = TimeProvider.System.GetTimestamp();
            }
        }

        await KeepAsync();
    }

    // A task that had not begun when the run was stopped has no result, and nothing is lost with it.
    private static async Task<IngestStep[]> FinishedAsync(Task<IngestStep[]> task)
    {
        try
        {
            return await task;
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    private void Take(IngestStep step)
    {
        _counts = _counts.With(step);
        if (step.Coding is { } coding)
        {
            _codings.Add(coding);
        }
        else if (step.Failure is { } failure)
        {
            _failures.Add(failure);
        }
    }

    private async Task KeepAsync()
    {
        // A batch that is ready is kept even when the user has stopped the run.
        await _store.AddAsync(_codings, CancellationToken.None);
        await _store.FailAsync(_failures, _clock.GetCurrentInstant(), CancellationToken.None);
        _codings.Clear();
        _failures.Clear();
    }
}
