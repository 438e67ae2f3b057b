namespace Demarche.Store.Relational;

/// <summary>What became of events.</summary>
internal sealed class PastEvents(Database database)
{
    public async Task<EventHistory?> OfAsync(string key, CancellationToken cancellation)
    {
        await using var session = await database.SnapshotAsync(cancellation);
        if (await EventTable.FindAsync(session, key, cancellation) is not { } kept)
        {
            return null;
        }

        var earlier = await session.ListAsync(
            SqlText.Of($"""
                SELECT c.coder, c.codebook, c.coded_at, c.events, p.json FROM past_events p JOIN codings c ON c.report = p.report AND c.ordinal = p.coding
                WHERE p.report = {kept.Report} AND p.key = {kept.Event.Key} ORDER BY p.coding DESC
                """),
            r => new EarlierEvent(
                new StoredCoding(r.GetString(0), r.GetString(1), SqlValues.Instant(r.GetDateTime(2)), r.GetInt32(3), IsPresent: false), RecordText.Read(r.GetString(4))),
            cancellation);
        var said = await CorrectionTable.OfAsync(session, kept.Event.Key, cancellation);
        return new EventHistory(kept.Event, kept.AsCoded ?? kept.Event.Record, [.. said], [.. earlier]);
    }
}
