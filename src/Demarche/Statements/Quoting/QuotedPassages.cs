using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Statements.Quoting;

/// <summary>What stands between two quotation marks of one paragraph.</summary>
/// <param name="Stretch">Its tokens, the marks included.</param>
/// <param name="IsOpen">Whether the paragraph ends before the quotation does.</param>
internal readonly record struct Passage(Stretch Stretch, bool IsOpen);

/// <summary>Finds the quotations of a report by their marks.</summary>
internal static class QuotedPassages
{
    private enum Mark
    {
        None,
        Opens,
        Closes,
        Either,
    }

    /// <summary>The passages in order, and for each token the one that it stands in or -1.</summary>
    public static (ImmutableArray<Passage> Passages, int[] Of) Find(RunningText text)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var open = -1;
        for (var i = 0; i < text.Count; i++)
        {
            if (open >= 0 && !text.SameParagraph(open, i))
            {
                passages.Add(new Passage(new Stretch(open, i - 1), IsOpen: true));
                open = -1;
            }

            var mark = MarkOf(text[i]);
            if (open < 0 && mark is Mark.Opens or Mark.Either && open < 0)
            {
                open = i;
            }
            else if (open >= 0 && mark is Mark.Closes or Mark.Either && open >= 0)
            {
                passages.Add(new Passage(new Stretch(open, i), IsOpen: false));
                open = -1;
            }
        }

        if (open >= 0)
        {
            passages.Add(new Passage(new Stretch(open, text.Count - 1), IsOpen: true));
        }

        var of = new int[text.Count];
        Array.Fill(of, -1);
        for (var p = 0; p < passages.Count; p++)
        {
            of.AsSpan(passages[p].Stretch.First, passages[p].Stretch.Length).Fill(p);
        }

        return (passages.ToImmutable(), of);
    }

    private static Mark MarkOf(Token token) => token.Form switch
    {
        "“" or "``" or "„" or "«" => Mark.Opens,
        "”" or "''" or "»" => Mark.Closes,
        "\"" => Mark.Either,
        _ => Mark.None,
    };
}
