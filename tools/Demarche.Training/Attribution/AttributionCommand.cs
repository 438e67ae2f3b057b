using System.Globalization;
using Demarche.Language;
using Demarche.Reports;
using Demarche.Statements.Quoting;

namespace Demarche.Training.Attribution;

/// <summary>Trains the attribution model and scores it on articles that it has not seen.</summary>
/// <remarks><c>attribution --train FILE.jsonl [--dev FILE.jsonl] [--out FILE.model] [--work FOLDER]</c>; the threshold is chosen on a tenth of the training articles.</remarks>
internal static class AttributionCommand
{
    private const int HeldShare = 10;
    private const int Passes = 8;
    private const float Rate = 0.05f;
    private const float Decay = 1e-4f;
    private const double Dropout = 0.3;

    public static int Run(string[] args)
    {
        var given = args.Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0].TrimStart('-'), p => p[1], StringComparer.Ordinal);
        if (!given.TryGetValue("train", out var train))
        {
            Console.Error.WriteLine("use: attribution --train FILE.jsonl [--dev FILE.jsonl] [--out FILE.model] [--work FOLDER]");
            return 2;
        }

        var work = given.GetValueOrDefault("work");
        var (reader, language) = (ReportReader.Load(CodebookFiles.Shipped()).Value!, LanguageModel.Load().Value!);
        var articles = GoldArticle.Read(train, reader, language, work is null ? null : Path.Combine(work, "attribution-train.parses"));
        Log($"{articles.Count} articles, {articles.Sum(a => a.Attributions.Count)} attributions parsed");
        var clusters = ClusterTrainer.Train(language.Model, Lemmas(articles));
        Log("words clustered");
        var held = articles.Where((_, i) => i % HeldShare == 0).ToList();
        var model = Train([.. articles.Where((_, i) => i % HeldShare != 0)], clusters);
        var threshold = BestThreshold(model, held);
        if (given.TryGetValue("out", out var output))
        {
            model = Train(articles, clusters) with { Threshold = threshold };
            File.WriteAllBytes(output, model.ToFile($"Attribution: {articles.Count} articles, threshold {threshold.ToString("0.00", CultureInfo.InvariantCulture)}").Write());
        }

        if (given.TryGetValue("dev", out var dev))
        {
            Log($"dev: {Score(model with { Threshold = threshold }, GoldArticle.Read(dev, reader, language, work is null ? null : Path.Combine(work, "attribution-dev.parses")), threshold)}");
        }

        return 0;
    }

    private static QuotingModel Train(IReadOnlyList<GoldArticle> articles, WordClusters clusters)
    {
        var samples = AttributionSamples.Of(articles, clusters);
        Log($"{samples.Cues.Count} words, {samples.Contents.Count} contents, {samples.Sources.Count} sources; no choice fits for {samples.Unreachable}");
        var trained = new ChoiceWeights[3];
        Parallel.Invoke(
            () => trained[0] = samples.Cues.Train(Passes, Rate, Decay, Dropout),
            () => trained[1] = samples.Contents.Train(Passes, Rate, Decay, Dropout),
            () => trained[2] = samples.Sources.Train(Passes, Rate, Decay, Dropout));
        Log("trained");
        return new QuotingModel(trained[0], trained[1], trained[2], clusters, 0.5f);
    }

    private static float BestThreshold(QuotingModel model, List<GoldArticle> held)
    {
        var (best, highest) = (0.5f, 0.0);
        for (var threshold = 0.15f; threshold < 0.5f; threshold += 0.025f)
        {
            var score = Score(model, held, threshold);
            Log($"held out, {threshold:0.000}: {score}");
            if (score.Sum > highest)
            {
                (best, highest) = (threshold, score.Sum);
            }
        }

        return best;
    }

    private static F1 Score(QuotingModel model, IReadOnlyList<GoldArticle> articles, float threshold)
    {
        var reader = new AttributionReader(model with { Threshold = threshold });
        var scores = articles.AsParallel().Select(a => AttributionScore.Of(
            a.Attributions, [.. reader.Read(a.Parsed).Quoted.Select(q => new GoldAttribution([.. q.Source], [.. q.Cue], [.. q.Content]))])).ToList();
        double both = scores.Sum(s => s.Given) + scores.Sum(s => s.Wanted);
        return new F1(2 * scores.Sum(s => s.Content) / both, 2 * scores.Sum(s => s.Sourced) / both, scores.Sum(s => s.Given), scores.Sum(s => s.Wanted));
    }

    private static HashSet<string> Lemmas(IEnumerable<GoldArticle> articles) =>
        articles.SelectMany(a => a.Parsed.Sentences).SelectMany(s => Enumerable.Range(0, s.Count).Select(i => s[i]))
            .Where(t => t.Tag is Upos.VERB or Upos.NOUN or Upos.ADJ or Upos.ADV).Select(t => t.Lemma.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    private static void Log(string line) => Console.WriteLine($"{DateTime.Now:HH:mm:ss} {line}");

    private sealed record F1(double Content, double Sourced, int Given, int Wanted)
    {
        public double Sum => Content + Sourced;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"content F1 {Content:0.0000}, sourced F1 {Sourced:0.0000}, {Given} given for {Wanted}");
    }
}
