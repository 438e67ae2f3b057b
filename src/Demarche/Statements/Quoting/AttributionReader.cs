using Demarche.Language;
using Demarche.Time;

namespace Demarche.Statements.Quoting;

/// <summary>An attribution as it was found, with its chance of being right.</summary>
/// <param name="Cue">Place of the cue; -1 where no word hands it on.</param>
/// <param name="Content">What is handed on.</param>
/// <param name="Source">Who hands it on.</param>
/// <param name="Chance">From 0 to 1.</param>
internal readonly record struct FoundAttribution(int Cue, ContentChoice Content, SourceChoice Source, float Chance);

/// <summary>Finds the attributions of a report: cues first, then what each hands on, then its source. Immutable and thread-safe.</summary>
internal sealed class AttributionReader(QuotingModel model)
{
    private const float LeastCue = 0.1f;   // a cue less likely than that never reaches the threshold
    private const float LeastOwn = -2.5f;   // six of ten words score lower by themselves; of 5,705 likely cues of news one did, hardly likely

    /// <summary>The attributions of a report.</summary>
    /// <param name="parsed">The report.</param>
    /// <param name="times">Its times, which are no source; null where they are not known.</param>
    public LearnedSpeakers Read(ParsedReport parsed, TimeMentions? times = null)
    {
        var text = new RunningText(parsed, model.Clusters, times);
        return new LearnedSpeakers(text, Find(text, model.Threshold));
    }

    /// <summary>The attributions from a chance on, no content given twice and none inside another: the report's own speakers, not those whom they quote.</summary>
    public List<FoundAttribution> Find(RunningText text, float threshold)
    {
        var (cues, found) = (new CueFeatures(text), new List<FoundAttribution>());
        var (contentFeatures, sourceFeatures) = (new ContentFeatures(text, cues), new SourceFeatures(text, cues));
        var (contents, sources) = (new ContentChoices(text), new SourceChoices(text));
        var (row, contentRow, sourceRow) = (new FeatureRow(model.Cues), new FeatureRow(model.Contents), new FeatureRow(model.Sources));
        var chances = new float[text.Count];
        for (var i = 0; i < text.Count; i++)
        {
            if (!cues.IsCandidate(i))
            {
                continue;
            }

            cues.WriteOwn(i, row);
            if (row.Score < LeastOwn)
            {
                continue;
            }

            cues.WriteNeighbours(i, row);
            var chance = chances[i] = 1 / (1 + MathF.Exp(-row.Score));
            if (chance < Math.Max(LeastCue, threshold) || BestContent(i, contents, contentFeatures, contentRow) is not var (content, share) || chance * share < threshold)
            {
                continue;
            }

            if (BreaksOut(text, i, content))
            {
                continue;
            }

            content = QuotationEdges.Whole(text, QuotationEdges.UpToNextCue(text, i, content));
            found.Add(new FoundAttribution(i, content, BestSource(i, content, sources, sourceFeatures, sourceRow), chance * share));
        }

        found.AddRange(SignedQuotations.Find(text));
        new DirectQuotations(text, new QuotationCues(text, chances), (cue, content) => BestSource(cue, content, sources, sourceFeatures, sourceRow)).Complete(found);
        return Distinct(found);
    }

    // The best choice, with the chance of all that are much the same.
    private static (ContentChoice Choice, float Chance)? BestContent(int cue, ContentChoices contents, ContentFeatures features, FeatureRow row)
    {
        var choices = contents.Of(cue);
        if (choices.Count == 0)
        {
            return null;
        }

        var scores = new float[choices.Count];
        for (var c = 0; c < scores.Length; c++)
        {
            features.Write(cue, choices[c], row);
            scores[c] = row.Score;
        }

        var best = Array.IndexOf(scores, scores.Max());
        var (all, like) = (0f, 0f);
        for (var c = 0; c < scores.Length; c++)
        {
            var weight = MathF.Exp(scores[c] - scores[best]);
            all += weight;
            like += choices[c].IsLike(choices[best]) ? weight : 0;
        }

        return (choices[best], like / all);
    }

    // Who is quoted hands on nothing outside of his quotation.
    private static bool BreaksOut(RunningText text, int cue, ContentChoice content) =>
        text.PassageOf[cue] is >= 0 and var own && !text.Passages[own].IsOpen && !content.Pieces.All(p => text.Passages[own].Stretch is var passage && passage.Contains(p.First) && passage.Contains(p.Last));

    private static SourceChoice BestSource(int cue, ContentChoice content, SourceChoices sources, SourceFeatures features, FeatureRow row)
    {
        var (best, highest) = (SourceChoice.Nobody, float.NegativeInfinity);
        foreach (var choice in sources.Of(cue))
        {
            features.Write(cue, content, choice, row);
            if (row.Score is var score && score > highest)
            {
                (best, highest) = (choice, score);
            }
        }

        return best;
    }

    private static List<FoundAttribution> Distinct(List<FoundAttribution> found)
    {
        var kept = new List<FoundAttribution>();
        foreach (var one in found.Ranked((a, b) => a.Chance == b.Chance ? a.Cue.CompareTo(b.Cue) : b.Chance.CompareTo(a.Chance)))
        {
            if (kept.Exists(k => Holds(k, one) || (k.Content.IsLike(one.Content) && !Holds(one, k))))
            {
                continue;
            }

            kept.RemoveAll(k => Holds(one, k));
            kept.Add(one);
        }

        return kept;
    }

    // "Haddad said that the president had promised to leave": Haddad's saying holds the president's promise.
    private static bool Holds(FoundAttribution outer, FoundAttribution inner) => outer.Content.Holds(inner.Cue);

    /// <summary>An attribution as stretches of the report.</summary>
    public static Quoted SpansOf(RunningText text, FoundAttribution found) => new(
        found.Source.Head < 0 ? [] : [text.SpanOf(WithoutTimes(text, found.Source))],
        found.Cue < 0 ? [] : [text.SpanOf(CueWords.Of(text, found.Cue))],
        [.. found.Content.Pieces.Select(text.SpanOf)]);

    // "officials said Tuesday": a day at either end of the source is no part of it.
    private static Stretch WithoutTimes(RunningText text, SourceChoice source)
    {
        var (first, last) = (source.Stretch.First, source.Stretch.Last);
        while (first < source.Head && (text.IsTime[first] || text[first].Tag is Upos.PUNCT && text.IsTime[first - 1]))
        {
            first++;
        }

        while (last > source.Head && (text.IsTime[last] || last < source.Stretch.Last && text[last].Tag is Upos.ADP or Upos.PUNCT))
        {
            last--;
        }

        return new Stretch(first, last);
    }
}
