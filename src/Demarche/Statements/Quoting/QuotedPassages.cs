using System.Collections.Immutable;

namespace Demarche.Statements.Quoting;

/// <summary>What stands between two quotation marks of one paragraph.</summary>
/// <param name="Stretch">Its tokens, the marks included.</param>
/// <param name="IsOpen">Whether the paragraph ends before the quotation does.</param>
internal readonly record struct Passage(Stretch Stretch, bool IsOpen);

/// <summary>Finds the quotations of a report by their marks.</summary>
internal static class QuotedPassages
{
    private const int LongestAside = 12;   // words between two opening marks that hand a quotation on

    private enum Mark
    {
        None,
        Opens,
        Closes,
        Either,
        OpensSingle,
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

            var mark = MarkOf(text, i);
            if (open < 0)
            {
                if (mark is Mark.OpensSingle && SingleEnd(text, i) is >= 0 and var single)
                {
                    passages.Add(new Passage(new Stretch(i, single), IsOpen: false));
                    i = single;
                }
                else if (mark is Mark.Opens or Mark.Either || mark is Mark.Closes && IsTurned(text, i))
                {
                    open = i;
                }
            }
            else if (mark is Mark.Opens && text[i - 1].Form is "." or "?" or "!")
            {
                passages.Add(new Passage(new Stretch(open, i - 1), IsOpen: true));   // the next paragraph of the quotation, whose line was joined to the last
                open = i;
            }
            else if (mark is Mark.Opens && LostEnd(text, open, i) is >= 0 and var lost)
            {
                passages.Add(new Passage(new Stretch(open, lost), IsOpen: true));
                open = i;
            }
            else if (mark is Mark.Closes or Mark.Either)
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

    // "“If the dam is filled, the minister warned, “two countries …”": the first closing mark is lost; the words between two commas hand it on.
    private static int LostEnd(RunningText text, int open, int next)
    {
        var end = -1;
        for (var (i, marks) = (next - 1, 0); i > open && next - i <= LongestAside && marks < 2; i--)
        {
            if (text[i].Form is "," or "." or "?" or "!")
            {
                end = i;
                marks++;
            }
            else if (i == next - 1)
            {
                return -1;
            }
        }

        return end == next - 1 ? -1 : end;
    }

    // The end of a quotation in single marks: behind a comma or the end of a sentence, so that no apostrophe is taken for it.
    private static int SingleEnd(RunningText text, int open)
    {
        for (var i = open + 1; i < text.Count && text.SameParagraph(open, i); i++)
        {
            if (MarkOf(text, i) is Mark.Opens or Mark.Closes or Mark.Either)
            {
                return -1;
            }

            if (IsSingle(text[i].Form) && text[i - 1].Form is "," or "." or "?" or "!")
            {
                return i;
            }
        }

        return -1;
    }

    // A mark that stands where one opens: before a word, behind a blank.
    private static bool IsTurned(RunningText text, int place) =>
        place + 1 < text.Count && text.SameParagraph(place, place + 1) && text[place].Span.End == text[place + 1].Span.Start
        && (place == 0 || !text.SameParagraph(place - 1, place) || text[place - 1].Span.End < text[place].Span.Start);

    // A mark that stands where one closes: behind a word, before a blank.
    private static bool IsBehindWord(RunningText text, int place) =>
        place > 0 && text.SameParagraph(place - 1, place) && text[place - 1].Span.End == text[place].Span.Start
        && (place + 1 == text.Count || !text.SameParagraph(place, place + 1) || text[place].Span.End < text[place + 1].Span.Start);

    private static bool IsSingle(string form) => form is "'" or "‘" or "’" or "`";

    private static Mark MarkOf(RunningText text, int place) => text[place].Form switch
    {
        "“" or "``" or "„" or "«" => Mark.Opens,
        "”" or "''" or "»" => Mark.Closes,
        "\"" => IsTurned(text, place) ? Mark.Opens : IsBehindWord(text, place) ? Mark.Closes : Mark.Either,
        "'" or "‘" or "`" when IsTurned(text, place) => Mark.OpensSingle,
        _ => Mark.None,
    };
}
