using Demarche.Reports;
using NodaTime;

namespace Demarche.Tests.Reports;

public class LayoutTests
{
    private const string Wrapped = """
        Envoys of both states met in Geneva on Monday to discuss the border,
        and agreed to meet again before the end of the month, officials said.
        A second round was to follow.
           The opposition called the meeting a waste of time and demanded that
        the government publish what it had offered to the other side there.

        Nobody was available for comment.
        """;

    private static readonly ReportReader Reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;

    [Fact]
    public void Wrapped_lines_become_paragraphs_and_read_as_one_line()
    {
        var report = Read(Wrapped);
        Assert.Equal([SectionKind.Paragraph, SectionKind.Paragraph, SectionKind.Paragraph], report.Sections.Select(s => s.Kind));
        Assert.StartsWith("The opposition", Part(report, 1), StringComparison.Ordinal);
        Assert.Contains("border, and agreed", report.Repaired.Text, StringComparison.Ordinal);
        Assert.Contains(report.Repaired.Repairs, r => r.Kind == RepairKind.LineEnd);
    }

    [Fact]
    public void A_line_is_a_paragraph_where_lines_are_long()
    {
        var report = Read("The envoys of both states met in Geneva on Monday.\nThey agreed to meet again before the end of the month, officials said.");
        Assert.Equal(2, report.Sections.Length);
    }

    [Theory]
    [InlineData(1, SectionKind.Trailer)]
    [InlineData(40, SectionKind.Paragraph)]
    public void A_story_that_ends_with_thanks_on_the_same_line_is_no_closing_line(int sentences, SectionKind kind)
    {
        var story = string.Concat(Enumerable.Repeat("Envoys met in Geneva. ", sentences - 1));
        Assert.Equal(kind, Read($"The envoys of both states met in Geneva on Monday.\n{story}Jane Doe contributed to this article.").Sections[^1].Kind);
    }

    [Fact]
    public void A_title_above_the_body_is_a_headline()
    {
        var report = Read("Envoys meet in Geneva\nBy Jane Doe\n\nGENEVA, May 3 (Reuters) - Envoys of both states met on Monday, officials said.\nThey left.");
        Assert.Equal([SectionKind.Headline, SectionKind.Trailer, SectionKind.Paragraph, SectionKind.Paragraph], report.Sections.Select(s => s.Kind));
        Assert.Equal("Reuters", report.Outlet);
        Assert.Equal("GENEVA, May 3 (Reuters) -", report.Text[report.Dateline!.Span.Start..report.Dateline.Span.End]);
        Assert.StartsWith("Envoys of", Part(report, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_is_no_headline() => Assert.Equal(SectionKind.Paragraph, Read("Envoys met in Geneva.\nThey agreed to meet again before the end of the month.").Sections[0].Kind);

    [Theory]
    [InlineData("2020-07-04")]
    [InlineData("2020-07-04T10:00:00Z")]
    [InlineData("July 4, 2020")]
    [InlineData("Saturday, July 4, 2020")]
    [InlineData("4 Jul 2020")]
    public void A_printed_day_is_read(string day) =>
        Assert.Equal(new LocalDate(2020, 7, 4), Read($"The envoys left.\nSource: Harbour Times\nDate: {day}").Published);

    [Fact]
    public void A_credit_line_below_makes_a_caption_of_the_line_above()
    {
        var report = Read("Delegates leave the hall in Geneva.\nPhoto: AP\n\nThe envoys of both states left the hall without a word.\nThey flew home.");
        Assert.Equal([SectionKind.Caption, SectionKind.Trailer, SectionKind.Paragraph, SectionKind.Paragraph], report.Sections.Select(s => s.Kind));
        Assert.Equal("AP", report.PhotoCredit);
    }

    [Fact]
    public void Plain_text_has_no_parts_but_paragraphs()
    {
        var report = Reader.FromPlainText("in", "GENEVA (AP) -- The envoys left.\n\nSOURCE: Harbour Times").Value!;
        Assert.Equal([SectionKind.Paragraph, SectionKind.Paragraph], report.Sections.Select(s => s.Kind));
        Assert.Null(report.Dateline);
        Assert.Null(report.Outlet);
    }

    [Theory]
    [InlineData("reports/datelines.yaml", "months: []", "codebook/reports/datelines.yaml:1")]
    [InlineData("reports/trailers.yaml", "labels: {nonsense: [a]}", "codebook/reports/trailers.yaml:1")]
    public void A_bad_word_table_names_its_line(string path, string text, string where)
    {
        var folder = Directory.CreateTempSubdirectory("demarche-codebook-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "reports"));
            File.WriteAllText(Path.Combine(folder.FullName, path), text);
            var failure = ReportReader.Load(CodebookFiles.Shipped().Overlay(folder.FullName).Value!).Failure;
            Assert.NotNull(failure);
            Assert.EndsWith(where["codebook/".Length..], failure.Where, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Report Read(string text) => Reader.FromText("in", text).Value!;

    private static string Part(Report report, int section) => report.Text[report.Sections[section].Span.Start..report.Sections[section].Span.End];
}
