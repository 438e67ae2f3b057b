using System.Collections.Immutable;
using System.Xml.Linq;
using Demarche.Coding.Records;
using Demarche.Tests.Cli;
using NodaTime;

namespace Demarche.Tests.Complaints;

/// <summary>What users of the field's open coders complain of does not happen here; docs/complaints.md tells the complaint beside each.</summary>
public class ComplaintTests
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()).Value!);

    [Theory]
    [InlineData("France will impose sanctions on Mali next month.")]
    [InlineData("Japan plans to send aid to Nepal.")]
    [InlineData("Chile may recall its ambassador from Peru.")]
    [InlineData("If talks fail, Sudan could attack Chad.")]
    public void A_plan_or_a_chance_is_not_a_deed(string text) =>
        Assert.All(Coded(text), e => Assert.True(e.Status is not "happened" and not "ongoing" || e.Type is "THREATEN" or "AGREE" or "REQUEST", Short(e)));

    [Fact]
    public void A_sentence_does_not_give_a_shower_of_events()
    {
        var events = Coded(
            "France, Germany, Italy, Spain and Poland condemned Russia, Belarus and Syria on Monday for the attacks on Ukraine, Georgia and Moldova that their "
            + "armies, police and allied militias carried out last year, and urged China, India and Brazil to join the sanctions.");
        Assert.InRange(events.Length, 1, 5);
        Assert.Equal(events.Length, events.Select(e => (e.Type, e.Mode, e.TextInfo)).Distinct().Count());
    }

    [Theory]
    [InlineData("Kenya glorped Uganda on Tuesday.")]
    [InlineData("The weather in Norway stayed cold while Sweden thawed.")]
    public void Where_no_rule_fires_there_is_no_code(string text) => Assert.Empty(Coded(text));

    [Fact]
    public void Codes_are_those_of_the_ontology()
    {
        var ontology = Loaded.Value.Codebook.Ontology;
        foreach (var one in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.txt").SelectMany(f => Coded(File.ReadAllText(f))))
        {
            var type = ontology.Types[one.Type];
            Assert.True(one.Mode is null || type.Modes.ContainsKey(one.Mode), Short(one));
            Assert.NotEmpty(one.Rule);
        }
    }

    [Fact]
    public void An_object_that_is_no_actor_is_no_recipient()
    {
        var one = Assert.Single(Coded("Iran supplied oil to China through Turkey after a long dispute over prices."));
        Assert.Equal("IRN>CHN", Pair(one));
    }

    [Fact]
    public void Each_event_names_its_rule_and_the_words_that_met_it()
    {
        var one = Assert.Single(Coded("Egypt expelled two diplomats of Qatar on Sunday."));
        Assert.Contains(Loaded.Value.Codebook.Rules, r => string.Equals(r.Id, one.Rule, StringComparison.Ordinal));
        Assert.Contains(one.Explanation, e => string.Equals(e.Text, "expelled", StringComparison.Ordinal));
        Assert.All(one.Evidence, e => Assert.Contains(e, one.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Joe Biden met the prime minister of Japan.", 2010, "vice president")]
    [InlineData("Joe Biden met the prime minister of Japan.", 2022, "president")]
    [InlineData("Foreign Minister Arvo Testman of Estonia met the prime minister of Japan.", 2022, "Foreign Minister")]
    public void An_office_is_the_one_held_on_that_day_or_the_one_that_the_report_names(string text, int year, string office)
    {
        var actor = Assert.Single(Coded(text, new LocalDate(year, 5, 4))).Actors[0];
        Assert.Equal(office, actor.Office, ignoreCase: true);
        Assert.Equal("GOV", actor.Sectors[0]);
    }

    [Fact]
    public void A_broken_table_is_named_with_its_file_and_line()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "rules"));
        folder.Write("rules/mine.yaml", "- {id: mine.first, event: CONSULTT, verb: [meet], examples: [{text: \"France met Spain.\", actor: FRA}]}\n");
        var called = Called.With("codebook", "check", "--codebook", folder.Path);
        Assert.NotEqual(0, called.Code);
        Assert.Contains("mine.yaml:1", called.Errors, StringComparison.Ordinal);
        Assert.Contains("CONSULTT", called.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_this_process_is_needed_for_places()
    {
        var one = Assert.Single(Coded("Talks between France and Italy were held in Vienna on Monday."));
        Assert.Equal(("Vienna", "AUT"), (one.Place?.Name, one.Place?.Country));
        Assert.NotNull(one.Place?.Latitude);
    }

    [Fact]
    public void Every_package_is_pinned_and_locked()
    {
        var props = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"));
        var versions = props.Descendants("PackageVersion").Select(p => (string?)p.Attribute("Version")).ToList();
        Assert.NotEmpty(versions);
        Assert.DoesNotContain(versions, v => v is null || v.Contains('*', StringComparison.Ordinal) || v.Contains('[', StringComparison.Ordinal));
        var projects = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(projects);
        Assert.All(projects, p => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(p)!, "packages.lock.json")), p));
    }

    [Theory]
    [InlineData("Officials from Ghana and Togo met in Paris on Monday.", "Paris", "FRA")]
    [InlineData("Officials from Ghana and Togo met in Paris, Texas, on Monday.", "Paris", "USA")]
    public void A_place_is_read_in_its_context(string text, string name, string country)
    {
        var one = Assert.Single(Coded(text));
        Assert.Equal((name, country), (one.Place?.Name, one.Place?.Country));
    }

    [Fact]
    public void A_place_that_is_not_known_leaves_the_rest()
    {
        var one = Assert.Single(Coded("Ghana and Togo held talks in Qwertoville on Monday."));
        Assert.Equal("GHA+TGO>", Pair(one));
        Assert.Null(one.Place?.Latitude);
    }

    [Fact]
    public void A_bare_statement_has_no_place() =>
        Assert.All(Coded("Brazil condemned Cuba over the arrest of reporters in Havana, the foreign minister said in Brasilia."), e => Assert.Null(e.Place));

    [Fact]
    public void An_event_has_its_own_day_and_not_the_storys()
    {
        var one = Assert.Single(Coded("Japan imposed sanctions on Iran in March 2012.", new LocalDate(2024, 5, 1)));
        Assert.Equal((new LocalDate(2012, 3, 1), new LocalDate(2012, 3, 31)), (one.Date, one.EndDate));
    }

    [Fact]
    public void Plain_text_goes_in_and_explain_tells_why_nothing_came_out()
    {
        using var folder = new TestFolder();
        var path = folder.Write("story.txt", "The talks went on in Geneva.\n");
        Assert.Equal(0, Called.With("code", path).Code);
        var explained = Called.With("explain", path);
        Assert.Contains("lacks an actor", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_complaints_names_every_test_here()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "complaints.md"));
        var tests = typeof(ComplaintTests).GetMethods().Where(m => m.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0).Select(m => m.Name).ToList();
        Assert.InRange(tests.Count, 15, 100);
        Assert.All(tests.Where(t => !string.Equals(t, nameof(The_page_of_complaints_names_every_test_here), StringComparison.Ordinal)), t => Assert.Contains($"`{t}`", page, StringComparison.Ordinal));
    }

    private static ImmutableArray<EventRecord> Coded(string text, LocalDate? published = null)
    {
        var pipeline = Loaded.Value;
        var report = pipeline.Reader.FromText("story", text).Value! with { Published = published ?? new LocalDate(2024, 5, 1) };
        return RecordedEvents.Of(pipeline.Code(report), pipeline.Codebook);
    }

    private static string Pair(EventRecord one) => $"{string.Join('+', one.Actors.Select(a => a.Code))}>{string.Join('+', one.Recipients.Select(r => r.Code))}";

    private static string Short(EventRecord one) => $"{one.Type} {one.Mode} {Pair(one)} {one.Status}: {one.Text}";
}
