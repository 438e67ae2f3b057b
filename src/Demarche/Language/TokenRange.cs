using System.Collections.Immutable;
using System.Text;

namespace Demarche.Language;

/// <summary>Questions about a range of tokens of one sentence, both ends included.</summary>
internal static class TokenRange
{
    /// <summary>The token whose head lies outside; where a parse gives several, one that fills a role of the clause, else the last.</summary>
    public static int Head(Sentence sentence, int first, int last)
    {
        var head = -1;
        for (var i = first; i <= last; i++)
        {
            var at = sentence[i].HeadIndex;
            if (at >= first && at <= last || sentence[i].Tag == Upos.PUNCT)
            {
                continue;
            }

            if (head < 0 || Rank(sentence[i]) >= Rank(sentence[head]) && !IsArgument(sentence[head]))
            {
                head = i;
            }
        }

        return head < 0 ? last : head;
    }

    // What hangs flat on another name is a head only where nothing else is.
    private static int Rank(Token token) => IsArgument(token) ? 2 : token.BaseRelation is "flat" or "compound" ? 0 : 1;

    /// <summary>The words that hold a letter or digit.</summary>
    public static ImmutableArray<string> Words(Sentence sentence, int first, int last)
    {
        var words = ImmutableArray.CreateBuilder<string>(last - first + 1);
        for (var i = first; i <= last; i++)
        {
            if (IsWord(sentence[i]))
            {
                words.Add(sentence[i].Form);
            }
        }

        return words.ToImmutable();
    }

    /// <summary>Whether one of them is more than signs.</summary>
    public static bool HoldsWord(Sentence sentence, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (IsWord(sentence[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words as they stand, with blanks where the report has them.</summary>
    public static string Text(Sentence sentence, int first, int last)
    {
        var text = new StringBuilder();
        for (var i = first; i <= last; i++)
        {
            if (i > first && sentence[i].Span.Start > sentence[i - 1].Span.End)
            {
                text.Append(' ');
            }

            text.Append(sentence[i].Form);
        }

        return text.ToString();
    }

    /// <summary>Whether the token fills a role of a clause, or is the root.</summary>
    public static bool IsArgument(Token token) => token.BaseRelation is "nsubj" or "obj" or "iobj" or "obl" or "root" or "nmod" && token.Relation is not ("nmod:poss" or "nmod:desc" or "nmod:unmarked");

    // More than signs.
    private static bool IsWord(Token token) => token.Form.Any(char.IsLetterOrDigit);
}
