using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Coding.Rules;

/// <summary>One rule of the codebook: what a clause needs to be coded as an event, and who takes part in it.</summary>
/// <param name="Id">Unique name, "reject.talks".</param>
/// <param name="Where">File and line.</param>
/// <param name="Event">Type of event.</param>
/// <param name="Triggers">Verbs or nouns that can start it.</param>
public sealed record Rule(string Id, string Where, string Event, ImmutableArray<Trigger> Triggers)
{
    /// <summary>Mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>Mode by type of the content event: a demand to meet is "meet", to withdraw "yield".</summary>
    public FrozenDictionary<string, string> ModeByContent { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Words that the object must be, or null.</summary>
    public WordSet? Object { get; init; }

    /// <summary>Words that the subject must be, or null.</summary>
    public WordSet? Subject { get; init; }

    /// <summary>Words that the verb of its complement must be, or null.</summary>
    public WordSet? Complement { get; init; }

    /// <summary>Words that must modify the trigger or its object ("nuclear" test), or null.</summary>
    public WordSet? Modifier { get; init; }

    /// <summary>What must follow prepositions: "for" a "ceasefire".</summary>
    public FrozenDictionary<string, WordSet> Prepositions { get; init; } = FrozenDictionary<string, WordSet>.Empty;

    /// <summary>Types that its content event must be of; empty where it needs none.</summary>
    public FrozenSet<string> Content { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Whether the trigger must be negated ("will not meet"), which the rule then accounts for.</summary>
    public bool Negated { get; init; }

    /// <summary>Statuses that the clause must have; empty where any will do.</summary>
    public FrozenSet<Statements.Status> When { get; init; } = FrozenSet<Statements.Status>.Empty;

    /// <summary>Sectors of which the actor must have one; empty where any will do.</summary>
    public FrozenSet<string> ActorSectors { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Where the actors stand: the first role that names one wins.</summary>
    public ImmutableArray<string> Actor { get; init; } = ["subject"];

    /// <summary>Where the recipients stand: the first role that names one wins.</summary>
    public ImmutableArray<string> Recipient { get; init; } = [];

    /// <summary>Whether the event must have a recipient though its type does not ask for one.</summary>
    public bool NeedsRecipient { get; init; }

    /// <summary>Whether the rule says that its words are no event at all ("strike a deal" is no strike).</summary>
    public bool IsNone => Event == "NONE";

    /// <summary>Sentences with what must come of them.</summary>
    public ImmutableArray<RuleExample> Examples { get; init; } = [];

    /// <summary>How much a match of this rule says: more needs met win over fewer.</summary>
    public int Specificity =>
        (Object is { IsActor: false } ? 4 : Object is null ? 0 : 1) + (Subject is null ? 0 : 2) + (Complement is null ? 0 : 3) + (Modifier is null ? 0 : 2)
        + (4 * Prepositions.Count) + (Content.Count > 0 ? 5 : 0) + (Negated ? 3 : 0) + (When.Count > 0 ? 2 : 0) + (ActorSectors.Count > 0 ? 2 : 0)
        + (NeedsRecipient ? 1 : 0);
}

/// <summary>A word that can start a rule.</summary>
/// <param name="Lemma">Its lemma, lower case.</param>
/// <param name="Particle">A second word that must go with it ("rule out", "call for"), or null.</param>
/// <param name="IsNoun">Whether it is a noun; else a verb or adjective.</param>
public readonly record struct Trigger(string Lemma, string? Particle, bool IsNoun);

/// <summary>Words that fill a place of a rule.</summary>
/// <param name="Lemmas">Lemmas, lower case.</param>
/// <param name="IsActor">Whether any actor will do: the word "actor" in the codebook.</param>
/// <param name="IsAny">Whether anything will do: the word "any" in the codebook.</param>
public sealed record WordSet(FrozenSet<string> Lemmas, bool IsActor, bool IsAny)
{
    /// <summary>Whether the set holds a lemma.</summary>
    public bool Holds(string lemma) => IsAny || Lemmas.Contains(lemma) || Lemmas.Contains(lemma.ToLowerInvariant());
}

/// <summary>A sentence of a rule and what must come of it.</summary>
/// <param name="Where">File and line.</param>
/// <param name="Text">The sentence, in our own words.</param>
/// <param name="Actor">Name or code of the actor, or null where the example does not say.</param>
/// <param name="Recipient">Name or code of the recipient, or null.</param>
/// <param name="Mode">Mode, or null.</param>
/// <param name="Status">Status, or null.</param>
/// <param name="IsNone">Whether the sentence must give no event of the rule's type.</param>
public sealed record RuleExample(string Where, string Text, string? Actor, string? Recipient, string? Mode, string? Status, bool IsNone);
