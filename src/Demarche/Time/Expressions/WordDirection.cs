using Demarche.Time.Meanings;

namespace Demarche.Time.Expressions;

/// <summary>Guesses from the words around an expression whether its clause speaks of what was or of what is to come. For text without a parse.</summary>
internal sealed class WordDirection(RuleBook book)
{
    // A verb farther away belongs to another clause more often than not.
    private const int FarLeft = 14;
    private const int FarRight = 12;

    private readonly int _past = book.Lexicon.Class("past");
    private readonly int _toBe = book.Lexicon.Class("to-be");
    private readonly int _future = book.Lexicon.Class("future");

    /// <summary>The direction at the atoms from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public Direction At(List<Atom> atoms, int start, int end)
    {
        for (var i = start - 1; i >= Math.Max(0, start - FarLeft) && !IsEnd(atoms, i); i--)
        {
            if (Cue(atoms, i) is var cue and not Direction.Unknown)
            {
                return cue;
            }
        }

        for (var i = end; i < Math.Min(atoms.Count, end + FarRight) && !IsEnd(atoms, i); i++)
        {
            if (Cue(atoms, i) is var cue and not Direction.Unknown)
            {
                return cue;
            }
        }

        return Direction.Unknown;
    }

    private static bool IsEnd(List<Atom> atoms, int at) => atoms[at].Kind == AtomKind.Break || atoms[at].Word?.Form is "." or "?" or "!" or ";";

    private Direction Cue(List<Atom> atoms, int at)
    {
        var atom = atoms[at];
        if (atom.Word is { } word)
        {
            var beforeTo = at + 1 < atoms.Count && atoms[at + 1].Word?.Form == "to" && word.Has(_toBe);
            if (beforeTo || word.Has(_future))
            {
                return Direction.Future;
            }

            if (word.Has(_past))
            {
                return Direction.Past;
            }
        }

        // "would be redeemed": the modal tells, not the participle.
        return atom.EndsInEd && (at == 0 || atoms[at - 1].Word?.Form != "be") ? Direction.Past : Direction.Unknown;
    }
}
