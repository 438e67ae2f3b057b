using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Coding.Rules;

namespace Demarche.Coding;

/// <summary>Ontology, rules and word classes, checked and indexed. Immutable and thread-safe.</summary>
public sealed class Codebook
{
    private readonly FrozenDictionary<string, TriggeredRule[]> _verbRules;
    private readonly FrozenDictionary<string, TriggeredRule[]> _nounRules;
    private readonly FrozenDictionary<string, Rule[]> _recodings;

    private Codebook(Ontology ontology, ImmutableArray<Rule> rules, WordClasses classes, ContextWords contexts, CameoCodes cameo)
    {
        Ontology = ontology;
        Rules = rules;
        Contexts = contexts;
        Cameo = cameo;
        Transparent = classes.Of("transparent");
        Carriers = classes.Of("light");
        Agents = classes.Of("agents");
        Equating = classes.Of("equating");
        Companions = classes.Of("companions");
        Deciding = classes.Of("deciding");
        Voicing = classes.Of("voicing");
        Entitlements = classes.Of("entitlements");
        Mandatives = classes.Of("mandatives");
        Recurrence = new Recurrence(classes.Of("habitual"), classes.Of("several"), classes.Of("light"));
        Replying = classes.Of("replying");
        Answering = classes.Of("answering");
        Ties = classes.Of("binding");
        Launching = classes.Of("launching");
        Launched = classes.Of("launched");
        Asides = classes.Of("asides");
        Linking = classes.Of("linking");
        Days = classes.Of("days");
        Suffered = classes.Of("suffered");
        Suffering = classes.Of("suffering");
        Undergone = classes.Of("undergone");
        Utterances = classes.Of("utterances");
        Opposing = classes.Of("opposing");
        Told = ontology.Types.Keys.ToFrozenDictionary(type => type, type => classes.Of("told_" + type.ToLowerInvariant()), StringComparer.Ordinal);
        _verbRules = Index(rules, isNoun: false);
        _nounRules = Index(rules, isNoun: true);
        _recodings = rules.SelectMany(r => r.Recodes).Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(t => t, t => rules.Where(r => r.Recodes.Contains(t)).OrderByDescending(r => r.Specificity).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Event types and contexts.</summary>
    public Ontology Ontology { get; }

    /// <summary>Every rule, in file order.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>CAMEO codes of the types; empty where the codebook has none.</summary>
    public CameoCodes Cameo { get; }

    internal ContextWords Contexts { get; }

    /// <summary>Nouns that stand before what is meant: "a round of", "the possibility of".</summary>
    internal FrozenSet<string> Transparent { get; }

    /// <summary>Verbs that only carry an event noun: "hold" talks.</summary>
    internal FrozenSet<string> Carriers { get; }

    /// <summary>Nouns that act for whose they are: "Iranian missiles", "officials of the ministry".</summary>
    internal FrozenSet<string> Agents { get; }

    /// <summary>Verbs that say that their subject is their object: "the summit marked the first time that …".</summary>
    internal FrozenSet<string> Equating { get; }

    /// <summary>Nouns for a group by what it is to somebody, for which those named behind "including" stand.</summary>
    internal FrozenSet<string> Companions { get; }

    /// <summary>Verbs whose infinitive is what is done, and no purpose: "voted to expel".</summary>
    internal FrozenSet<string> Deciding { get; }

    /// <summary>Verbs of speech that go with the verb of saying above, not with what is said: "said Mali had failed and praised Chad".</summary>
    internal FrozenSet<string> Voicing { get; }

    /// <summary>Nouns for what one may do without doing it: "the power to seize assets".</summary>
    internal FrozenSet<string> Entitlements { get; }

    /// <summary>Verbs behind which a bare plural present and any modal is what is to be done: "proposed that both sides join", "agreed that they would".</summary>
    internal FrozenSet<string> Mandatives { get; }

    /// <summary>Which acts are told of as done more than once.</summary>
    internal Recurrence Recurrence { get; }

    /// <summary>Verbs that answer an act without naming it: "vowed to respond".</summary>
    internal FrozenSet<string> Replying { get; }

    /// <summary>Nouns that say with "in" that an act answers another: "recalled its envoy in <c>response</c>".</summary>
    internal FrozenSet<string> Answering { get; }

    /// <summary>Verbs whose agent does what the thing does: "a drone <c>fired</c> by the rebels killed him".</summary>
    internal FrozenSet<string> Launching { get; }

    /// <summary>Nouns of what is fired, launched or flown: "drone".</summary>
    internal FrozenSet<string> Launched { get; }

    /// <summary>Nouns of what binds one state to another: "recalled its <c>ambassador</c>".</summary>
    internal FrozenSet<string> Ties { get; }

    /// <summary>Prepositions behind which something else is told: "arrived <c>after</c> a visit to Singapore".</summary>
    internal FrozenSet<string> Asides { get; }

    /// <summary>Words for a day whose possessive tells which act is meant: "<c>Friday</c>'s test".</summary>
    internal FrozenSet<string> Days { get; }

    /// <summary>Nouns that make a preposition with "in": "in <c>addition</c> to its troops".</summary>
    internal FrozenSet<string> Linking { get; }

    /// <summary>Nouns whose of-phrase names who suffers the deed, not who does it: "the killing of", "the shelling of".</summary>
    internal FrozenSet<string> Suffered { get; }

    /// <summary>Light verbs whose subject is done by: "<c>faced</c> criticism", "<c>received</c> a warning".</summary>
    internal FrozenSet<string> Suffering { get; }

    /// <summary>Nouns of deeds whose owner suffers them: "the editor's <c>arrest</c>".</summary>
    internal FrozenSet<string> Undergone { get; }

    /// <summary>Texts that speak for those who make them: "issued a <c>statement</c> criticising Peru".</summary>
    internal FrozenSet<string> Utterances { get; }

    /// <summary>Verbs whose subject does not speak by the text that is their object: "<c>vetoed</c> a resolution condemning Peru".</summary>
    internal FrozenSet<string> Opposing { get; }

    /// <summary>By type of event, the nouns that stand for one that was told before: "rejected the proposal".</summary>
    internal FrozenDictionary<string, FrozenSet<string>> Told { get; }

    /// <summary>Reads a codebook. Every fault is listed, each with file, line and rule.</summary>
    /// <param name="files">The shipped files, or these overlaid by a user's own.</param>
    /// <param name="complaints">What is wrong; where it is not empty the codebook is not to be used.</param>
    /// <returns>The codebook, or null where it has a fault.</returns>
    public static Codebook? Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        if (Ontology.Read(files, complaints) is not { } ontology)
        {
            return null;
        }

        var classes = new WordClasses(complaints);
        foreach (var file in files.In("words").Where(f => f.Path != "words/contexts.yaml"))
        {
            classes.Read(file);
        }

        var reader = new RuleReader(ontology, classes, complaints);
        ImmutableArray<Rule> rules = [.. files.In("rules").Where(f => !ontology.HasOwnRules || !f.IsShipped).SelectMany(reader.ReadRules)];
        var contexts = ContextWords.Read(files, ontology, complaints);
        var cameo = CameoCodes.Read(files, ontology, complaints);
        return complaints.Count > 0 || contexts is null ? null : new Codebook(ontology, rules, classes, contexts, cameo);
    }

    /// <summary>Reads a codebook for use; the first fault is the failure.</summary>
    public static Outcome<Codebook> Load(CodebookFiles files)
    {
        var complaints = new List<Diagnostic>();
        var codebook = Read(files, complaints);
        return codebook is null ? complaints[0] : codebook;
    }

    /// <summary>The rules that a verb or adjective may start, the most specific first.</summary>
    internal ImmutableArray<TriggeredRule> ForVerb(string lemma) => ImmutableCollectionsMarshal.AsImmutableArray(_verbRules.GetValueOrDefault(lemma, []));

    /// <summary>The rules that a noun may start, the most specific first.</summary>
    internal ImmutableArray<TriggeredRule> ForNoun(string lemma) => ImmutableCollectionsMarshal.AsImmutableArray(_nounRules.GetValueOrDefault(lemma, []));

    /// <summary>The rules that code an event of a type anew, the most specific first.</summary>
    internal Rule[] Recoding(string type, string? mode)
    {
        var all = _recodings.GetValueOrDefault(type, []);
        return mode is not null && _recodings.TryGetValue(type + "." + mode, out var own) ? [.. own, .. all] : all;
    }

    // At equal weight idioms win, then the order of the files, so that the first match is the one to take.
    private static FrozenDictionary<string, TriggeredRule[]> Index(ImmutableArray<Rule> rules, bool isNoun)
    {
        var byLemma = new Dictionary<string, List<TriggeredRule>>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            var specificity = rule.Specificity;
            foreach (var trigger in rule.Triggers)
            {
                if (trigger.IsNoun == isNoun)
                {
                    Put(byLemma.TryGetValue(trigger.Lemma, out var list) ? list : byLemma[trigger.Lemma] = [], new TriggeredRule(rule, trigger.Particle, specificity));
                }
            }
        }

        return byLemma.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
    }

    // Behind all that come before it; a rule that names a word twice has it once.
    private static void Put(List<TriggeredRule> sorted, TriggeredRule one)
    {
        if (sorted.Exists(other => ReferenceEquals(other.Rule, one.Rule) && other.Particle == one.Particle))
        {
            return;
        }

        var at = sorted.Count;
        while (at > 0 && IsBefore(one, sorted[at - 1]))
        {
            at--;
        }

        sorted.Insert(at, one);
    }

    private static bool IsBefore(TriggeredRule one, TriggeredRule other) =>
        one.Weight > other.Weight || one.Weight == other.Weight && one.Rule.IsNone && !other.Rule.IsNone;
}

/// <summary>A rule behind one of its triggers.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Particle">The second word of the trigger, or null.</param>
/// <param name="Specificity">How much a match of the rule says (<see cref="Rule.Specificity"/>).</param>
internal sealed record TriggeredRule(Rule Rule, string? Particle, int Specificity)
{
    /// <summary>How much a match says: a particle counts as a need.</summary>
    public int Weight => Specificity + (Particle is null ? 0 : 2);
}
