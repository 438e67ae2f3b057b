using Demarche.Coding.Records;
using Demarche.Store;
using NodaTime;
using static Demarche.Tests.Store.MadeCodings;

namespace Demarche.Tests.Store;

/// <summary>What every store does; run on DuckDB and on PostgreSQL.</summary>
public abstract class EventStoreContract : StoreContract
{
    [Fact]
    public async Task What_is_added_is_given_back_as_it_was()
    {
        await using var store = await OpenAsync();
        var one = Event("CONSULT", "USA", "PRK", "2024-04-28") with { Mode = "meet", Contexts = ["military"] };
        await store.AddAsync([Report(Summit, one, Event("AGREE", "PRK", null, at: 30))], Stop);
        var events = await All(store.EventsAsync(new EventQuery(), Stop));
        Assert.Equal(2, events.Count);
        Assert.Equal(Hash(Summit), events[0].Report);
        Assert.Equal(Hash(Summit) + "@10:CONSULT", events[0].Key);
        Assert.Equal(EventLines.Line(one with { Id = $"news/{Hash(Summit)[..6]}.txt@10:CONSULT", Citation = one.Citation with { Report = $"news/{Hash(Summit)[..6]}.txt" } }), EventLines.Line(events[0].Record));
        var report = await store.ReportAsync(Hash(Summit)[..8], Stop);
        Assert.Equal(Report(Summit).Report.Text, report!.Text);
        Assert.Equal(new LocalDate(2024, 4, 29), report.Earliest);
        Assert.Null(report.Latest);
        Assert.Equal(Noon, report.CodedAt);
        Assert.Equal(2, report.Sentences.Length);
        Assert.Equal(Demarche.Reports.SectionKind.Paragraph, Assert.Single(report.Sections).Kind);
        Assert.Equal(new StoreCounts(1, 2, 0, 0), await store.CountsAsync(Stop));
    }

    [Fact]
    public async Task A_report_that_comes_again_replaces_its_events_and_comes_once()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK")), Report(Threat, Event("THREATEN", "USA", "IRN"))], Stop);
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK"), Event("AGREE", "USA", "PRK", at: 44))], Stop);
        Assert.Equal(new StoreCounts(2, 3, 0, 0), await store.CountsAsync(Stop));
        Assert.True(Assert.Single(await All(store.CodingsAsync(Hash(Summit), Stop))).IsPresent);
        Assert.Equal(2, (await All(store.KnownAsync(Stop))).Count);
    }

    [Fact]
    public async Task A_coding_by_another_codebook_keeps_the_older_one()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK"))], Stop);
        await store.AddAsync([Report(Summit, "second", Event("AGREE", "USA", "PRK"), Event("AID", "USA", "PRK", at: 30))], Stop);
        var codings = await All(store.CodingsAsync(Hash(Summit), Stop));
        Assert.Equal([("second", true, 2), ("first", false, 1)], codings.Select(c => (c.Codebook, c.IsPresent, c.Events)));
        Assert.Equal("second", Assert.Single(await All(store.KnownAsync(Stop))).Codebook);
        Assert.Equal(["AGREE", "AID"], (await All(store.EventsAsync(new EventQuery(), Stop))).Select(e => e.Record.Type));
        var past = (await store.AskAsync("SELECT key FROM past_events", Stop)).Value!;
        Assert.Equal(Hash(Summit) + "@10:CONSULT", Assert.Single(await Cells(past)));
    }

    [Fact]
    public async Task A_dyad_is_those_who_deal_with_each_other_either_way()
    {
        await using var store = await OpenAsync();
        var together = Event("CONSULT", "USA", null, at: 3) with { Actors = [Who("USA"), Who("PRK")] };
        var sideBySide = Event("SANCTION", "USA", "IRN", at: 4) with { Actors = [Who("USA"), Who("PRK")] };
        await store.AddAsync(
            [Report(Summit, Event("CONSULT", "USA", "PRK", at: 1), Event("REJECT", "PRK", "USA", at: 2), together, sideBySide, Event("AID", "USA", "CHN", at: 5))], Stop);
        var found = await All(store.EventsAsync(new EventQuery { Between = new Dyad("prk", "USA"), Order = EventOrder.Reading }, Stop));
        Assert.Equal(["@1:CONSULT", "@2:REJECT", "@3:CONSULT"], found.Select(e => e.Key[32..]));
        Assert.Equal(3, await store.CountAsync(new EventQuery { Between = new Dyad("United States", "north korea") }, Stop));
    }

    [Fact]
    public async Task Events_are_asked_by_each_of_their_fields()
    {
        await using var store = await OpenAsync();
        await store.AddAsync(
        [
            Report(Summit, Event("CONSULT", "USA", "PRK", "2024-04-28") with { Mode = "visit" }, Event("AGREE", "USA", "PRK", "2024-05-02", at: 20, confidence: 0.4) with { Status = "planned" }),
            Report(Threat, Event("THREATEN", "IRN", "USA")),
        ], Stop);
        Assert.Equal(["CONSULT"], await Types(store, new EventQuery { Types = ["CONSULT", "AID"] }));
        Assert.Equal(["CONSULT"], await Types(store, new EventQuery { Modes = ["visit"] }));
        Assert.Equal(["AGREE"], await Types(store, new EventQuery { Statuses = ["planned"] }));
        Assert.Equal(["THREATEN"], await Types(store, new EventQuery { Actor = "IRN" }));
        Assert.Equal(["THREATEN"], await Types(store, new EventQuery { Recipient = "united states" }));
        Assert.Equal(["AGREE"], await Types(store, new EventQuery { From = new LocalDate(2024, 5, 1) }));
        Assert.Equal(["CONSULT"], await Types(store, new EventQuery { To = new LocalDate(2024, 5, 1) }));
        Assert.Equal(["CONSULT", "THREATEN"], await Types(store, new EventQuery { MinConfidence = 0.5 }));
        Assert.Equal(["THREATEN"], await Types(store, new EventQuery { Report = Hash(Threat)[..7] }));
        Assert.Equal(["THREATEN"], await Types(store, new EventQuery { Text = "wars warned" }));
        Assert.Equal(["CONSULT", "AGREE"], await Types(store, new EventQuery { Text = "Vienna" }));
        Assert.Equal(["CONSULT", "AGREE", "THREATEN"], await Types(store, new EventQuery { SaidBy = "Sam Speaker" }));
        Assert.Equal(3, await store.CountAsync(new EventQuery { SaidBy = "wire" }, Stop));
        Assert.Equal(["AGREE", "CONSULT", "THREATEN"], await Types(store, new EventQuery { Order = EventOrder.DateDescending }));
        Assert.Equal(["AGREE", "CONSULT", "THREATEN"], await Types(store, new EventQuery { Order = EventOrder.Confidence }));
        Assert.Equal(["CONSULT"], await Types(store, new EventQuery { Limit = 1 }));
    }

    [Theory]
    [InlineData(EventOrder.Date)]
    [InlineData(EventOrder.DateDescending)]
    [InlineData(EventOrder.Confidence)]
    [InlineData(EventOrder.Reading)]
    public async Task Pages_give_every_event_once_in_the_same_order(EventOrder order)
    {
        await using var store = await OpenAsync();
        for (var r = 0; r < 5; r++)
        {
            var number = r;
            await store.AddAsync(
                [Report($"Report {r}. More.", [.. Enumerable.Range(0, 7).Select(i => Event("AID", "USA", "PRK", (number + i) % 3 == 0 ? null : $"2024-04-{1 + ((number * i) % 9):00}", i, 0.1 * ((i + number) % 4)))])], Stop);
        }

        var whole = (await All(store.EventsAsync(new EventQuery { Order = order }, Stop))).ConvertAll(e => e.Key);
        var paged = new List<string>();
        string? next = null;
        do
        {
            var page = await store.PageAsync(new EventQuery { Order = order, Limit = 4, After = next }, Stop);
            paged.AddRange(page.Events.Select(e => e.Key));
            next = page.Next;
        }
        while (next is not null);
        Assert.Equal(35, whole.Count);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Very_many_events_come_as_few_do()
    {
        await using var store = await OpenAsync();
        EventRecord[] many = [.. Enumerable.Range(0, 5100).Select(i => Event("AID", "USA", "PRK", i % 7 == 0 ? null : $"2024-04-{1 + (i % 30):00}", i))];
        await store.AddAsync([Report(Summit, many), Report(Threat, many)], Stop);
        var all = await All(store.EventsAsync(new EventQuery(), Stop));   // more than are looked up by index
        Assert.Equal(10_200, all.Select(e => e.Key).Distinct().Count());
        Assert.Equal((await store.PageAsync(new EventQuery(), Stop)).Events.Select(e => e.Key), all.Take(100).Select(e => e.Key));
        Assert.Equal(all.Select(e => EventLines.Line(e.Record)), await All(store.LinesAsync(new EventQuery(), Stop)));
        var last = new EventQuery { Order = EventOrder.DateDescending, Limit = 4321 };
        Assert.Equal((await All(store.EventsAsync(last, Stop))).Select(e => EventLines.Line(e.Record)), await All(store.LinesAsync(last, Stop)));
        var reading = new EventQuery { Order = EventOrder.Reading };   // as merging reads them
        var read = await All(store.EventsAsync(reading, Stop));
        Assert.Equal(all.Select(e => e.Key).Order(StringComparer.Ordinal), read.Select(e => e.Key).Order(StringComparer.Ordinal));
        Assert.Equal((await store.PageAsync(reading, Stop)).Events.Select(e => e.Key), read.Take(100).Select(e => e.Key));
    }

    [Fact]
    public async Task A_cursor_of_something_else_is_named()
    {
        await using var store = await OpenAsync();
        var fault = await Assert.ThrowsAsync<StoreException>(() => store.PageAsync(new EventQuery { After = "x'; DROP TABLE events" }, Stop));
        Assert.Equal("DEM611", fault.Diagnostic.Number);
    }

    [Theory]
    [InlineData("'; DROP TABLE events; --")]
    [InlineData("\" OR 1=1")]
    [InlineData("%_\\")]
    [InlineData("$1")]
    [InlineData("nul\0and half \ud800 a pair")]
    public async Task No_value_is_read_as_sql(string value)
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report("A text. " + value, Event("AID", "USA", "PRK") with { Actors = [new ParticipantRecord(null, [], value, value)] })], Stop);
        var query = new EventQuery { Recipient = value, SaidBy = value, Types = [value], Modes = [value], Statuses = [value], Report = value, Text = value };
        Assert.Equal(0, await store.CountAsync(query, Stop));
        Assert.Null(await store.EventAsync("@" + value, Stop));
        Assert.Empty(await All(store.ActorsAsync(new ActorQuery { Code = value }, Stop)));
        _ = await All(store.SearchAsync(value, 5, Stop));
        Assert.Equal(1, (await store.CountsAsync(Stop)).Events);
        Assert.Equal(1, await store.CountAsync(new EventQuery { Actor = (await All(store.EventsAsync(new EventQuery(), Stop)))[0].Record.Actors[0].Name }, Stop));
    }

    [Fact]
    public async Task Corrections_hold_and_are_applied_when_the_report_is_coded_anew()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK"), Event("AID", "USA", "PRK", at: 20), Event("AGREE", "USA", "PRK", at: 30))], Stop);
        string Key(string tail) => Hash(Summit)[..8] + tail;
        Assert.Equal(Verdict.Accepted, (await store.CorrectAsync(Said(Key("@10:CONSULT"), Verdict.Accepted), cancellation: Stop)).Value!.Review);
        Assert.NotNull((await store.CorrectAsync(Said(Key("@20:AID"), Verdict.Rejected), cancellation: Stop)).Value);
        await store.CorrectAsync(Said(Key("@30:AGREE"), Verdict.Edited) with { Changes = """{"status": "planned"}""", Note = "read on" }, cancellation: Stop);
        var edited = await store.CorrectAsync(Said(Key("@30:AGREE"), Verdict.Edited) with { Changes = """{"mode": ["meet"], "recipient": []}""" }, cancellation: Stop);
        Assert.Equal(("planned", "meet"), (edited.Value!.Record.Status, edited.Value.Record.Mode));

        await store.AddAsync([Report(Summit, "second", Event("CONSULT", "USA", "PRK"), Event("AID", "USA", "PRK", at: 20), Event("AGREE", "USA", "PRK", at: 30, confidence: 0.5))], Stop);
        var now = await All(store.EventsAsync(new EventQuery { WithRejected = true, Order = EventOrder.Reading }, Stop));
        Assert.Equal<Verdict?>([Verdict.Accepted, Verdict.Rejected, Verdict.Edited], now.Select(e => e.Review));
        Assert.Equal(("planned", "meet", 0.5), (now[2].Record.Status, now[2].Record.Mode, now[2].Record.Confidence));
        Assert.Empty(now[2].Record.Recipients);
        Assert.Equal(1, await store.CountAsync(new EventQuery { Statuses = ["planned"], Modes = ["meet"] }, Stop));
        Assert.Equal(2, await store.CountAsync(new EventQuery(), Stop));
        Assert.Equal(0, await store.CountAsync(new EventQuery { OnlyUnreviewed = true }, Stop));
        var all = await All(store.CorrectionsAsync(Stop));
        Assert.Equal(4, all.Count);
        Assert.Equal(("Ada", Noon, "read on"), (all[2].Who, all[2].When, all[2].Note));
    }

    [Fact]
    public async Task What_makes_no_event_is_refused_and_nothing_is_kept()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK"))], Stop);
        var key = Hash(Summit) + "@10:CONSULT";
        Assert.Equal("DEM614", (await store.CorrectAsync(Said(key, Verdict.Edited) with { Changes = """{"event": []}""" }, cancellation: Stop)).Failure!.Number);
        Assert.Equal("DEM614", (await store.CorrectAsync(Said(key, Verdict.Edited) with { Changes = "{" }, cancellation: Stop)).Failure!.Number);
        Assert.Equal("DEM613", (await store.CorrectAsync(Said(Hash(Threat) + "@10:AID", Verdict.Accepted), cancellation: Stop)).Failure!.Number);
        Assert.Equal(new StoreCounts(1, 1, 0, 0), await store.CountsAsync(Stop));
    }

    [Fact]
    public async Task A_failure_counts_its_tries_until_the_report_is_read()
    {
        await using var store = await OpenAsync();
        var name = Report(Summit).Report.Name;
        await store.FailAsync([new Diagnostic("DEM101", name, "the report is empty", "…")], Noon, Stop);
        await store.FailAsync([new Diagnostic("DEM102", name, "the report holds no word", "…")], Noon.Plus(Duration.FromHours(1)), Stop);
        Assert.Equal(
            new ReportFailure(name, "DEM102", "the report holds no word", 2, Noon.Plus(Duration.FromHours(1))), Assert.Single(await All(store.FailuresAsync(Stop))));
        await store.AddAsync([Report(Summit)], Stop);
        Assert.Empty(await All(store.FailuresAsync(Stop)));
        await store.FailAsync([new Diagnostic("DEM505", "a.jsonl:3", "no JSON", "…"), new Diagnostic("DEM505", "a.jsonl:4", "no JSON", "…")], Noon, Stop);
        await store.ForgetFailuresAsync(["a.jsonl:3"], Stop);
        Assert.Equal("a.jsonl:4", Assert.Single(await All(store.FailuresAsync(Stop))).Input);
    }

    [Fact]
    public async Task A_search_finds_any_form_of_the_words_and_ranks()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK")), Report(Threat), Report("Grain prices rose. Farmers are glad.")], Stop);
        var hits = await All(store.SearchAsync("talks", 10, Stop));
        Assert.Equal(2, hits.Count);
        Assert.All(hits, h => Assert.True(h.Score > 0));
        Assert.Equal("Talks went on for days.", hits.Single(h => h.Hash == Hash(Summit)).Sentence);
        Assert.Equal(1, hits.Single(h => h.Hash == Hash(Summit)).Events);
        Assert.Equal(Hash(Threat), Assert.Single(await All(store.SearchAsync("Talk, war!", 10, Stop))).Hash);
        Assert.Empty(await All(store.SearchAsync("talks grain", 10, Stop)));
        Assert.Empty(await All(store.SearchAsync(" … ", 10, Stop)));
        Assert.Single(await All(store.SearchAsync("talks", 1, Stop)));
    }

    [Fact]
    public async Task Actors_are_counted_by_what_they_do()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK"), Event("AID", "USA", "CHN", at: 20))], Stop);
        var actors = await All(store.ActorsAsync(new ActorQuery(), Stop));
        Assert.Equal(new ActorCount("USA", "United States", 2, 0, 0), actors.Single(a => a.Code == "USA"));
        Assert.Equal(new ActorCount("AUT", "Sam Speaker", 0, 0, 2), actors.Single(a => a.Code == "AUT"));
        Assert.Equal("PRK", Assert.Single(await All(store.ActorsAsync(new ActorQuery { Name = "KOREA" }, Stop))).Code);
        Assert.Equal(2, (await All(store.ActorsAsync(new ActorQuery { Limit = 2 }, Stop))).Count);
    }

    [Fact]
    public async Task Clusters_are_replaced_and_a_separation_stays()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK")), Report(Threat, Event("CONSULT", "USA", "PRK"))], Stop);
        var (one, other) = (Hash(Summit) + "@10:CONSULT", Hash(Threat) + "@10:CONSULT");
        await store.ReplaceClustersAsync([new ClusterMember(one, one, "the first", 1), new ClusterMember(other, one, "same day and dyad", 0.9)], Stop);
        await store.ReplaceClustersAsync([new ClusterMember(one, one, "the first", 1), new ClusterMember(other, one, "same day", 0.8)], Stop);
        Assert.Equal([(one, 1.0), (other, 0.8)], (await All(store.ClustersAsync(Stop))).OrderByDescending(c => c.Score).Select(c => (c.Event, c.Score)));
        Assert.Equal(one, (await store.EventAsync(other, Stop))!.Cluster);
        await store.SeparateAsync(new Separation(other, one, "Ada", Noon), Stop);
        Assert.Null((await store.EventAsync(other, Stop))!.Cluster);
        Assert.Equal(new Separation(other, one, "Ada", Noon), Assert.Single(await All(store.SeparationsAsync(Stop))));
    }

    [Fact]
    public async Task Acts_come_with_their_whole_cluster_and_those_not_merged_come_alone()
    {
        await using var store = await OpenAsync();
        var denial = Event("REJECT", "PRK", null, at: 40);
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK"), Event("AID", "USA", "PRK", at: 30)), Report(Threat, Event("CONSULT", "USA", "CHN"), denial)], Stop);
        var (one, other, content) = (Hash(Summit) + "@10:CONSULT", Hash(Threat) + "@10:CONSULT", Hash(Threat) + "@40:REJECT" + IMergeArchive.ContentMark);
        await store.ReplaceClustersAsync([new ClusterMember(one, one, "", 1), new ClusterMember(other, one, "", 0.9), new ClusterMember(content, one, "", 0.9)], Stop);
        var acts = await All(store.ActsAsync(new EventQuery { Between = new Dyad("USA", "PRK") }, Stop));
        Assert.Equal(new[] { one, other, content }.Order(StringComparer.Ordinal).Append(Hash(Summit) + "@30:AID"), acts.Select(a => a.Act));
        Assert.All(acts.Take(3), a => Assert.Equal(one, a.Event.Cluster));
        await store.ReplaceCopiesAsync([new ReportCopy(Hash(Threat), Hash(Summit))], Stop);
        await store.ReplaceCopiesAsync([new ReportCopy(Hash(Threat), Hash(Summit))], Stop);
        Assert.Equal(new ReportCopy(Hash(Threat), Hash(Summit)), Assert.Single(await All(store.CopiesAsync(Stop))));
    }

    [Theory]
    [InlineData("DELETE FROM events")]
    [InlineData("SELECT 1; DELETE FROM events")]
    [InlineData("COMMIT; DELETE FROM events")]
    [InlineData("DROP TABLE events")]
    [InlineData("SELEC nothing")]
    [InlineData("")]
    public async Task A_question_in_sql_can_only_read(string sql)
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK"))], Stop);
        Assert.Equal("DEM610", (await store.AskAsync(sql, Stop)).Failure?.Number);
        Assert.Equal(1, (await store.CountsAsync(Stop)).Events);
    }

    [Fact]
    public async Task A_question_in_sql_gives_columns_and_rows()
    {
        await using var store = await OpenAsync();
        await store.AddAsync([Report(Summit, Event("CONSULT", "USA", "PRK", "2024-04-28"))], Stop);
        await using var answer = (await store.AskAsync("SELECT type, mode, date, confidence, json FROM events", Stop)).Value!;
        Assert.Equal(["type", "mode", "date", "confidence", "json"], answer.Columns);
        var row = Assert.Single(await All(answer.RowsAsync(Stop)));
        Assert.Equal(["CONSULT", null], row.Take(2));
        Assert.Equal(0.75, row[3]);
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_nothing()
    {
        await using var store = await OpenAsync();
        var broken = Report(Threat) with { Report = Report(Threat).Report with { Hash = Hash(Summit) } };   // two reports of one hash in one call
        await Assert.ThrowsAsync<StoreException>(() => store.AddAsync([Report(Summit, Event("AID", "USA", "PRK")), broken], Stop));
        Assert.Equal(new StoreCounts(0, 0, 0, 0), await store.CountsAsync(Stop));
        await store.AddAsync([Report(Summit, Event("AID", "USA", "PRK"))], Stop);
        Assert.Equal(new StoreCounts(1, 1, 0, 0), await store.CountsAsync(Stop));
    }

    [Fact]
    public async Task A_cancelled_call_writes_nothing()
    {
        await using var store = await OpenAsync();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AddAsync([Report(Summit)], stopped.Token));
        Assert.Equal(0, (await store.CountsAsync(Stop)).Reports);
    }

    [Fact]
    public async Task Readers_and_a_writer_work_side_by_side()
    {
        await using var store = await OpenAsync();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await store.AddAsync([Report($"Report {i}. Talks.", Event("AID", "USA", "PRK"), Event("CONSULT", "USA", "PRK", at: 20))], Stop);
            }
        }, Stop);
        while (!writing.IsCompleted)
        {
            Assert.Equal(0, await store.CountAsync(new EventQuery(), Stop) % 2);   // never half a report
        }

        await writing;
        Assert.Equal(20, await store.CountAsync(new EventQuery(), Stop));
    }

    protected static async Task<List<T>> All<T>(IAsyncEnumerable<T> many)
    {
        var all = new List<T>();
        await foreach (var one in many)
        {
            all.Add(one);
        }

        return all;
    }

    private static async Task<List<string>> Types(IEventStore store, EventQuery query) => (await All(store.EventsAsync(query, Stop))).ConvertAll(e => e.Record.Type);

    private static async Task<List<object?>> Cells(SqlAnswer answer)
    {
        await using (answer)
        {
            return (await All(answer.RowsAsync(Stop))).ConvertAll(r => r[0]);
        }
    }

    private static Correction Said(string key, Verdict verdict) => new(key, verdict, "Ada", Noon);
}
