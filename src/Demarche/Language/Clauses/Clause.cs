using System.Collections.Immutable;

namespace Demarche.Language.Clauses;

/// <summary>What a verb or an event noun takes: who does it, to what, with which prepositions. Passives, relatives and control are undone.</summary>
/// <remarks>
/// Roles are deep ones: in "sanctions imposed by the EU" the object of "imposed" is "sanctions" and its subject "EU". Coordinated
/// fillers are listed one by one. Immutable; computed from the tree alone (Universal Dependencies v2 relations).
/// </remarks>
public sealed record Clause(Token Predicate)
{
    /// <summary>Who does it, or undergoes a verb without object.</summary>
    public ImmutableArray<Token> Subjects { get; init; } = [];

    /// <summary>Who does it where the noun that it completes is only carried: "Iran <c>made</c> a new attempt to attack". Empty for most.</summary>
    public ImmutableArray<Token> LentSubjects { get; init; } = [];

    /// <summary>The verb that lends <see cref="LentSubjects"/>; whether it only carries its noun is for the caller to say.</summary>
    public Token? Lender { get; init; }

    /// <summary>What it is done to.</summary>
    public ImmutableArray<Token> Objects { get; init; } = [];

    /// <summary>The receiver of a ditransitive: "gave Kyiv arms".</summary>
    public ImmutableArray<Token> IndirectObjects { get; init; } = [];

    /// <summary>Prepositional phrases, in order.</summary>
    public ImmutableArray<Oblique> Obliques { get; init; } = [];

    /// <summary>Whose it is: "its withdrawal", "Iran's demands", "US calls", "North Korean demands".</summary>
    public ImmutableArray<Token> Possessors { get; init; } = [];

    /// <summary>Heads of the clauses that complete it: "refused to meet", "said that talks failed".</summary>
    public ImmutableArray<Token> Complements { get; init; } = [];

    /// <summary>Whether the surface form is passive.</summary>
    public bool IsPassive { get; init; }

    /// <summary>Words of "not", "no", "never" and the like that negate it.</summary>
    public Token? Negation { get; init; }
}

/// <summary>A prepositional phrase.</summary>
/// <param name="Preposition">Lemma of the preposition, lower case; of a compound one the whole: "because of".</param>
/// <param name="Noun">Head of the phrase.</param>
public readonly record struct Oblique(string Preposition, Token Noun);
