namespace Demarche.Tests.Language;

public class QuotationSplitTests
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()).Value!);

    [Theory]
    [InlineData("Replied the spokesman, \"The text is long. It repeats itself. \"We believe that it distracts nobody.\" An army has gathered at the border.", "\"We", "An")]
    [InlineData("The troops reached Kuwait. ``They came to stay,'' said the general. ``It will be long.'' Egypt sent soldiers too.", "``They", "``It", "Egypt")]
    public void A_mark_stays_on_its_side(string text, params string[] starts)
    {
        var parsed = Loaded.Value.Language.Parse(Loaded.Value.Reader.FromText("made", text).Value!);
        var found = parsed.Sentences.Select(s => s[0].Span.Start).ToHashSet();
        Assert.All(starts, s => Assert.Contains(text.IndexOf(s, StringComparison.Ordinal), found));
        Assert.DoesNotContain(parsed.Sentences, s => s[s.Count - 1].Form == "\"" && s[s.Count - 1].Span.Start > s[s.Count - 2].Span.End);
    }
}
