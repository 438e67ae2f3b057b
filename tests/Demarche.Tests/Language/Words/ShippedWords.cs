using Demarche.Language;
using Demarche.Language.Trained;
using Demarche.Language.Words;
using Demarche.Reports;

namespace Demarche.Tests.Language.Words;

/// <summary>The shipped tokenizer and lemmatizer, read once for all tests.</summary>
public sealed class ShippedWords
{
    public Tokenizer Tokenizer { get; } = Tokenizer.Load(ShippedModel.Read().Value!).Value!;

    public Lemmatizer Lemmatizer { get; } = Lemmatizer.Load(ShippedModel.Read().Value!).Value!;

    /// <summary>A report of one paragraph.</summary>
    public static Report Plain(string text) =>
        new("test", text, RepairedText.Untouched(text), [new Section(SectionKind.Paragraph, new Span(0, text.Length))]);

    /// <summary>Sentences as words with blanks between, fused words joined by "+".</summary>
    public string[] Split(string text) => [.. Tokenizer.Split(Plain(text), []).Select(Show)];

    private static string Show(TokenizedSentence sentence)
    {
        var fused = sentence.Multiwords.SelectMany(m => Enumerable.Range(m.First + 1, m.Last - m.First)).ToHashSet();
        return string.Concat(sentence.Forms.Select((f, i) => (i == 0 ? "" : fused.Contains(i) ? "+" : " ") + f));
    }
}
