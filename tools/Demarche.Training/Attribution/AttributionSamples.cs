using Demarche.Language;
using Demarche.Statements.Quoting;

namespace Demarche.Training.Attribution;

/// <summary>The decisions that the articles teach: is a word a cue, what does it hand on, who is its source.</summary>
internal sealed class AttributionSamples
{
    public const int CueBits = 20;
    public const int ContentBits = 20;
    public const int SourceBits = 18;
    private const double Same = 0.97;   // choices that are as good as the best but for a word

    public ChoiceTrainer Cues { get; } = new(CueBits, seed: 1);

    public ChoiceTrainer Contents { get; } = new(ContentBits, seed: 2);

    public ChoiceTrainer Sources { get; } = new(SourceBits, seed: 3);

    /// <summary>Cues whose content no choice is like, of all.</summary>
    public (int Missed, int All) Unreachable { get; private set; }

    public static AttributionSamples Of(IReadOnlyList<GoldArticle> articles, WordClusters clusters)
    {
        var parts = new AttributionSamples[articles.Count];
        Parallel.For(0, parts.Length, i =>
        {
            parts[i] = new AttributionSamples();
            parts[i].Add(articles[i], clusters);
        });
        var all = new AttributionSamples();
        foreach (var part in parts)
        {
            all.Cues.AddAll(part.Cues);
            all.Contents.AddAll(part.Contents);
            all.Sources.AddAll(part.Sources);
            all.Unreachable = (all.Unreachable.Missed + part.Unreachable.Missed, all.Unreachable.All + part.Unreachable.All);
        }

        return all;
    }

    private void Add(GoldArticle article, WordClusters clusters)
    {
        var text = new RunningText(article.Parsed, clusters);
        var (cues, row) = (new CueFeatures(text), new FeatureRow());
        var gold = article.Attributions.Select(a => (Place: CueOf(text, cues, a), Attribution: a)).Where(g => g.Place >= 0).ToLookup(g => g.Place, g => g.Attribution);
        for (var i = 0; i < text.Count; i++)
        {
            // Speech inside speech is not annotated, and so is no counter-example either.
            var span = text[i].Span;
            if (cues.IsCandidate(i) && (gold.Contains(i) || !article.Attributions.Any(a => a.Content.Any(c => c.Contains(span)))))
            {
                cues.Write(i, row);
                Cues.AddDecision(row.All, gold.Contains(i));
            }
        }

        foreach (var group in gold)
        {
            foreach (var attribution in group)
            {
                AddChoices(text, cues, group.Key, attribution, row);
            }
        }
    }

    private void AddChoices(RunningText text, CueFeatures cues, int cue, GoldAttribution gold, FeatureRow row)
    {
        var (choices, features) = (new ContentChoices(text).Of(cue), new ContentFeatures(text, cues));
        var likeness = choices.Select(c => AttributionScore.Likeness([.. c.Pieces.Select(text.SpanOf)], gold.Content)).ToArray();
        var best = likeness.Length == 0 ? 0 : likeness.Max();
        Unreachable = (Unreachable.Missed + (best < 0.5 ? 1 : 0), Unreachable.All + 1);
        if (best < 0.5)
        {
            return;
        }

        var options = new List<uint[]>();
        foreach (var choice in choices)
        {
            features.Write(cue, choice, row);
            options.Add(row.All.ToArray());
        }

        Contents.AddChoice(options, [.. likeness.Select(l => l >= Math.Max(0.5, best * Same))]);
        AddSources(text, cues, cue, choices[Array.IndexOf(likeness, best)], gold, row);
    }

    private void AddSources(RunningText text, CueFeatures cues, int cue, ContentChoice content, GoldAttribution gold, FeatureRow row)
    {
        var (choices, features, options) = (new SourceChoices(text).Of(cue), new SourceFeatures(text, cues), new List<uint[]>());
        var likeness = choices.Select(c => c.Head < 0 ? (gold.Source.Length == 0 ? 1 : 0) : AttributionScore.Likeness([text.SpanOf(c.Stretch)], gold.Source)).ToArray();
        var best = likeness.Max();
        if (best <= 0)
        {
            return;
        }

        foreach (var choice in choices)
        {
            features.Write(cue, content, choice, row);
            options.Add(row.All.ToArray());
        }

        Sources.AddChoice(options, [.. likeness.Select(l => l >= best * 0.95)]);
    }

    // The word of the cue that the others hang on; a verb before a noun before the rest.
    private static int CueOf(RunningText text, CueFeatures cues, GoldAttribution gold)
    {
        var (place, rank) = (-1, int.MaxValue);
        for (var i = 0; i < text.Count; i++)
        {
            if (!gold.Cue.Any(c => c.Overlaps(text[i].Span)) || !cues.IsCandidate(i))
            {
                continue;
            }

            var own = text[i].Tag switch { Upos.VERB => 1, Upos.NOUN => 3, Upos.ADJ => 4, Upos.AUX => 8, _ => 5 };
            var hangsInside = text.Head(i) is >= 0 and var head && gold.Cue.Any(c => c.Overlaps(text[head].Span)) && cues.IsCandidate(head);
            own += hangsInside ? 10 : 0;
            if (own < rank)
            {
                (place, rank) = (i, own);
            }
        }

        return place;
    }
}
