using Demarche.Reports;

namespace Demarche.Tests.Reports;

/// <summary>The examples of <c>codebook/reports/</c>, each of which must come out as its file says.</summary>
public class CodebookExamples
{
    private static readonly CodebookFiles Files = CodebookFiles.Shipped();

    private static readonly ReportReader Reader = ReportReader.Load(Files).Value!;

    public static TheoryData<string> Trailers => Keys("reports/trailers.yaml");

    public static TheoryData<string> Captions => Keys("reports/captions.yaml");

    public static TheoryData<string> Datelines => Keys("reports/datelines.yaml");

    public static TheoryData<string> Apostrophes => Keys("reports/apostrophes.yaml");

    [Theory]
    [MemberData(nameof(Trailers))]
    public void A_trailer_gives_what_its_example_says(string where)
    {
        var (report, example) = Read(where);
        Assert.Equal(example["outlet"]?.Scalar, report.Outlet);
        Assert.Equal(example["link"]?.Scalar, report.Link);
        Assert.Equal(example["tags"]?.Scalars ?? [], report.Tags);
        Assert.Equal(example["published"]?.Scalar, Day(report.Published));
        var body = report.Sections.Where(s => s.Kind == SectionKind.Paragraph).Select(s => report.Text[s.Span.Start..s.Span.End]).ToArray();
        Assert.StartsWith("The ", body[0], StringComparison.Ordinal);
        Assert.Equal(example["body"]?.Scalars ?? [body[0]], body);
    }

    [Theory]
    [MemberData(nameof(Captions))]
    public void A_caption_is_told_from_a_paragraph(string where)
    {
        var (report, example) = Read(where, after: "\nThe envoys left the hall without a word, officials of both sides said on Monday.\nMore was to come.");
        Assert.Equal(example["credit"]?.Scalar, report.PhotoCredit);
        var caption = report.Sections.Where(s => s.Kind == SectionKind.Caption).Select(s => report.Text[s.Span.Start..s.Span.End]);
        Assert.Equal(example["caption"]?.Scalars ?? [], caption);
    }

    [Theory]
    [MemberData(nameof(Datelines))]
    public void A_dateline_is_read_or_left(string where)
    {
        var (report, example) = Read(where, after: "\nMore was to come.");
        Assert.Equal(example["place"]?.Scalar, report.Dateline?.Place);
        Assert.Equal(example["agency"]?.Scalar, report.Dateline?.Agency);
        Assert.Equal(example["day"]?.Scalar, report.Dateline?.Day);
        Assert.Equal(example["published"]?.Scalar, Day(report.Published));
        var body = report.Sections.First(s => s.Kind == SectionKind.Paragraph).Span;
        Assert.Equal((example["rest"] ?? example["text"])?.Scalar, report.Text[body.Start..body.End]);
    }

    [Theory]
    [MemberData(nameof(Apostrophes))]
    public void A_lost_apostrophe_is_put_back_and_a_plural_stays(string where)
    {
        var (report, example) = Read(where);
        Assert.Equal((example["mended"] ?? example["text"])?.Scalar, report.Repaired.Text);
    }

    private static string? Day(NodaTime.LocalDate? day) => day is { } one ? NodaTime.Text.LocalDatePattern.Iso.Format(one) : null;

    private static (Report Report, CodebookYaml Example) Read(string where, string after = "")
    {
        var example = Examples(where[..where.LastIndexOf(':')]["codebook/".Length..]).Single(e => e.Where == where);
        var report = Reader.FromText(where, example["text"]!.Scalar + after);
        Assert.Null(report.Failure);
        return (report.Value!, example);
    }

    private static TheoryData<string> Keys(string path) => [.. Examples(path).Select(e => e.Where)];

    private static IEnumerable<CodebookYaml> Examples(string path) => CodebookYaml.Parse(Files.At(path)!, [])!["examples"]!.Items;
}
