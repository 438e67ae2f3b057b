using System.Threading.Channels;
using Demarche.Cluster.Queue;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Cluster.Submitting;

/// <summary>Puts reports into a queue: read on several threads, many on their way to the server at once. One run an object.</summary>
/// <param name="queue">The queue.</param>
/// <param name="day">Day of publication of reports that give none.</param>
public sealed class Submission(ReportQueue queue, LocalDate? day)
{
    private const int MostOnTheWay = 256;
    private readonly PatientPublisher _publisher = new(queue, day);
    private int _queued;
    private int _known;
    private int _failed;

    /// <summary>Publishes all inputs; what is on its way when it is stopped arrives.</summary>
    /// <param name="inputs">Reports as they are found, enumerated once, on one thread.</param>
    /// <param name="complain">Told of every failure, on one thread at a time.</param>
    /// <param name="stop">Stops reading.</param>
    /// <returns>What was done.</returns>
    public async Task<SubmissionCounts> RunAsync(IEnumerable<PendingReport> inputs, Action<Diagnostic> complain, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var way = Channel.CreateBounded<Task<Diagnostic?>>(MostOnTheWay);
        var reading = Task.Run(() => ReadAsync(inputs, way.Writer, stop), CancellationToken.None);
        await foreach (var one in way.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (await one is { } failure)
            {
                _failed++;
                complain(failure);
            }
        }

        await reading;
        return new SubmissionCounts(_queued, _known, _failed, stop.IsCancellationRequested);
    }

    private async Task ReadAsync(IEnumerable<PendingReport> inputs, ChannelWriter<Task<Diagnostic?>> way, CancellationToken stop)
    {
        try
        {
            foreach (var input in inputs.TakeWhile(_ => !stop.IsCancellationRequested))
            {
                await way.WriteAsync(Task.Run(() => PublishAsync(input, stop), CancellationToken.None), stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The user stopped it: what was handed over still arrives.
        }
        finally
        {
            way.TryComplete();
        }
    }

    private async Task<Diagnostic?> PublishAsync(PendingReport input, CancellationToken stop)
    {
        var read = input.Read();
        if (read.Value is not { } report)
        {
            return read.Failure;
        }

        var receipt = await _publisher.PublishAsync(report, stop);
        if (receipt.Value is { } taken)
        {
            Interlocked.Increment(ref taken.IsNew ? ref _queued : ref _known);
        }

        return receipt.Failure;
    }
}

/// <summary>What a submission has done.</summary>
/// <param name="Queued">Reports that the queue took.</param>
/// <param name="Known">Reports that were queued just before.</param>
/// <param name="Failed">Inputs that could not be read or queued.</param>
/// <param name="Stopped">Whether it was stopped before its end.</param>
public readonly record struct SubmissionCounts(int Queued, int Known, int Failed, bool Stopped);
