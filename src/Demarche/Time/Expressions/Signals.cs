namespace Demarche.Time.Expressions;

/// <summary>Reads the word before an expression, "since", "until", by the class "signal" of the codebook.</summary>
internal sealed class Signals(RuleBook book)
{
    private readonly int _class = book.Lexicon.Class("signal");

    /// <summary>The signal before the atom at <paramref name="start"/>.</summary>
    public TimeSignal Before(List<Atom> atoms, int start)
    {
        if (start == 0)
        {
            return TimeSignal.At;
        }

        // "ahead of November": the word before "of" tells.
        var atom = atoms[start - 1].Word?.Form == "of" && start > 1 ? atoms[start - 2] : atoms[start - 1];
        return atom.Word?.Value(_class, atom.Capital) switch
        {
            "since" => TimeSignal.Since,
            "from" => TimeSignal.From,
            "until" => TimeSignal.Until,
            "before" => TimeSignal.Before,
            "after" => TimeSignal.After,
            "by" => TimeSignal.By,
            "during" => TimeSignal.During,
            _ => TimeSignal.At,
        };
    }
}
