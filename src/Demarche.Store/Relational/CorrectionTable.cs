using System.Data.Common;

namespace Demarche.Store.Relational;

/// <summary>What people have said of events.</summary>
internal sealed class CorrectionTable(Database database, EventTable events)
{
    private static readonly SqlText Columns = SqlText.Literal("event, verdict, who, said_at, changes, note");

    /// <summary>What holds of each event of some reports: the last verdict, and all edits together.</summary>
    public static async Task<Dictionary<string, Correction>> HoldingAsync(Session session, IReadOnlyCollection<string> reports, CancellationToken cancellation)
    {
        var all = await session.ListAsync(
            SqlText.Of($"SELECT {Columns} FROM corrections WHERE report IN ({SqlText.List(reports)}) ORDER BY number"), Read, cancellation);
        return all.GroupBy(c => c.Event, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Aggregate(CorrectionFold.Then), StringComparer.Ordinal);
    }

    /// <summary>Keys of corrected events that are not there.</summary>
    public IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation) => database.RowsAsync(
        SqlText.Of($"SELECT DISTINCT c.event FROM corrections c WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.key = c.event) ORDER BY c.event"), r => r.GetString(0), cancellation);

    /// <summary>Every correction in order.</summary>
    public IAsyncEnumerable<Correction> AllAsync(CancellationToken cancellation) =>
        database.RowsAsync(SqlText.Of($"SELECT {Columns} FROM corrections ORDER BY number"), Read, cancellation);

    /// <summary>What was said of one event, in order.</summary>
    public static Task<List<Correction>> OfAsync(Session session, string key, CancellationToken cancellation) =>
        session.ListAsync(SqlText.Of($"SELECT {Columns} FROM corrections WHERE report = {key[..EventTable.HashLength]} AND event = {key} ORDER BY number"), Read, cancellation);

    /// <summary>Keeps a correction and applies it.</summary>
    public async Task<Outcome<StoredEvent>> AddAsync(Correction correction, string? seen, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        if (await EventTable.FindAsync(session, correction.Event, cancellation) is not { } found)
        {
            return StoreDiagnostics.NoEvent(correction.Event);
        }

        if (seen is not null && seen != found.Event.Revision)
        {
            return StoreDiagnostics.ChangedSince(found.Event.Key);
        }

        var coded = found.AsCoded ?? found.Event.Record;
        var earlier = await HoldingAsync(session, [found.Event.Report], cancellation);
        var holding = earlier.TryGetValue(found.Event.Key, out var before) ? CorrectionFold.Then(before, correction) : correction;
        if (correction.Verdict == Verdict.Edited && RecordText.Changed(found.Event.Key, coded, holding.Changes ?? "null").Failure is { } failure)
        {
            return failure;
        }

        var numbers = await session.NumbersAsync("correction_numbers", 1, cancellation);
        await session.RunAsync(
            SqlText.Of($"""
                INSERT INTO corrections VALUES ({numbers[0]}, {found.Event.Report}, {found.Event.Key}, {VerdictNames.Of(correction.Verdict)},
                  {correction.Changes}, {correction.Who}, {correction.When}, {correction.Note})
                """),
            cancellation);
        await EventTable.ReplaceAsync(session, found, ReviewedEvent.Of(found.Event.Key, coded, holding), cancellation);
        await session.CommitAsync();
        return (await events.FindAsync(found.Event.Key, cancellation))!;
    }

    private static Correction Read(DbDataReader row) =>
        new(row.GetString(0), VerdictNames.Parse(row.GetString(1)) ?? Verdict.Accepted, row.GetString(2), SqlValues.Instant(row.GetDateTime(3)))
        {
            Changes = row.Text(4),
            Note = row.Text(5),
        };
}
