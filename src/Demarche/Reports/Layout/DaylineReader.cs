using System.Collections.Frozen;

namespace Demarche.Reports.Layout;

/// <summary>Finds the day that ends the head of a dateline: "June 30", "26 July 2022", "Jun 10 2022".</summary>
/// <param name="months">Names of months, whole and cut.</param>
internal sealed class DaylineReader(FrozenSet<string> months)
{
    /// <summary>Where the day stands in the head, or null; nothing but signs follows it.</summary>
    public Span? Read(ReadOnlySpan<char> head)
    {
        var pieces = Pieces(head);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!months.Contains(head[pieces[i].Start..pieces[i].End].ToString()))
            {
                continue;
            }

            var (first, last, day) = (i, i, false);
            if (i > 0 && IsFigure(head, pieces[i - 1], most: 2))
            {
                (first, day) = (i - 1, true);
            }
            else if (i + 1 < pieces.Count && IsFigure(head, pieces[i + 1], most: 2))
            {
                (last, day) = (i + 1, true);
            }

            if (last + 1 < pieces.Count && IsFigure(head, pieces[last + 1], most: 4))
            {
                last++;
            }

            return day && last == pieces.Count - 1 ? new Span(pieces[first].Start, pieces[last].End) : null;
        }

        return null;
    }

    private static List<Span> Pieces(ReadOnlySpan<char> head)
    {
        var pieces = new List<Span>();
        for (var at = 0; at < head.Length; at++)
        {
            var start = at;
            while (at < head.Length && char.IsLetterOrDigit(head[at]))
            {
                at++;
            }

            if (at > start)
            {
                pieces.Add(new Span(start, at));
            }
        }

        return pieces;
    }

    private static bool IsFigure(ReadOnlySpan<char> head, Span piece, int most)
    {
        var digits = head[piece.Start..piece.End];
        return digits.Length <= most && digits.IndexOfAnyExceptInRange('0', '9') < 0 && (most == 2 || digits.Length == 4);
    }
}
