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

    /// <summary>Words that the indirect object must be, or null.</summary>
    public WordSet? IndirectObject { get; init; }

    /// <summary>Words that the verb of its complement must be, or null.</summary>
    public WordSet? Complement { get; init; }

    /// <summary>Words that the subject of its complement must be, or null.</summary>
    public WordSet? ComplementSubject { get; init; }

    /// <summary>Whether a clause that completes it must be something to be done, and not something that is so.</summary>
    public bool Directive { get; init; }

    /// <summary>Words that must modify the trigger or its object ("nuclear" test), or null.</summary>
    public WordSet? Modifier { get; init; }

    /// <summary>What must follow prepositions: "for" a "ceasefire".</summary>
    public ImmutableArray<KeyValuePair<string, WordSet>> Prepositions { get; init; } = [];

    /// <summary>What its content must be, or null where the rule does not ask.</summary>
    public ContentNeed? Content { get; init; }

    /// <summary>Whether the content must be an act of its own actor: "hopes to visit", not "hopes that they will visit".</summary>
    public bool OwnContent { get; init; }

    /// <summary>Whether the clause that completes it must have the actor for its subject: "warned that it would act".</summary>
    public bool OwnComplement { get; init; }

    /// <summary>Whether the trigger must be negated ("will not meet"), which the rule then accounts for.</summary>
    public bool Negated { get; init; }

    /// <summary>Statuses that the clause must have; empty where any will do.</summary>
    public FrozenSet<Statements.Status> When { get; init; } = FrozenSet<Statements.Status>.Empty;

    /// <summary>Auxiliary modes that the clause must have, all of them.</summary>
    public ImmutableArray<Statements.Auxiliary> Auxiliary { get; init; } = [];

    /// <summary>Whether the surface must be passive (true) or active (false); null where either will do.</summary>
    public bool? Passive { get; init; }

    /// <summary>Who must say so: "actor", "other", "report", or "not-other" for one of actor and report; null where it does not matter.</summary>
    public string? SaidBy { get; init; }

    /// <summary>Sectors of which an actor must have one; empty where any will do. STATE is a whole state, PERSON a person.</summary>
    public FrozenSet<string> ActorSectors { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The same for a recipient.</summary>
    public FrozenSet<string> RecipientSectors { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Where the actors stand: the first role that names one wins.</summary>
    public ImmutableArray<Role> Actor { get; init; } = [Role.Subject];

    /// <summary>Where the recipients stand: the first role that names one wins.</summary>
    public ImmutableArray<Role> Recipient { get; init; } = [];

    /// <summary>Whether the event must have a recipient though its type does not ask for one.</summary>
    public bool NeedsRecipient { get; init; }

    /// <summary>Whether several actors do it to one another where no recipient is named, though the type is not reciprocal: "the two states cut ties".</summary>
    public bool IsMutual { get; init; }

    /// <summary>Whether its recipients must be strangers: a country, town or office of the actor's own state is none ("returned to the ministry").</summary>
    public bool Abroad { get; init; }

    /// <summary>Whether a noun starts the rule only behind a light verb or as content.</summary>
    public bool Carried { get; init; }

    /// <summary>Types, or types with a mode ("MOBILIZE.weapons"), that it codes anew; where it is not empty, the rule has no trigger of its own.</summary>
    public FrozenSet<string> Recodes { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What its writer adds to <see cref="Specificity"/>.</summary>
    public int Priority { get; init; }

    /// <summary>How often the rule is right, where its writer knows it.</summary>
    public double? Confidence { get; init; }

    /// <summary>Whether the rule says that its words are no event at all ("strike a deal" is no strike).</summary>
    public bool IsNone => Event == "NONE";

    /// <summary>Whether whoever speaks is the actor: the act is that he says so, and took place when he did.</summary>
    internal bool IsSaying => Actor.All(r => r.Terms.All(t => t.Place == RolePlace.Speaker));

    /// <summary>Sentences with what must come of them.</summary>
    public ImmutableArray<RuleExample> Examples { get; init; } = [];

    /// <summary>How much a match of this rule says: more needs met win over fewer.</summary>
    public int Specificity =>
        Priority + Weight(Object, 4) + Weight(Subject, 2) + Weight(IndirectObject, 3) + Weight(Complement, 4) + Weight(ComplementSubject, 2) + Weight(Modifier, 3)
        + Prepositions.Sum(p => Weight(p.Value, 4)) + (Content is null ? 0 : Content.Types.Count > 0 ? 5 : 1) + (Negated ? 3 : 0) + (When.Count > 0 ? 2 : 0)
        + Auxiliary.Length + (Passive is null ? 0 : 1) + (SaidBy is null ? 0 : 2) + (ActorSectors.Count > 0 ? 2 : 0) + (RecipientSectors.Count > 0 ? 2 : 0)
        + (NeedsRecipient ? 1 : 0) + (Abroad ? 1 : 0) + (OwnComplement ? 1 : 0);

    private static int Weight(WordSet? words, int listed) => words is null ? 0 : words.Lemmas.Count > 0 ? listed : 1;
}

/// <summary>A word that can start a rule.</summary>
/// <param name="Lemma">Its lemma, lower case.</param>
/// <param name="Particle">A second word that must go with it ("rule out", "call for"), or null.</param>
/// <param name="IsNoun">Whether it is a noun; else a verb or adjective.</param>
public readonly record struct Trigger(string Lemma, string? Particle, bool IsNoun);

/// <summary>What the content of an event must be.</summary>
/// <param name="Types">Types of which it must be one; empty where any will do.</param>
/// <param name="None">Whether there must be none.</param>
public sealed record ContentNeed(FrozenSet<string> Types, bool None);

/// <summary>A sentence of a rule and what must come of it.</summary>
/// <param name="Where">File and line.</param>
/// <param name="Text">The sentence, in our own words.</param>
/// <param name="Event">Type that must come out; the rule's own where the example names none.</param>
/// <param name="IsNone">Whether the sentence must give no event of that type.</param>
public sealed record RuleExample(string Where, string Text, string Event, bool IsNone)
{
    /// <summary>Names or codes that must be among the actors.</summary>
    public ImmutableArray<string> Actor { get; init; } = [];

    /// <summary>Names or codes that must be among the recipients.</summary>
    public ImmutableArray<string> Recipient { get; init; } = [];

    /// <summary>Mode, or null where the example does not say.</summary>
    public string? Mode { get; init; }

    /// <summary>Status, or null.</summary>
    public string? Status { get; init; }

    /// <summary>Type of the content, or null.</summary>
    public string? Content { get; init; }
}
