using Demarche.Language;
using Demarche.Reports;

namespace Demarche.Tests.Language.Words;

public sealed class TokenizerTests(ShippedWords words) : IClassFixture<ShippedWords>
{
    [Theory]
    [InlineData("They don't know.", "They do+n't know .")]
    [InlineData("Ministers cannot agree, and won't try.", "Ministers can+not agree , and wo+n't try .")]
    [InlineData("We're gonna leave.", "We+'re gon+na leave .")]
    [InlineData("The minister's aide met the ministers' wives.", "The minister+'s aide met the ministers+' wives .")]
    [InlineData("Kenya's and Chad's envoys left.", "Kenya+'s and Chad+'s envoys left .")]
    [InlineData("The US-Iran talks failed.", "The US - Iran talks failed .")]
    [InlineData("A 15-year-old boy was hurt.", "A 15 - year - old boy was hurt .")]
    [InlineData("Talks (held on Monday) failed.", "Talks ( held on Monday ) failed .")]
    [InlineData("\"We agree,\" he said.", "\" We agree , \" he said .")]
    [InlineData("It cost $5 million, or 3.5% of the budget.", "It cost $ 5 million , or 3.5 % of the budget .")]
    [InlineData("Some 12,500 troops left.", "Some 12,500 troops left .")]
    [InlineData("They met at 5 p.m. on Tuesday.", "They met at 5 p.m. on Tuesday .")]
    [InlineData("The U.S. envoy met Mr. Odhiambo.", "The U.S. envoy met Mr. Odhiambo .")]
    [InlineData("See http://example.org/talks?id=7 for more.", "See http://example.org/talks?id=7 for more .")]
    [InlineData("Write to press@example.org today.", "Write to press@example.org today .")]
    [InlineData("He paused... then left.", "He paused ... then left .")]
    [InlineData("Aid went to Kyiv. But it came late.", "Aid went to Kyiv .", "But it came late .")]
    [InlineData("Capt. Otieno of Acme Inc. opened agenda.doc.", "Capt. Otieno of Acme Inc. opened agenda.doc .")]
    [InlineData("She wrote on X. Peru denied it.", "She wrote on X .", "Peru denied it .")]
    [InlineData("\"We agree,\" she wrote on X.\" Peru denied it.", "\" We agree , \" she wrote on X . \"", "Peru denied it .")]
    [InlineData("He relied on X. J. Smith for help.", "He relied on X. J. Smith for help .")]
    [InlineData("NAIROBI (AP) -- Talks began.", "NAIROBI ( AP ) --", "Talks began .")]     // as the treebank has it
    public void Words_follow_UD_English(string text, params string[] expected) => Assert.Equal(expected, words.Split(text));

    [Theory]
    [InlineData("The talks failed. Both sides left.", 2)]
    [InlineData("Mr. Odhiambo met Sen. Ruiz and Gov. Hale. They talked.", 2)]
    [InlineData("Gen. Abdi and Lt. Col. Farah spoke in St. Petersburg on Jan. 5.", 1)]
    [InlineData("The envoy left the U.S. on Monday.", 1)]
    [InlineData("\"Will you sign?\" he asked. \"No.\"", 2)]
    [InlineData("It was founded by Acme Inc. and Beta Corp. in 1990.", 1)]
    [InlineData("Did they agree? They did! Nobody said why.", 3)]
    public void Sentences_end_where_a_reader_ends_them(string text, int sentences) => Assert.Equal(sentences, words.Split(text).Length);

    [Fact]
    public void Trailers_are_not_read()
    {
        var report = ShippedWords.Plain("Talks began.\n\nSOURCE: A Paper") with
        {
            Sections = [new Section(SectionKind.Paragraph, new Span(0, 12)), new Section(SectionKind.Trailer, new Span(14, 29))],
        };
        Assert.Single(words.Tokenizer.Split(report, []));
    }

    [Fact]
    public void Spans_point_into_the_report_as_read()
    {
        // "Kenyas aide" with its apostrophe put back: the mended text is one character longer.
        var mended = RepairedText.Mended("Kenya's aide left.", [0, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], [1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17], []);
        var report = new Report("test", "Kenyas aide left.", mended, [new Section(SectionKind.Paragraph, new Span(0, 17))]);
        var sentence = Assert.Single(words.Tokenizer.Split(report, []));
        Assert.Equal(["Kenya", "'s", "aide", "left", "."], sentence.Forms);
        Assert.Equal([new Span(0, 5), new Span(5, 6), new Span(7, 11), new Span(12, 16), new Span(16, 17)], sentence.Spans);
        Assert.Equal([new Multiword(0, 1, "Kenya's")], sentence.Multiwords);
    }

    [Fact]
    public void A_sentence_over_the_limit_is_cut_at_a_sign_with_a_note()
    {
        var text = string.Join(", ", Enumerable.Repeat("they talked and talked and talked again", 700));
        var notes = new List<Diagnostic>();
        var sentences = words.Tokenizer.Split(ShippedWords.Plain(text), notes);
        Assert.All(sentences, s => Assert.InRange(s.Forms.Length, 1, 300));
        Assert.All(sentences[..^1], s => Assert.Equal(",", s.Forms[^1]));
        Assert.Equal("DEM202", Assert.Single(notes).Number);
    }

    [Fact]
    public void Words_without_any_sign_are_cut_too()
    {
        var text = string.Join(' ', Enumerable.Repeat("talk", 100_000));
        var sentences = words.Tokenizer.Split(ShippedWords.Plain(text), []);
        Assert.Equal(100_000, sentences.Sum(s => s.Forms.Length));
        Assert.All(sentences, s => Assert.InRange(s.Forms.Length, 1, 300));
    }

    [Fact]
    public void A_chunk_of_a_million_characters_takes_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("a-b/c.d", 150_000));
        Assert.NotEmpty(words.Tokenizer.Split(ShippedWords.Plain(text), []));
    }

    [Fact]
    public void A_line_that_was_meant_to_end_ends_the_sentence()
    {
        const string List = "The agenda of the second day has these points on it\nTrade\nBorders\nPrisoners";
        Assert.Equal(4, words.Split(List).Length);
    }

    [Fact]
    public void A_wrapped_paragraph_stays_together()
    {
        const string Wrapped = "The two ministers met in the old town hall on Monday and\nSpoke about trade, borders and the fate of the prisoners\nWho are still held on the other side of the river.";
        Assert.Single(words.Split(Wrapped));
    }
}
