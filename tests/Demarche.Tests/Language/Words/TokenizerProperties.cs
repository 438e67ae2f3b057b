using CsCheck;
using Demarche.Language;
using Demarche.Language.Conllu;
using Demarche.Reports;

namespace Demarche.Tests.Language.Words;

public sealed class TokenizerProperties(ShippedWords words) : IClassFixture<ShippedWords>
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        "the", "Mr.", "U.S.", "don't", "cannot", "'", "\"", ".", "...", "!?", " ", "  ", "\n", "\n\n", "\t", "-", "--", "—", "(", ")", "$5", "3,000.50", "a.m.",
        "http://x.org/?a=b", "a@b.org", "@who", "#tag", ":-)", "’s", "“", "”", "😀", "\uD83D", "\uDE00", "\u0301", "\u200B", "\0", "北京", "é", "İ", "ǅ", "'s", "n't", "%", "www.", "://", "@");

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Pieces.Array[0, 60].Select(string.Concat));

    [Fact]
    public void Any_text_splits_into_words_in_order_that_hold_all_of_it() => Texts.Sample(
        text =>
        {
            var sentences = words.Tokenizer.Split(ShippedWords.Plain(text), []);
            var at = 0;
            foreach (var span in sentences.SelectMany(s => s.Spans))
            {
                Assert.True(at <= span.Start && span.Start < span.End && span.End <= text.Length);
                Assert.True(text.AsSpan(at, span.Start - at).IndexOfAnyExcept(Blanks(text)) < 0);
                at = span.End;
            }

            Assert.All(sentences, s => Assert.InRange(s.Forms.Length, 1, 300));
            Assert.All(sentences, s => Assert.Equal(s.Forms, s.Spans.Select(p => p.In(text).ToString())));
        },
        iter: 3000);

    [Fact]
    public void The_same_text_gives_the_same_words() => Texts.Sample(
        text => Assert.Equal(Spans(ShippedWords.Plain(text)), Spans(ShippedWords.Plain(text))), iter: 500);

    [Fact]
    public void Words_of_mended_text_point_into_the_text_as_read() => Gen.Select(Texts, Gen.Int[0, 3].Array[1, 40]).Sample(
        (text, moves) =>
        {
            var report = Damaged(text, moves);
            var at = 0;
            foreach (var span in Spans(report))
            {
                Assert.True(at <= span.Start && span.Start <= span.End && span.End <= report.Text.Length);
                at = span.End;
            }
        },
        iter: 1000);

    [Fact]
    public void What_is_written_as_CoNLLU_can_be_read_again() => Texts.Sample(
        text =>
        {
            var report = ShippedWords.Plain(text);
            var parsed = new ParsedReport(report, [.. words.Tokenizer.Split(report, []).Select(Untagged)], []);
            using var output = new StringWriter();
            ConlluWriter.Write(parsed, output);
            if (parsed.Sentences.Length > 0)
            {
                var read = ConlluReader.Read("test", output.ToString());
                Assert.Equal(parsed.Sentences.Sum(s => s.Count), read.Value?.Sentences.Sum(s => s.Words.Forms.Length));
            }
        },
        iter: 1000);

    private Span[] Spans(Report report) => [.. words.Tokenizer.Split(report, []).SelectMany(s => s.Spans)];

    private static Sentence Untagged(TokenizedSentence s, int index)
    {
        var blank = Array.ConvertAll(s.Forms, _ => "_");
        return new Sentence(index, s.Section, new TokenTable(s.Spans, s.Forms, blank, new Upos[blank.Length], blank, Array.ConvertAll(blank, _ => -1), blank), s.Multiwords);
    }

    private static char[] Blanks(string text) => [.. text.Where(c => char.IsWhiteSpace(c) || char.IsControl(c)).Distinct()];

    // As if a repair had put in (0), kept (1), or taken away one or two characters before (2, 3) each character.
    private static Report Damaged(string mended, int[] moves)
    {
        var (starts, ends) = (new int[mended.Length], new int[mended.Length]);
        var length = 0;
        for (var i = 0; i < mended.Length; i++)
        {
            var move = moves[i % moves.Length];
            length += Math.Max(move - 1, 0);
            starts[i] = length;
            length += move == 0 ? 0 : 1;
            ends[i] = length;
        }

        var read = new string('x', length);
        return new Report("test", read, RepairedText.Mended(mended, starts, ends, []), [new Section(SectionKind.Paragraph, new Span(0, length))]);
    }
}
