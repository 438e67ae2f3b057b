using System.Text;
using CsCheck;
using Demarche.Reports;

namespace Demarche.Tests.Reports;

/// <summary>What holds for every input, text or not.</summary>
public class ReportProperties
{
    private static readonly ReportReader Reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;

    private const int Rounds = 3000;

    // Pieces that the reader looks for, so that random texts run into its rules.
    private static readonly Gen<string> Pieces = Gen.OneOf(
        "North Koreas leader ", "the countrys ", "dont ", "WASHINGTON (AP) -- ", "SEOUL, June 30 (Yonhap) - ", "(Photo by Reuters)", "Photo: AP", "SOURCE: X", "LINK: https://example.org/a",
        "TAGS:", "TAGS: a, b", "â€™", "â€", "Ã©", "&amp;quot;", "&#39;", "\u200B", "\u00A0", "“", "”", "—", "…", "ﬁ", "\n", "\n\n", "\r\n", "\r", "\u2028", "  ", "\t", ".", ". ", "talks.The envoy",
        "U.S.A", "'", "--", "-", "_", ":", "(", ")", "[", "]", "/", "|", "By Jane Doe", "###", "FILE - ", "\uD83D\uDE00", "\uD83D", "\0", "a", "Talks ", "envoy ", "2019 ", "%", "s ");

    private static readonly Gen<string> Texts = Gen.OneOf<string>(Pieces.Array[0, 40].Select(string.Concat), Gen.String[Gen.Char, 0, 200]);

    [Fact]
    public void Any_bytes_give_a_report_or_a_reason() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        var outcome = Reader.Read("in", bytes);
        return (outcome.Value is null) != (outcome.Failure is null);
    }, iter: Rounds);

    [Fact]
    public void Sections_lie_in_the_text_in_order_and_never_overlap() => Texts.Sample(text =>
    {
        if (Reader.FromText("in", text).Value is not { } report)
        {
            return;
        }

        var end = 0;
        foreach (var section in report.Sections)
        {
            Assert.True(section.Span.Start >= end && section.Span.End <= text.Length && !section.Span.IsEmpty, $"{section.Kind} {section.Span} after {end}");
            end = section.Span.End;
        }
    }, iter: Rounds);

    [Fact]
    public void Every_mended_character_stands_for_a_range_of_the_text_and_ranges_never_fall_back() => Texts.Sample(text =>
    {
        if (Reader.FromText("in", text).Value is not { Repaired: var repaired } report)
        {
            return;
        }

        var last = default(Span);
        for (var i = 0; i < repaired.Text.Length; i++)
        {
            var original = repaired.ToOriginal(new Span(i, i + 1));
            Assert.True(original.Start >= last.Start && original.End >= last.End && original.Start <= original.End && original.End <= text.Length);
            last = original;
        }

        foreach (var repair in repaired.Repairs)
        {
            Assert.InRange(repair.Span.Start, 0, text.Length);
            Assert.InRange(repair.Span.End, repair.Span.Start, text.Length);
        }
    }, iter: Rounds);

    [Fact]
    public void A_section_goes_to_the_mended_text_and_back() => Texts.Sample(text =>
    {
        foreach (var section in Reader.FromText("in", text).Value?.Sections ?? [])
        {
            var repaired = Reader.FromText("in", text).Value!.Repaired;
            var mended = repaired.ToMended(section.Span);
            Assert.False(mended.IsEmpty);
            Assert.True(section.Span.Contains(repaired.ToOriginal(mended)));
        }
    }, iter: Rounds);

    [Fact]
    public void The_same_text_gives_the_same_report() => Texts.Sample(text =>
    {
        var (first, second) = (Reader.FromText("in", text), Reader.FromText("in", text));
        Assert.Equal(Show(first), Show(second));
    }, iter: Rounds);

    [Fact]
    public void Plain_ascii_prose_is_left_as_it_is() => Gen.OneOf("The envoys met.", "Talks were held", "on Monday,", "and", "both sides", "left.").Array[1, 30].Sample(words =>
    {
        var text = string.Join(' ', words);
        Assert.Equal(text, Reader.FromPlainText("in", text).Value!.Repaired.Text);
    }, iter: Rounds);

    private static string Show(Outcome<Report> outcome)
    {
        if (outcome.Value is not { } report)
        {
            return outcome.Failure!.ToString();
        }

        var shown = new StringBuilder(report.Repaired.Text).AppendJoin('|', report.Sections).AppendJoin('|', report.Repaired.Repairs).AppendJoin('|', report.Tags);
        return shown.Append(report.Outlet).Append(report.Link).Append(report.PhotoCredit).Append(report.Dateline).Append(report.Published).ToString();
    }
}
