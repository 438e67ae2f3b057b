using Demarche.Coding.Records;
using Demarche.Store;
using Demarche.Store.Formats;

namespace Demarche.Cli.Commands;

/// <summary>Events of a store or of a file: <c>record.duckdb</c>, <c>postgres://…</c>, <c>events.jsonl</c>; <c>#NAME</c> behind it takes those of one coder.</summary>
internal sealed record EventSource(string Address, string? Coder)
{
    /// <summary>What a call names.</summary>
    public static EventSource Of(string written)
    {
        var at = written.LastIndexOf('#');
        return at < 0 || File.Exists(written) ? new EventSource(written, null) : new EventSource(written[..at], written[(at + 1)..]);
    }

    /// <summary>Reads the events; a bad row is named and left out.</summary>
    /// <returns>The events, or null where there are none to read, after the reason was written.</returns>
    public async Task<List<EventRecord>?> ReadAsync(EventFormats formats, Streams streams, CancellationToken stop)
    {
        var events = new List<EventRecord>();
        if (!Address.Contains("://", StringComparison.Ordinal) && EventFormats.OfName(Address) is { } format)
        {
            var failed = 0;
            foreach (var outcome in formats.Read(format, Address))
            {
                if (Loading.Or(outcome, streams) is not { } one)
                {
                    failed++;
                }
                else if (IsOurs(one))
                {
                    events.Add(one);
                }
            }

            return failed > 0 && events.Count == 0 ? null : events;
        }

        var code = await StoreCalls.RunAsync(Address, StoreAccess.Read, streams, stop, async store =>
        {
            await foreach (var kept in store.EventsAsync(new EventQuery { Coder = Coder, Statuses = [.. EventFormats.Done], OnePerCluster = true }, stop))
            {
                events.Add(kept.Record);
            }

            return CommandLine.Done;
        });
        return code == CommandLine.Done ? events : null;
    }

    private bool IsOurs(EventRecord one) => Coder is null || one.Coder.StartsWith(Coder, StringComparison.OrdinalIgnoreCase);
}
