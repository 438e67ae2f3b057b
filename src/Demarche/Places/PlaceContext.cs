using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Places;

/// <summary>Tells namesakes apart: by the state or region named beside them, by the states that the report names, by size.</summary>
internal sealed class PlaceContext
{
    // Weights on one scale with the decimal logarithm of the population: a state beats any town, what stands beside beats a state.
    private const double StateItself = 10.5;
    private const double CapitalBonus = 1.5;
    private const double NamedInReport = 3;
    private const double NamedBeside = 9;
    private const int Beside = 4;   // tokens: "Tripoli, in northern Lebanon"

    private readonly Gazetteer _gazetteer;
    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly HashSet<string> _regions = new(StringComparer.Ordinal);

    public PlaceContext(Gazetteer gazetteer, ParsedReport report)
    {
        _gazetteer = gazetteer;
        foreach (var sentence in report.Sentences)
        {
            Learn(sentence);
        }
    }

    /// <summary>The likeliest of several namesakes, and why.</summary>
    public (GazetteerEntry Place, string Reason) Choose(ImmutableArray<GazetteerEntry> candidates, Sentence sentence, int first, int last)
    {
        var (best, bestScore, reason) = (candidates[0], double.MinValue, "");
        foreach (var candidate in candidates)
        {
            var (score, why) = Score(candidate, sentence, first, last);
            if (score > bestScore)
            {
                (best, bestScore, reason) = (candidate, score, why);
            }
        }

        return (best, candidates.Length == 1 ? $"the only one of that name ({best.Where})" : $"{reason} ({best.Where})");
    }

    private void Learn(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count;)
        {
            var state = _gazetteer.States.Longest(sentence, i);
            foreach (var code in state?.Values ?? [])
            {
                _states[code] = _states.GetValueOrDefault(code) + 1;
            }

            // A capital or large town speaks for its state and region too.
            if (sentence[i].Tag == Upos.PROPN && _gazetteer.Names.Longest(sentence, i) is { } place)
            {
                foreach (var entry in place.Values)
                {
                    if (entry.IsCapital)
                    {
                        _states[entry.Country] = _states.GetValueOrDefault(entry.Country) + 1;
                    }

                    if (entry.Population > 200_000 && entry.Level == PlaceLevel.City && entry.Region is { } region)
                    {
                        _regions.Add(region);
                    }
                }
            }

            i += state?.Length ?? 1;
        }
    }

    private (double Score, string Reason) Score(GazetteerEntry candidate, Sentence sentence, int first, int last)
    {
        var people = candidate.Population;
        var score = candidate.Level == PlaceLevel.Country ? StateItself : Math.Log10(people + 1) + (candidate.IsCapital ? CapitalBonus : 0);
        var reason = candidate.Level == PlaceLevel.Country ? "a state of that name" : candidate.IsCapital ? "a capital of that name" : "the largest of that name";
        if (candidate.Level != PlaceLevel.Country && _states.GetValueOrDefault(candidate.Country) > 0)
        {
            score += NamedInReport;
            reason = $"the report names {candidate.Country}";
        }

        if (candidate.Level == PlaceLevel.Region && _regions.Contains(candidate.Name))
        {
            score += 2;
            reason = "the report names a town in it";
        }

        if (IsNamedBeside(candidate, sentence, first, last))
        {
            score += NamedBeside;
            reason = "the state or region named beside it";
        }

        return (score, reason);
    }

    private bool IsNamedBeside(GazetteerEntry candidate, Sentence sentence, int first, int last)
    {
        for (var i = Math.Max(0, first - Beside); i < sentence.Count && i <= last + Beside; i++)
        {
            if (i >= first && i <= last)
            {
                continue;
            }

            if (_gazetteer.States.Longest(sentence, i) is { } state && state.Values.Contains(candidate.Country, StringComparer.Ordinal) && candidate.Level != PlaceLevel.Country)
            {
                return true;
            }

            if (i == last + 2 && sentence[last + 1].Form == "," && candidate.Region is { } region && _gazetteer.Names.Longest(sentence, i) is { } named
                && named.Values.Any(v => v.Level == PlaceLevel.Region && v.Country == candidate.Country && v.Name == region))
            {
                return true;   // "Paris, Texas"
            }
        }

        return false;
    }
}
