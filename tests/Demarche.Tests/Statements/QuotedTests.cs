using System.Collections.Immutable;
using CsCheck;
using Demarche.Statements;

namespace Demarche.Tests.Statements;

/// <summary>Who says what, as stretches of text: what the trained model must find in plain news sentences of our own.</summary>
public class QuotedTests
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()) is { Value: { } pipeline } ? pipeline : throw new InvalidOperationException());

    private static readonly string[] Paragraphs =
    [
        "“We will not sign a bad treaty,” Foreign Minister Anna Keller said on Monday.",
        "“The border is open,” the governor said. “Anyone may cross it.”",
        "Lawmakers told reporters that the sanctions had failed.",
        "The talks collapsed at dawn, according to two diplomats.",
        "The envoy spent the night in the capital.",
        "\"No one asked us,\" Mr. Obi wrote, \"and no one will.\"",
        "Nobody knows, the spokesman added, whether the “third round” of talks will come.",
    ];

    [Theory]
    [InlineData("“We will not sign a bad treaty,” Foreign Minister Anna Keller said on Monday.", "Keller", "said", "“We will not sign a bad treaty,”")]
    [InlineData("Lawmakers told reporters that the sanctions had failed.", "Lawmakers", "told", "that the sanctions had failed")]
    [InlineData("The talks collapsed at dawn, according to two diplomats.", "two diplomats", "according to", "The talks collapsed at dawn")]
    [InlineData("President Moreno believes that the ceasefire will hold through the winter.", "Moreno", "believes", "that the ceasefire will hold through the winter")]
    [InlineData("The general denied that his troops had crossed the river.", "The general", "denied", "that his troops had crossed the river")]
    public void One_attribution_has_its_source_cue_and_content(string text, string source, string cue, string content)
    {
        var quoted = Assert.Single(Read(text));
        Assert.Contains(source, Joined(text, quoted.Source), StringComparison.Ordinal);
        Assert.Contains(cue, Joined(text, quoted.Cue), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(content, Joined(text, quoted.Content));
    }

    [Fact]
    public void A_split_quotation_is_one_content_in_pieces()
    {
        const string Text = "“The road to peace is long,” Ambassador Lund said, “and we have only begun to walk it.”";
        var quoted = Assert.Single(Read(Text));
        Assert.Equal(["“The road to peace is long,”", "“and we have only begun to walk it.”"], quoted.Content.Select(s => s.In(Text).ToString()));
        Assert.Contains("Lund", Joined(Text, quoted.Source), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_goes_on_behind_its_cue()
    {
        const string Text = "“The border is open,” the governor said. “Anyone may cross it. Nobody will be stopped.”";
        var quoted = Read(Text)[0];
        Assert.Contains("governor", Joined(Text, quoted.Source), StringComparison.Ordinal);
        Assert.Contains("The border is open", Joined(Text, quoted.Content), StringComparison.Ordinal);
        Assert.Contains("Nobody will be stopped", Joined(Text, quoted.Content), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_between_two_quotations_is_nobodys_where_the_lines_of_paragraphs_were_joined()
    {
        const string Text = "The spokesman replied, ``The text is long. It repeats what was said before. ``We believe that it will convince nobody.'' An army of three states has gathered at the border. ``They came to stay,'' said the general. Egypt sent soldiers on Monday.";
        var content = Read(Text).Select(q => Joined(Text, q.Content)).ToList();
        Assert.DoesNotContain(content, c => c.Contains("army", StringComparison.Ordinal) || c.Contains("Egypt", StringComparison.Ordinal));
        Assert.Contains(content, c => c.Contains("came to stay", StringComparison.Ordinal));
    }

    [Fact]
    public void Speech_inside_speech_stays_inside_it()
    {
        const string Text = "Senator Ruiz told reporters on Friday that the president had said he would not sign the bill.";
        var quoted = Assert.Single(Read(Text));
        Assert.Equal("Senator Ruiz", Joined(Text, quoted.Source));
        Assert.Equal("that the president had said he would not sign the bill", Joined(Text, quoted.Content));
    }

    [Fact]
    public void A_plain_deed_is_nobodys_saying() => Assert.Empty(Read("The train from the coast arrived at noon with forty passengers."));

    [Fact]
    public void Spans_lie_in_the_text_in_order_and_the_same_text_gives_the_same() =>
        Gen.Int[0, Paragraphs.Length - 1].Array[1, 6].Select(p => string.Join("\n\n", p.Select(i => Paragraphs[i]))).Sample(
            text =>
            {
                var quoted = Read(text);
                Assert.Equal(Flat(quoted), Flat(Read(text)));
                foreach (var one in quoted)
                {
                    Assert.False(one.Cue.IsEmpty && one.Source.IsEmpty);
                    Assert.NotEmpty(one.Content);
                    foreach (var spans in new[] { one.Source, one.Cue, one.Content })
                    {
                        Assert.All(spans, s => Assert.InRange(s.Start, 0, s.End - 1));
                        Assert.All(spans, s => Assert.InRange(s.End, 1, text.Length));
                        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
                    }
                }
            },
            iter: 40,
            threads: 1);

    private static ImmutableArray<Quoted> Read(string text) => Loaded.Value.State(Loaded.Value.Reader.FromPlainText("test", text).Value!).Quoted;

    private static string Joined(string text, IEnumerable<Span> spans) => string.Join(" … ", spans.Select(s => s.In(text).ToString()));

    private static List<string> Flat(IEnumerable<Quoted> quoted) =>
        [.. quoted.Select(q => string.Join(';', q.Source) + "|" + string.Join(';', q.Cue) + "|" + string.Join(';', q.Content))];
}
