using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors.Coreference;

/// <summary>Which tokens of a report stand inside a quotation.</summary>
internal sealed class Quotes
{
    private readonly bool[][] _inside;

    public Quotes(ImmutableArray<Sentence> sentences)
    {
        _inside = new bool[sentences.Length][];
        var open = false;
        for (var s = 0; s < sentences.Length; s++)
        {
            var sentence = sentences[s];
            var starts = s == 0 || sentence.Section != sentences[s - 1].Section;
            if (starts && !(sentence.Count > 0 && IsQuote(sentence[0].Form)))
            {
                open = false;   // a quotation goes on in a new paragraph only where that opens with a quote again
            }

            var inside = _inside[s] = new bool[sentence.Count];
            for (var i = 0; i < sentence.Count; i++)
            {
                if (IsQuote(sentence[i].Form))
                {
                    open = starts && i == 0 || !open;
                }

                inside[i] = open;
            }
        }
    }

    /// <summary>Whether the token stands inside a quotation.</summary>
    public bool Hold(Token token) => _inside[token.Sentence.Index][token.Index];

    /// <summary>Whether the sentence starts inside one, or opens one.</summary>
    public bool HoldStartOf(Sentence sentence) => sentence.Count > 0 && _inside[sentence.Index][0];

    private static bool IsQuote(string form) => form is "\"" or "“" or "”" or "``" or "''";
}
