using Demarche.Reports;

namespace Demarche.Tests.Reports;

public class RepairTests
{
    private static readonly ReportReader Reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;

    [Theory]
    [InlineData("The envoyâ€™s words", "The envoy's words", RepairKind.Mojibake)]
    [InlineData("â€œTalksâ€\u009D", "\"Talks\"", RepairKind.Mojibake)]
    [InlineData("â€œTalksâ€ began", "\"Talks\" began", RepairKind.Mojibake)]
    [InlineData("ZÃ¼rich", "Zürich", RepairKind.Mojibake)]
    [InlineData("Ã¢â‚¬â„¢tis", "'tis", RepairKind.Mojibake)]
    [InlineData("The envoy\u0092s words", "The envoy's words", RepairKind.Mojibake)]
    [InlineData("Johnson &amp; Sons", "Johnson & Sons", RepairKind.Entity)]
    [InlineData("&quot;Talks&quot;", "\"Talks\"", RepairKind.Entity)]
    [InlineData("it&#39;s over", "it's over", RepairKind.Entity)]
    [InlineData("it&amp;#8217;s over", "it's over", RepairKind.Entity)]
    [InlineData("“Talks”", "\"Talks\"", RepairKind.Typography)]
    [InlineData("the envoy’s", "the envoy's", RepairKind.Typography)]
    [InlineData("talks – which", "talks - which", RepairKind.Typography)]
    [InlineData("talks—which", "talks--which", RepairKind.Typography)]
    [InlineData("talks…", "talks...", RepairKind.Typography)]
    [InlineData("10\u00A0envoys", "10 envoys", RepairKind.Typography)]
    [InlineData("``Talks''", "\"Talks\"", RepairKind.Typography)]
    [InlineData("The talks.The envoy left", "The talks. The envoy left", RepairKind.MissingSpace)]
    [InlineData("The talks,which failed", "The talks, which failed", RepairKind.MissingSpace)]
    [InlineData("in June 2018.The envoy", "in June 2018. The envoy", RepairKind.MissingSpace)]
    [InlineData("the U.S.President", "the U.S. President", RepairKind.MissingSpace)]
    [InlineData("the  talks", "the talks", RepairKind.DoubledBlank)]
    [InlineData("the\ttalks", "the talks", RepairKind.DoubledBlank)]
    [InlineData("the\u200B talks\u0007", "the talks", RepairKind.Control)]
    [InlineData("trans\u00ADatlantic", "transatlantic", RepairKind.Control)]
    public void Damage_is_mended(string damaged, string mended, RepairKind kind)
    {
        var repaired = Reader.FromText("in", damaged).Value!.Repaired;
        Assert.Equal(mended, repaired.Text);
        Assert.Contains(repaired.Repairs, r => r.Kind == kind);
    }

    [Theory]
    [InlineData("the U.S.A and the U.N. at 3 a.m. on e.g. Monday")]
    [InlineData("see www.example.org/a.Html or mail Jane.Doe@example.org, node.js, 1,000 and 3.5")]
    [InlineData("SÃO PAULO, Ângela and the São Tomé envoy; AT&T and R&D; x & y; &c")]
    [InlineData("Allafrica.Com and the Ph.D of J.K. Roe")]
    public void What_is_right_stays(string text) => Assert.Equal(text, Reader.FromText("in", text).Value!.Repaired.Text);

    [Fact]
    public void A_mended_character_points_at_what_was_read()
    {
        const string Text = "The countrys envoy — “a friend”";
        var repaired = Reader.FromText("in", Text).Value!.Repaired;
        Assert.Equal("The country's envoy -- \"a friend\"", repaired.Text);
        Assert.Equal("countrys", Original("country's"));
        Assert.Equal("s", Original("'s"));
        Assert.Equal("—", Original("--"));
        Assert.Equal("“a friend”", Original("\"a friend\""));
        Assert.Equal(new Span(4, 13), repaired.ToMended(new Span(4, 12)));

        string Original(string part)
        {
            var at = repaired.Text.IndexOf(part, StringComparison.Ordinal);
            return repaired.ToOriginal(new Span(at, at + part.Length)).In(Text).ToString();
        }
    }
}
