using System.Text.Json;
using Demarche.Tests.Golden;

namespace Demarche.Tests.Cli;

/// <summary>From reports to a chronology, as a user goes: ingest, merge, timeline, dyad, episodes, brief.</summary>
public sealed class ChronologyCommandTests(ChronologyCommandTests.Kept kept) : IClassFixture<ChronologyCommandTests.Kept>
{
    [Fact]
    public void A_timeline_tells_each_act_once_with_its_sources() =>
        Approval.Check("Cli/timeline.verified.txt", Call("timeline", "--between", "MYS", "PRK"));

    [Fact]
    public void A_word_that_is_no_status_is_named()
    {
        var called = Called.With("timeline", "--status", "happened,hapened");
        Assert.Equal(2, called.Code);
        Assert.Contains("'hapened' is no status. Use happened, ongoing,", called.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_no_event_has_is_named()
    {
        var called = Called.With("timeline", "--store", kept.Store, "--type", "SANCTION,SANCTOIN");
        Assert.Equal(0, called.Code);
        Assert.Contains("no event of the record is of type SANCTOIN; there are ", called.Errors, StringComparison.Ordinal);
        Assert.Contains("SANCTION", called.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dossier_numbers_its_sources() => Approval.Check("Cli/brief.verified.md", Call("brief", "--between", "MYS", "PRK"));

    [Fact]
    public void A_page_of_a_dossier_holds_no_markup_of_reports()
    {
        var page = Call("brief", "--between", "MYS", "PRK", "--format", "html");
        Approval.Check("Cli/brief.verified.html", page);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Episodes_say_why_each_event_belongs()
    {
        var found = Call("episodes", "--links");
        Approval.Check("Cli/episodes.verified.txt", found);
        var id = found.Split('\n')[0].Split("  ")[^1];
        Assert.StartsWith("# MYS–PRK: diplomatic ties, 2017", Call("brief", "--episode", id), StringComparison.Ordinal);
    }

    [Fact]
    public void A_timeline_for_programs_is_an_act_a_line()
    {
        var lines = Call("timeline", "--between", "MYS", "PRK", "--format", "jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal(["3", "1"], lines.Select(l => l.GetProperty("sources").ToString()));
        Assert.Contains(lines[0].GetProperty("evidence").EnumerateArray(), e => e.GetProperty("copy_of").ValueKind == JsonValueKind.String);
        Assert.Equal(lines.Count + 1, Call("timeline", "--between", "MYS", "PRK", "--format", "csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("--from", "2017-03-05", 1)]
    [InlineData("--to", "2017-03-05", 1)]
    [InlineData("--to", "2017", 2)]
    [InlineData("--status", "planned", 0)]
    [InlineData("--type", "SANCTION,AID", 2)]
    [InlineData("--min-confidence", "0", 2)]
    [InlineData("--min-confidence", "1", 0)]
    public void A_timeline_is_asked_by_days_types_and_statuses(string option, string value, int acts) =>
        Assert.Equal(acts, Call("timeline", "--between", "MYS", "PRK", "--format", "jsonl", option, value).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

    [Fact]
    public void A_dyad_is_counted_by_month()
    {
        Assert.Contains("2 acts, 0 of cooperation and 2 of conflict", Call("dyad", "MYS", "PRK"), StringComparison.Ordinal);
        Assert.Equal("start,end,events,cooperation,conflict,mean_score,change\n2017-03-01,2017-03-31,2,0,2,-5.5,\n", Call("dyad", "MYS", "PRK", "--format", "csv"));
    }

    [Fact]
    public void A_dyad_leaves_out_what_is_less_sure_than_asked_for() =>
        Assert.Equal("start,end,events,cooperation,conflict,mean_score,change\n", Call("dyad", "MYS", "PRK", "--format", "csv", "--min-confidence", "1"));

    [Fact]
    public void A_merge_is_explained_repeated_and_undone()
    {
        using var folder = new TestFolder();
        var store = Kept.Fill(folder);
        Assert.Equal(Run("merge", store), Run("merge", store));
        var act = JsonDocument.Parse(Run("timeline", store, "--between", "MYS", "PRK", "--format", "jsonl").Split('\n')[0]).RootElement;
        var tellings = act.GetProperty("evidence").EnumerateArray().ToList();
        var why = Run("merge", store, "--explain", act.GetProperty("id").GetString()!);
        Assert.Contains("when: the same day", why, StringComparison.Ordinal);
        var taken = tellings.Single(e => e.GetProperty("date").GetString() == "2017-03-05").GetProperty("event").GetString()!;
        Assert.Contains($"is kept apart from {tellings.Count - 1} others", Run("merge", store, "--undo", taken), StringComparison.Ordinal);
        Run("merge", store);
        Assert.Equal(3, Run("timeline", store, "--between", "MYS", "PRK", "--format", "jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        var called = Called.With("merge", "--store", kept.Store, "--explain", "nothing@1:X");
        Assert.Equal((2, ""), (called.Code, called.Output));
        Assert.Contains("DEM520", called.Errors, StringComparison.Ordinal);
        Assert.Contains("DEM517", Called.With("brief", "--store", kept.Store, "--episode", "none").Errors, StringComparison.Ordinal);
        Assert.Equal(2, Called.With("brief", "--store", kept.Store).Code);
    }

    [Theory]
    [InlineData("gdelt", 2, 5)]
    [InlineData("gdelt-mentions", 5, 5)]
    [InlineData("icews", 3, 6)]
    [InlineData("polecat", 3, 6)]
    [InlineData("csv", 6, 6)]
    public void Data_sets_hold_each_act_once(string format, int acts, int reports)
    {
        Assert.Equal(acts, Call("export", "--format", format, "--type", "COERCE,SANCTION", "--between", "MYS", "PRK").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(reports, Call("export", "--format", format, "--between", "MYS", "PRK", "--type", "COERCE", "SANCTION", "--per-report").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Gdelts_counts_are_those_of_the_act_and_its_mentions_name_it()
    {
        var rows = Rows("gdelt");
        Assert.Equal([("1", "1", "1"), ("4", "3", "4")], rows.Select(r => (r[31], r[32], r[33])).Order());
        var mentions = Rows("gdelt-mentions").CountBy(r => r[0]).ToDictionary();
        Assert.All(rows, r => Assert.Equal(r[31], mentions[r[0]].ToString(System.Globalization.CultureInfo.InvariantCulture)));

        string[][] Rows(string format) => [.. Call("export", "--format", format, "--between", "MYS", "PRK").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))];
    }

    [Fact]
    public void Two_acts_are_joined_and_taken_apart_by_hand()
    {
        using var folder = new TestFolder();
        var store = Kept.Fill(folder);
        Run("merge", store);
        var keys = Run("timeline", store, "--between", "MYS", "PRK", "--format", "jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!).ToList();
        Assert.Contains("is one act with", Run("merge", store, "--join", keys[0], keys[1], "--by", "Ada"), StringComparison.Ordinal);
        Assert.Single(Run("timeline", store, "--between", "MYS", "PRK", "--format", "jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("  joined by hand", Run("merge", store, "--explain", keys[0]), StringComparison.Ordinal);
        Assert.Contains("DEM518", Called.With("merge", "--store", store, "--join", keys[0], keys[1]).Errors, StringComparison.Ordinal);
        Run("merge", store, "--undo", keys[1]);
        Assert.Equal(2, Run("timeline", store, "--between", "MYS", "PRK", "--format", "jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("--coder", "demarche", 2)]
    [InlineData("--coder", "GDELT", 0)]
    [InlineData("--coded-by", "0no-such", 0)]
    [InlineData("--place", "FRA", 0)]
    public void A_timeline_is_asked_by_coder_and_place(string option, string value, int acts) => A_timeline_is_asked_by_days_types_and_statuses(option, value, acts);

    private static string Run(string command, string store, params string[] args)
    {
        var called = Called.With([command, "--store", store, .. args]);
        Assert.True(called.Code == 0, called.Errors);
        return called.Output;
    }

    private string Call(string command, params string[] args) => Run(command, kept.Store, args);

    /// <summary>A store with a few reports of two acts.</summary>
    public sealed class Kept : IDisposable
    {
        private readonly TestFolder _folder = new();

        public Kept()
        {
            Store = Fill(_folder);
            Run("merge", Store);
        }

        internal string Store { get; }

        public void Dispose() => _folder.Dispose();

        internal static string Fill(TestFolder folder)
        {
            const string Wire = "Malaysia expelled the North Korean ambassador on Saturday over a murder at the airport of Kuala Lumpur. He has 48 hours to leave the country, the ministry said.";
            (string Day, string Outlet, string Link, string Text)[] reports =
            [
                ("2017-03-04", "Reuters", "https://example.org/1", Wire),
                ("2017-03-04", "The Star", "https://example.org/2?a=1&b=2", "Malaysia expelled North Korea's ambassador on Saturday, a ministry official said. He had called the inquiry biased."),
                ("2017-03-05", "Daily Express", "https://example.org/3", Wire.Replace(", the ministry said", "", StringComparison.Ordinal)),
                ("2017-03-05", "<script>alert(1)</script> *News*", "javascript:alert(1)", "Malaysia expelled the ambassador of North Korea on Sunday. He was seen off by nobody."),
                ("2017-03-06", "Reuters", "https://example.org/5", "North Korea expelled the Malaysian ambassador on Monday. He had already been called home."),
            ];
            var lines = reports.Select(r => JsonSerializer.Serialize(new { published = r.Day, text = $"{r.Text}\n\nSOURCE: {r.Outlet}\nLINK: {r.Link}" }));
            var file = folder.Write("reports.jsonl", string.Join('\n', lines) + "\n");
            var store = Path.Combine(folder.Path, "record.duckdb");
            Run("ingest", store, file);
            return store;
        }
    }
}
