namespace Demarche.Statements.Quoting;

/// <summary>The words of a cue around its head: "has not said", "according to", "pointed out".</summary>
internal static class CueWords
{
    public static Stretch Of(RunningText text, int cue)
    {
        var (first, last) = (cue, cue);
        while (first > 0 && Belongs(text, first - 1, cue))
        {
            first--;
        }

        while (last + 1 < text.Count && Belongs(text, last + 1, cue))
        {
            last++;
        }

        return new Stretch(first, last);
    }

    private static bool Belongs(RunningText text, int place, int cue) =>
        text.Head(place) == cue && text[place].Relation is "aux" or "aux:pass" or "fixed" or "compound:prt" or "advmod" && text.Head(place) == cue;
}
