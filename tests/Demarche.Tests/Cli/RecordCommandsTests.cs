using System.Text.Json;

namespace Demarche.Tests.Cli;

/// <summary>Ingest, and the commands that ask and correct the record, as a user calls them.</summary>
public sealed class RecordCommandsTests : IDisposable
{
    private const string Talks = "Iran rejected talks with the United States on Saturday.\n\nThe US imposed new sanctions on Iran last week.\n";
    private const string Visit = "The president of France visited Japan on Monday.\n";
    private readonly TestFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "record.duckdb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ingesting_again_changes_nothing_and_a_moved_file_is_known()
    {
        var news = News();
        var first = Ingest(news);
        Assert.Equal(0, first.Code);
        Assert.Equal("", first.Output);
        Assert.Contains("2 reports added", first.Errors, StringComparison.Ordinal);
        var before = Sql("SELECT key, json FROM events ORDER BY key");
        Directory.Move(news, news + "-moved");
        var again = Ingest(news + "-moved");
        Assert.Contains("0 reports added, 2 known already", again.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Sql("SELECT key, json FROM events ORDER BY key"));
        Assert.NotEmpty(before);
    }

    [Fact]
    public void The_record_does_not_depend_on_the_number_of_threads()
    {
        var news = News();
        for (var i = 0; i < 12; i++)
        {
            File.WriteAllText(Path.Combine(news, $"more{i:00}.txt"), $"Report {i}. {Talks}");
        }

        Ingest(news, "--jobs", "1");
        var one = Sql("SELECT number, key, json FROM events ORDER BY number");
        File.Delete(Store);
        Ingest(news, "--jobs", "4");
        Assert.Equal(one, Sql("SELECT number, key, json FROM events ORDER BY number"));
    }

    [Fact]
    public void A_failed_input_is_kept_with_its_reason_until_it_can_be_read()
    {
        var news = News();
        var bad = Path.Combine(news, "bad.txt");
        File.WriteAllText(bad, "");
        var called = Ingest(news);
        Assert.Equal(1, called.Code);
        Assert.Contains("DEM101", called.Errors, StringComparison.Ordinal);
        Assert.Contains("2 reports added, 1 failed", called.Errors, StringComparison.Ordinal);
        Assert.Equal(1, Called.With("ingest", "--retry-failed", "--store", Store).Code);
        Assert.Contains("\"tries\":2", Assert.Single(Sql("SELECT input, number, tries FROM failures")), StringComparison.Ordinal);
        File.WriteAllText(bad, "China and Russia signed an agreement in Moscow on Friday.");
        var retried = Called.With("ingest", "--retry-failed", "--store", Store);
        Assert.Equal(0, retried.Code);
        Assert.Contains("1 report added", retried.Errors, StringComparison.Ordinal);
        Assert.Empty(Sql("SELECT input FROM failures"));
    }

    [Fact]
    public void A_failure_of_a_line_is_forgotten_once_the_line_is_mended()
    {
        var lines = _folder.Write("news.jsonl", "{\"text\": \"China and Russia signed an agreement in Moscow on Friday.\"}\nnonsense\n");
        Assert.Equal(1, Ingest(lines).Code);
        _folder.Write("news.jsonl", "{\"text\": \"China and Russia signed an agreement in Moscow on Friday.\"}\n{\"text\": \"Japan rejected talks with Iran.\"}\n");
        Assert.Equal(0, Called.With("ingest", "--retry-failed", "--store", Store).Code);
        Assert.Empty(Sql("SELECT input FROM failures"));
        Assert.Equal(2, Sql("SELECT hash FROM reports").Length);
    }

    [Fact]
    public void Recoding_with_a_changed_codebook_keeps_the_older_coding_and_the_corrections()
    {
        Ingest(News());
        var id = Ids()[0];
        Assert.Equal(0, Called.With("review", "accept", id, "--who", "Ada", "--store", Store).Code);
        var codebook = Directory.CreateDirectory(Path.Combine(_folder.Path, "codebook", "words")).Parent!.FullName;
        File.WriteAllText(Path.Combine(codebook, "words", "mine.yaml"), "greeting: {words: [hello]}\n");
        Assert.Contains("2 known already", Ingest(News(), "--codebook", codebook).Errors, StringComparison.Ordinal);
        Assert.Contains("2 coded anew", Ingest(News(), "--codebook", codebook, "--recode").Errors, StringComparison.Ordinal);
        Assert.Contains("2 known already", Ingest(News(), "--codebook", codebook, "--recode").Errors, StringComparison.Ordinal);
        Assert.Equal(2, Sql("SELECT DISTINCT codebook FROM codings").Length);
        Assert.NotEmpty(Sql("SELECT key FROM past_events"));
        Assert.Contains("accepted", Assert.Single(Sql("SELECT review FROM events WHERE review IS NOT NULL")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrected_event_that_is_not_coded_any_more_is_told()
    {
        Ingest(News());
        Called.With("review", "accept", Ids()[0], "--store", Store);
        var again = Ingest(News(), "--min-confidence", "1", "--recode", "--date", "2024-05-01");
        Assert.Contains("DEM519", again.Errors, StringComparison.Ordinal);
        Assert.Contains("1 corrected event is not coded any more", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_given_later_dates_the_reports_anew()
    {
        Ingest(News());
        Assert.Empty(Sql("SELECT name FROM reports WHERE published IS NOT NULL"));
        Assert.Contains("2 coded anew", Ingest(News(), "--recode", "--date", "2024-05-01").Errors, StringComparison.Ordinal);
        Assert.Equal(2, Sql("SELECT name FROM reports WHERE published = DATE '2024-05-01'").Length);
    }

    [Fact]
    public void Search_actors_and_sql_give_rows_for_programs()
    {
        Ingest(News());
        var hit = Json(Assert.Single(Called.With("search", "talk", "sanction", "--store", Store, "--format", "jsonl").Lines));
        Assert.EndsWith("talks.txt", hit.GetProperty("report").GetString(), StringComparison.Ordinal);
        var actors = Called.With("actors", "--code", "IRN", "--store", Store, "--format", "csv").Lines;
        Assert.Equal("code,name,as actor,as recipient,as speaker", actors[0]);
        Assert.StartsWith("IRN,Iran,", actors[1], StringComparison.Ordinal);
        Assert.Equal(["n", "2"], Called.With("sql", "SELECT count(*) AS n FROM reports", "--store", Store, "--format", "csv").Lines);
        Assert.Contains("talks.txt", Called.With("search", "talks", "--store", Store).Output, StringComparison.Ordinal);
        Assert.Equal(2, Called.With("sql", "DELETE FROM events", "--store", Store).Code);
        var nothing = Called.With("search", "zeppelin", "--store", Store);
        Assert.Equal((0, ""), (nothing.Code, nothing.Output));
    }

    [Fact]
    public void Reviews_become_gold_that_the_coder_is_scored_against()
    {
        Ingest(News());
        var ids = Ids();
        Assert.True(ids.Length >= 3);
        var said = Called.With("review", "accept", ids[0], "--who", "Ada", "--store", Store);
        Assert.StartsWith("accepted " + ids[0], said.Output, StringComparison.Ordinal);
        Called.With("review", "reject", ids[1], "--note", "no", "--store", Store);
        Assert.Equal(0, Called.With("review", "edit", ids[2], "--set", "status=possible", "--store", Store).Code);
        Assert.Equal(ids.Length - 3, Ids().Length);
        Assert.Equal(3, Called.With("review", "list", "--store", Store, "--format", "jsonl").Lines.Length);
        var gold = Path.Combine(_folder.Path, "gold.jsonl");
        Assert.Equal(0, Called.With("review", "export", "--output", gold, "--store", Store).Code);
        var rows = Called.With("eval", gold, "--format", "jsonl").Lines.Select(Json).ToDictionary(r => r.GetProperty("figure").GetString()!);
        Assert.Equal((2, 2), Share("found (recall)"));
        Assert.Equal((1, 1), Share("rejected, and came again"));
        Assert.Equal((1, 2), Share("status"));

        (int Part, int Whole) Share(string figure) => (rows[figure].GetProperty("count").GetInt32(), rows[figure].GetProperty("of").GetInt32());
    }

    [Theory]
    [InlineData("status=perhaps", "no such status")]
    [InlineData("event=NOSUCH", "no such event type")]
    [InlineData("mode=nosuch", "no such mode")]
    [InlineData("date=yesterday", "no date")]
    [InlineData("rule=mine", "cannot be edited")]
    [InlineData("status", "no '='")]
    public void An_edit_that_makes_no_event_is_named(string set, string expected)
    {
        var ingested = Ingest(News());
        var ids = Ids();
        Assert.True(ids.Length > 0, ingested.Errors);
        var called = Called.With("review", "edit", ids[0], "--set", set, "--store", Store);
        Assert.Contains(expected, Assert.Single(called.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(2, called.Code);
    }

    [Fact]
    public void An_edited_type_takes_its_scores_from_the_codebook()
    {
        Ingest(News());
        var id = Ids()[0];
        Called.With("review", "edit", id, "--set", "event=SANCTION", "mode=expel", "actor=PRK;USA:Ann Envoy", "--store", Store);
        var row = Json(Assert.Single(Sql("SELECT type, mode, quad, scale, json FROM events WHERE review = 'edited'")));
        Assert.Equal(("SANCTION", "expel", 4), (row.GetProperty("type").GetString(), row.GetProperty("mode").GetString(), row.GetProperty("quad").GetInt32()));
        Assert.True(row.GetProperty("scale").GetDouble() < 0);
        Assert.Contains("Ann Envoy", row.GetProperty("json").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gold_that_is_none_is_named_and_the_rest_goes_on()
    {
        var gold = _folder.Write("gold.jsonl", "{\"report\": \"x\"}\n{\"report\": \"a\", \"text\": \"Iran rejected talks with Japan.\", \"events\": [], \"rejected\": []}\n");
        var called = Called.With("eval", gold);
        Assert.Equal(1, called.Code);
        Assert.Contains("gold.jsonl:1: the line is no gold", called.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_use_is_told()
    {
        Assert.Equal(2, Called.With("ingest").Code);
        var none = Called.With("search", "talks", "--store", Store);
        Assert.Equal(2, none.Code);
        Assert.Contains("DEM601", none.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));
    }

    private string News()
    {
        var news = Directory.CreateDirectory(Path.Combine(_folder.Path, "news")).FullName;
        _folder.Write("news/talks.txt", Talks);
        _folder.Write("news/visit.txt", Visit);
        return news;
    }

    private Called Ingest(string path, params string[] more) => Called.With(["ingest", path, "--store", Store, .. more]);

    private string[] Sql(string sql) => Called.With("sql", sql, "--store", Store, "--format", "jsonl").Lines;

    private string[] Ids() => [.. Called.With("review", "--queue", "--store", Store, "--format", "jsonl").Lines.Select(l => Json(l).GetProperty("id").GetString()!)];

    private static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement;
}
