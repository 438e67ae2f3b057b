namespace Demarche.Training.Attribution;

/// <summary>Scores as issue readers count them: contents are the same that share half of the longer one, sources that share a character.</summary>
internal static class AttributionScore
{
    public static int Length(Span[] spans) => spans.Sum(s => s.Length);

    public static int Shared(Span[] a, Span[] b) => a.Sum(x => b.Sum(y => Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start))));

    /// <summary>How alike two contents are, from 0 to 1.</summary>
    public static double Likeness(Span[] a, Span[] b) => (double)Shared(a, b) / Math.Max(1, Math.Max(Length(a), Length(b)));

    /// <summary>Found contents, found contents with the right source, given, wanted.</summary>
    public static (int Content, int Sourced, int Given, int Wanted) Of(IReadOnlyList<GoldAttribution> gold, IReadOnlyList<GoldAttribution> given)
    {
        var (left, content, sourced) = (given.ToList(), 0, 0);
        foreach (var wanted in gold)
        {
            var best = left.MaxBy(g => Shared(g.Content, wanted.Content));
            if (best is not null && Likeness(best.Content, wanted.Content) >= 0.5)
            {
                left.Remove(best);
                content++;
                sourced += Shared(best.Source, wanted.Source) > 0 || (best.Source.Length == 0 && wanted.Source.Length == 0) ? 1 : 0;
            }
        }

        return (content, sourced, given.Count, gold.Count);
    }
}
