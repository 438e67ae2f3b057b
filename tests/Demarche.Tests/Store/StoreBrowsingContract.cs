using Demarche.Coding.Records;
using Demarche.Store;
using Demarche.Store.Formats;
using NodaTime;
using static Demarche.Tests.Store.MadeCodings;

namespace Demarche.Tests.Store;

/// <summary>What a person who browses a store asks: counts, pages, histories; run on DuckDB and on PostgreSQL.</summary>
public abstract class StoreBrowsingContract : StoreContract
{
    [Fact]
    public async Task Events_are_counted_for_drawings()
    {
        await using var store = await OpenAsync();
        var conflict = Event("THREATEN", "IRN", "USA", "2024-05-06", at: 50) with { Quad = 4, Scale = -7.5, Place = new PlaceRecord("Vienna", "Vienna", "AUT", null, 48.2, 16.4) };
        await store.AddAsync(
            [Report(Summit, Event("CONSULT", "USA", "PRK", "2024-04-05"), Event("CONSULT", "USA", "PRK", at: 30)), Report(Threat, conflict, Event("AID", "USA", null, "2024-05-20", at: 60))], Stop);
        Assert.Equal(new EventExtent(4, new LocalDate(2024, 4, 5), new LocalDate(2024, 5, 20)), await store.ExtentAsync(new EventQuery(), Stop));
        Assert.Equal(new EventExtent(0, null, null), await store.ExtentAsync(new EventQuery { Actor = "FRA" }, Stop));
        Assert.Equal(
            [new EventCross("2024-04-01", "1", 1), new EventCross("2024-05-01", "1", 1), new EventCross("2024-05-01", "4", 1), new EventCross(null, "1", 1)],
            await store.CrossAsync(new EventQuery(), EventField.Month, EventField.Quad, Stop).ToListAsync(Stop));
        Assert.Equal(
            [new PairTally("USA", "PRK", 2, 2, 0, 2.5), new PairTally("IRN", "USA", 1, 0, 1, -7.5)], await store.PairsAsync(new EventQuery(), 5, Stop).ToListAsync(Stop));
        Assert.Single(await store.PairsAsync(new EventQuery(), 1, Stop).ToListAsync(Stop));
        Assert.Equal([new PlaceTally("Vienna", "AUT", 48.2, 16.4, 1, 0, 1)], await store.PlacesAsync(new EventQuery { Types = ["THREATEN"] }, 5, Stop).ToListAsync(Stop));
        Assert.Empty(await store.PlacesAsync(new EventQuery { Types = ["AID"] }, 5, Stop).ToListAsync(Stop));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await store.CrossAsync(new EventQuery(), EventField.Month, EventField.Actor, Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Events_are_counted_by_each_field()
    {
        await using var store = await OpenAsync();
        var conflict = Event("THREATEN", "IRN", "USA", "2024-05-06", confidence: 1) with { Quad = 4, Scale = -7.5, Place = new PlaceRecord("Vienna", "Vienna", "AUT", null, null, null) };
        await store.AddAsync(
            [Report(Summit, Event("CONSULT", "USA", "PRK", "2024-05-05"), Event("CONSULT", "PRK", "USA", at: 30, confidence: 0.31)), Report(Threat, "second", conflict)], Stop);
        Assert.Equal([new EventTally("CONSULT", null, 2, 2, 0, 2.5), new EventTally("THREATEN", null, 1, 0, 1, -7.5)], await Tally(store, EventField.Type));
        Assert.Equal([("2024-05-05", 1), ("2024-05-06", 1), (null, 1)], await Counts(store, EventField.Day));
        Assert.Equal([("2024-04-29", 1), ("2024-05-06", 1), (null, 1)], await Counts(store, EventField.Week));
        Assert.Equal([("2024-05-01", 2), (null, 1)], await Counts(store, EventField.Month));
        Assert.Equal([("2024-01-01", 2), (null, 1)], await Counts(store, EventField.Year));
        Assert.Equal([("0.3", 1), ("0.7", 1), ("0.9", 1)], await Counts(store, EventField.Confidence));
        Assert.Equal([("1", 2), ("4", 1)], await Counts(store, EventField.Quad));
        Assert.Equal([("first", 2), ("second", 1)], await Counts(store, EventField.Codebook));
        Assert.Equal([("The Gazette", 3)], await Counts(store, EventField.Outlet));
        Assert.Equal([("Vienna", 1)], (await Counts(store, EventField.Place)).Where(c => c.Value is not null));
        Assert.Equal([("AUT", 1)], (await Counts(store, EventField.Country)).Where(c => c.Value is not null));
        Assert.Equal(new EventTally("Sam Speaker", "AUT", 3, 2, 1, -5.0 / 6), Assert.Single(await Tally(store, EventField.Speaker)) with { Scale = -5.0 / 6 });
        Assert.Equal(["IRN", "PRK", "USA"], (await Tally(store, EventField.Actor)).Select(t => t.Code).Order(StringComparer.Ordinal));
        Assert.Equal(("USA", 2), (await Tally(store, EventField.Recipient)) is [var first, ..] ? (first.Code, (int)first.Events) : default);
        foreach (var field in Enum.GetValues<EventField>())
        {
            Assert.Equal(3, (await Tally(store, field)).Sum(t => t.Events));
            Assert.Empty(await All(store.TallyAsync(new EventQuery { Types = ["AID"] }, field, Stop)));
        }

        Assert.Equal("THREATEN", Assert.Single(await All(store.TallyAsync(new EventQuery { From = new LocalDate(2024, 5, 6), Limit = 1 }, EventField.Type, Stop))).Value);
    }

    [Fact]
    public async Task Events_are_asked_by_place_rule_coder_and_doubt()
    {
        await using var store = await OpenAsync();
        var placed = Event("CONSULT", "USA", "PRK") with { Place = new PlaceRecord("Vienna", "Vienna", "AUT", null, null, null), Rule = "consult.meet" };
        await store.AddAsync([Report(Summit, placed, Event("AID", "USA", "PRK", at: 30, confidence: 0.2))], Stop);
        var theirs = Report(Threat, "imported", Event("THREATEN", "IRN", "USA"));
        await store.AddAsync([theirs with { Report = theirs.Report with { Coder = "POLECAT" } }], Stop);
        Assert.Equal(["CONSULT"], await Types(store, new EventQuery { Place = "vienna" }));
        Assert.Equal(["CONSULT"], await Types(store, new EventQuery { Place = "aut" }));
        Assert.Equal(["CONSULT"], await Types(store, new EventQuery { Rules = ["consult.meet", "no.such"] }));
        Assert.Equal(["AID"], await Types(store, new EventQuery { MaxConfidence = 0.2 }));
        Assert.Equal(["THREATEN"], await Types(store, new EventQuery { Coder = "polecat" }));
        Assert.Equal(["CONSULT", "AID"], await Types(store, new EventQuery { Coder = "Demarche", Order = EventOrder.Reading }));
        Assert.Equal(["THREATEN"], await Types(store, new EventQuery { Codebook = "import" }));
    }

    [Theory]
    [InlineData(EventOrder.Date)]
    [InlineData(EventOrder.DateDescending)]
    [InlineData(EventOrder.Confidence)]
    [InlineData(EventOrder.Reading)]
    public async Task Each_act_comes_once_where_that_is_asked(EventOrder order)
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK", "2024-05-05", confidence: 0.5), Event("AID", "USA", "PRK", "2024-05-04", at: 30))], Stop);
        await store.AddAsync([Report(Threat, Event("CONSULT", "USA", "PRK", "2024-05-06", confidence: 0.4), Event("THREATEN", "IRN", "USA", at: 30))], Stop);
        var (one, other) = (Hash(Summit) + "@10:CONSULT", Hash(Threat) + "@10:CONSULT");
        await store.ReplaceClustersAsync([new ClusterMember(one, one, "opens", 1), new ClusterMember(other, one, "matches", 0.9)], Stop);
        var query = new EventQuery { OnePerCluster = true, Order = order, Limit = 2 };
        var first = await store.PageAsync(query, Stop);
        var second = await store.PageAsync(query with { After = first.Next }, Stop);
        var given = first.Events.Concat(second.Events).Select(e => e.Key).ToList();
        Assert.Null(second.Next);
        Assert.Equal(3, given.Distinct().Count());
        Assert.Equal(3, given.Count);
        Assert.Contains(order is EventOrder.Date or EventOrder.Reading ? one : other, given);
        Assert.Equal(3, await store.CountAsync(query, Stop));
        Assert.Equal(1, (await All(store.TallyAsync(query, EventField.Type, Stop))).Single(t => t.Value == "CONSULT").Events);

        // What is told of it by another report stands for it where only that is asked for.
        Assert.Equal(other, Assert.Single((await store.PageAsync(query with { Report = Hash(Threat), Types = ["CONSULT"] }, Stop)).Events).Key);
        Assert.Equal([one, other], (await All(store.EventsAsync(new EventQuery { Clusters = [one] }, Stop))).Select(e => e.Key));
        Assert.Equal([(one, "opens"), (other, "matches")], (await All(store.ClusterOfAsync(other, Stop))).OrderByDescending(c => c.Score).Select(c => (c.Event, c.Reason)));
        Assert.Empty(await All(store.ClusterOfAsync(Hash(Summit) + "@30:AID", Stop)));
    }

    [Fact]
    public async Task A_correction_of_what_has_changed_since_is_refused()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK"))], Stop);
        var seen = (await store.EventAsync(Hash(Summit)[..8] + "@10:CONSULT", Stop))!;
        Assert.Equal(seen.Revision, (await store.PageAsync(new EventQuery(), Stop)).Events[0].Revision);
        var now = (await store.CorrectAsync(new Correction(seen.Key, Verdict.Rejected, "Ada", Noon), seen.Revision, Stop)).Value!;
        Assert.NotEqual(seen.Revision, now.Revision);
        var late = await store.CorrectAsync(new Correction(seen.Key, Verdict.Accepted, "Ben", Noon), seen.Revision, Stop);
        Assert.Equal("DEM616", late.Failure?.Number);
        Assert.Equal(Verdict.Rejected, (await store.EventAsync(seen.Key, Stop))!.Review);
        Assert.NotNull((await store.CorrectAsync(new Correction(seen.Key, Verdict.Accepted, "Ben", Noon), now.Revision, Stop)).Value);
        await store.AddAsync([Report(Summit, "second", Event("CONSULT", "USA", "PRK", confidence: 0.5))], Stop);
        Assert.Equal(
            "DEM616", (await store.CorrectAsync(new Correction(seen.Key, Verdict.Rejected, "Ada", Noon), (await store.HistoryAsync(seen.Key, Stop))!.Event.Revision[1..], Stop)).Failure?.Number);
        Assert.Equal(2, (await All(store.CorrectionsAsync(Stop))).Count);
    }

    [Fact]
    public async Task The_history_of_an_event_tells_what_was_said_and_what_older_codings_had()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK", confidence: 0.4), Event("AID", "USA", "PRK", at: 30))], Stop);
        var key = Hash(Summit) + "@10:CONSULT";
        await store.CorrectAsync(new Correction(key, Verdict.Edited, "Ada", Noon) { Changes = """{"status": "planned"}""" }, cancellation: Stop);
        await store.CorrectAsync(new Correction(Hash(Summit) + "@30:AID", Verdict.Accepted, "Ben", Noon), cancellation: Stop);
        await store.AddAsync([Report(Summit, "second", Event("CONSULT", "USA", "PRK", confidence: 0.5))], Stop);
        var history = (await store.HistoryAsync(key[..8] + "@10:CONSULT", Stop))!;
        Assert.Equal(("planned", "happened", 0.5), (history.Event.Record.Status, history.AsCoded.Status, history.AsCoded.Confidence));
        Assert.Equal(("Ada", Verdict.Edited), Assert.Single(history.Corrections) is var said ? (said.Who, said.Verdict) : default);
        var earlier = Assert.Single(history.Earlier);
        Assert.Equal(("first", false, 0.4, "happened"), (earlier.Coding.Codebook, earlier.Coding.IsPresent, earlier.Record.Confidence, earlier.Record.Status));
        Assert.Null(await store.HistoryAsync(Hash(Summit) + "@30:AID", Stop));
    }

    [Fact]
    public async Task Reports_come_in_pages_the_latest_first()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            await store.AddAsync([Report($"Story {i} of talks. More.", Event("AID", "USA", "PRK"))], Stop);
        }

        await store.AddAsync([Report(Threat)], Stop);
        await store.CorrectAsync(new Correction(Hash("Story 4 of talks. More.") + "@10:AID", Verdict.Rejected, "Ada", Noon), cancellation: Stop);
        var first = await store.ReportPageAsync(new ReportQuery { Limit = 4 }, Stop);
        var second = await store.ReportPageAsync(new ReportQuery { Limit = 4, After = first.Next }, Stop);
        Assert.Equal([0, 0, 1, 1, 1, 1], first.Reports.Concat(second.Reports).Select(r => r.Events));
        Assert.Null(second.Next);
        var (one, kept) = (first.Reports[0], Report(Threat).Report);
        Assert.Equal((kept.Hash, kept.Title, kept.Outlet, kept.Url, kept.Published, kept.Earliest, kept.Codebook), (one.Hash, one.Title, one.Outlet, one.Url, one.Published, one.Earliest, one.Codebook));
        Assert.Equal(9, one.Words);
        async Task<int> Count(ReportQuery query) => (await store.ReportPageAsync(query, Stop)).Reports.Length;
        Assert.Equal(5, await Count(new ReportQuery { Text = "on story" }));
        Assert.Equal(6, await Count(new ReportQuery { Outlet = "the gazette", Coder = "demarche" }));
        Assert.Equal(0, await Count(new ReportQuery { From = new LocalDate(2024, 5, 1) }));
        Assert.Equal(0, await Count(new ReportQuery { To = new LocalDate(2024, 4, 29) }));
        Assert.Equal(0, await Count(new ReportQuery { Text = "%", Outlet = "'" }));
    }

    [Fact]
    public async Task Acts_are_counted_by_tellings_reports_and_originals()
    {
        const string Reprint = "The leaders met in Vienna. Talks went on for days. So it was.";
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK"), Event("CONSULT", "USA", "PRK", at: 30), Event("AID", "USA", "PRK", at: 40))], Stop);
        await store.AddAsync([Report(Threat, Event("CONSULT", "USA", "PRK")), Report(Reprint, Event("CONSULT", "USA", "PRK"))], Stop);
        var one = Hash(Summit) + "@10:CONSULT";
        string[] same = [one, Hash(Summit) + "@30:CONSULT", Hash(Threat) + "@10:CONSULT", Hash(Reprint) + "@10:CONSULT"];
        await store.ReplaceClustersAsync([.. same.Select(k => new ClusterMember(k, one, "", 1)), new ClusterMember(Hash(Summit) + "@40:AID", Hash(Summit) + "@40:AID", "", 1)], Stop);
        await store.ReplaceCopiesAsync([new ReportCopy(Hash(Reprint), Hash(Summit))], Stop);
        Assert.Equal(KeyValuePair.Create(one, new ActCount(4, 3, 2)), Assert.Single(await All(store.ActCountsAsync(new EventQuery(), Stop))));
        await store.CorrectAsync(new Correction(same[3], Verdict.Rejected, "Ada", Noon), cancellation: Stop);
        Assert.Equal(new ActCount(3, 2, 2), Assert.Single(await All(store.ActCountsAsync(new EventQuery(), Stop))).Value);
        Assert.Empty(await All(store.ActCountsAsync(new EventQuery { Report = Hash(Threat) }, Stop)));
        var acts = await All(CountedEvents.ActsAsync(store, new EventQuery(), Stop));
        Assert.Equal([("AID", 1L), ("CONSULT", 3L)], acts.Select(a => (a.Record.Type, a.Told.Tellings)).Order());
        var tellings = await All(CountedEvents.TellingsAsync(store, new EventQuery(), Stop));
        Assert.Equal([1, 3], tellings.GroupBy(t => t.Record.Id).Select(g => g.Count()).Order());
        Assert.Equal(acts.Select(a => a.Record.Id).Order(StringComparer.Ordinal), tellings.Select(t => t.Record.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_joining_is_kept_and_a_correction_waits_for_an_event_that_is_gone()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK"), Event("AID", "USA", "PRK", at: 30))], Stop);
        var (one, other) = (Hash(Summit) + "@10:CONSULT", Hash(Summit) + "@30:AID");
        await store.JoinAsync([new Joining(one, other, "Ada", Noon)], Stop);
        Assert.Equal(new Joining(one, other, "Ada", Noon), Assert.Single(await All(store.JoiningsAsync(Stop))));
        await store.CorrectAsync(new Correction(other, Verdict.Accepted, "Ada", Noon), cancellation: Stop);
        await store.CorrectAsync(new Correction(one, Verdict.Accepted, "Ada", Noon), cancellation: Stop);
        Assert.Empty(await All(store.WaitingAsync(Stop)));
        await store.AddAsync([Report(Summit, "second", Event("CONSULT", "USA", "PRK"))], Stop);
        Assert.Equal(other, Assert.Single(await All(store.WaitingAsync(Stop))));
    }

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> many)
    {
        var all = new List<T>();
        await foreach (var one in many)
        {
            all.Add(one);
        }

        return all;
    }

    private static Task<List<EventTally>> Tally(IEventStore store, EventField field) => All(store.TallyAsync(new EventQuery(), field, Stop));

    private static async Task<List<(string? Value, int Events)>> Counts(IEventStore store, EventField field) => (await Tally(store, field)).ConvertAll(t => (t.Value, (int)t.Events));

    private static async Task<List<string>> Types(IEventStore store, EventQuery query) => (await All(store.EventsAsync(query, Stop))).ConvertAll(e => e.Record.Type);
}
