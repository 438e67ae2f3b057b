namespace Demarche;

/// <summary>Orders the few things of a sentence or report.</summary>
internal static class Few
{
    /// <summary>The same things in order; those of like rank stay as they came. Time grows with the square of their number.</summary>
    /// <remarks>For values and many small keys the sorting of LINQ is compiled anew for each kind of thing when the program starts.</remarks>
    public static List<T> Ranked<T>(this IReadOnlyCollection<T> things, Comparison<T> by)
    {
        var ranked = new List<T>(things.Count);
        foreach (var thing in things)
        {
            var at = ranked.Count;
            while (at > 0 && by(ranked[at - 1], thing) > 0)
            {
                at--;
            }

            ranked.Insert(at, thing);
        }

        return ranked;
    }
}
