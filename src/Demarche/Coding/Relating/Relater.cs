using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Coding.Relating;

/// <summary>Says what the marked actor of a sentence does to the marked recipient. Immutable and thread-safe.</summary>
/// <remarks>
/// The codebook's rules are asked first. Where one of them alone ties the two (does it to the other, with the other, or names nobody and has the other under its word), and the table does not call it unsure, it is the answer; where none does, or rules of several
/// classes do, a trained ranker chooses, and the answer says so. Classes are those of the relation benchmark (<c>codebook/relations.yaml</c>).
/// </remarks>
public sealed class Relater
{
    /// <summary>What stands for a rule where the ranker chose.</summary>
    public const string RankerRule = "ranker";

    private readonly LanguageModel _language;
    private readonly Firings _firings;
    private readonly PairRanker _ranker;
    private readonly Ontology _ontology;

    private Relater(LanguageModel language, Firings firings, PairRanker ranker, Ontology ontology)
    {
        _language = language;
        _firings = firings;
        _ranker = ranker;
        _ontology = ontology;
    }

    /// <summary>A relater by the given codebook; the first fault of codebook or model is the failure.</summary>
    /// <param name="files">The shipped codebook, or that overlaid by a user's own.</param>
    /// <param name="language">The language model, loaded once for all.</param>
    public static Outcome<Relater> Load(CodebookFiles files, LanguageModel language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var ranker = Ranker.Load();
        var parts = RelationParts.Load(files);
        return (ranker.Failure ?? parts.Failure) is { } failure
            ? failure
            : new Relater(language, parts.Value!.Firings, PairRanker.By(ranker.Value!, language), parts.Value!.Ontology);
    }

    /// <summary>The relation of a sentence with <c>&lt;s&gt;</c> around the actor and <c>&lt;t&gt;</c> around the recipient.</summary>
    public Relation Relate(string markedSentence)
    {
        var pair = MarkedPair.Of(MarkedSentence.Read(markedSentence), _language);
        var firings = _firings.In(pair);
        return Decide(pair, firings, _ranker.Probabilities(pair, firings));
    }

    /// <summary>The rule that decides alone: all that tie the two names as closely give its class, or its word stands above theirs; null where there is none.</summary>
    internal static Firing? Alone(ImmutableArray<Firing> firings)
    {
        if (Tied(firings) is not { } closest)
        {
            return null;
        }

        var tied = firings.Where(f => f.Ties == closest.Ties).ToList();
        var deciding = tied.FindIndex(f => f.IsSure && tied.TrueForAll(o => o.Class == f.Class || IsTold(o, below: f)));
        return deciding < 0 ? null : tied[deciding];
    }

    /// <summary>The first of the rules that tie the two names most closely, or null where none ties them.</summary>
    internal static Firing? Tied(ImmutableArray<Firing> firings) => firings.IsEmpty || firings[0].Ties < Tie.Under ? null : firings[0];

    // "voiced support for him, repeating calls": the second is told inside the first; of two coordinated verbs neither is.
    private static bool IsTold(Firing one, Firing below)
    {
        for (var at = one.Match.Trigger; at != below.Match.Trigger; at = at.Head!.Value)
        {
            if (at.Head is null || at.Relation == "conj")
            {
                return false;
            }
        }

        return one.Match.Trigger != below.Match.Trigger;
    }

    private Relation Decide(MarkedPair pair, ImmutableArray<Firing> firings, float[] probabilities)
    {
        if (Alone(firings) is { } firing)
        {
            var at = _ranker.Classes.IndexOf(firing.Class);
            var rule = firing.Match.Rule;
            var signs = new AnswerSigns(_ranker.Confidence.Rules.Of(rule), rule.Specificity, at < 0 ? null : probabilities[at], pair.Words.Length, firing.Match.IsLone);
            return new Relation(firing.Class, QuadOf(firing.Class), Math.Round(_ranker.Confidence.OfRule(signs), 3), rule.Id);
        }

        var best = Array.IndexOf(probabilities, probabilities.Max());
        return new Relation(_ranker.Classes[best], QuadOf(_ranker.Classes[best]), Math.Round(probabilities[best], 3), RankerRule);
    }

    // YIELD is CONCEDE and RETREAT in one; the benchmark counts it as material cooperation.
    private Quad QuadOf(string name) => _ontology.Types.TryGetValue(name, out var type) ? type.Quad : Quad.MaterialCooperation;
}

/// <summary>What a marked actor does to a marked recipient.</summary>
/// <param name="Event">Class of the relation benchmark: "YIELD" is CONCEDE or RETREAT.</param>
/// <param name="Quad">Verbal or material, cooperation or conflict.</param>
/// <param name="Confidence">How often such an answer is right, 0 to 1.</param>
/// <param name="Rule">Id of the rule, or "ranker".</param>
public sealed record Relation(string Event, Quad Quad, double Confidence, string Rule);
