using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Coding.Matching;

/// <summary>A rule met at a trigger, not yet an event of the record.</summary>
/// <param name="Type">Type of event.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Trigger">The word that started it.</param>
/// <param name="Statement">Whether it happened and who says so, the rule's own negation taken off.</param>
internal sealed record Match(EventType Type, Rule Rule, Token Trigger, Statement Statement)
{
    public string? Mode { get; init; }

    /// <summary>Whether several actors do it to each other, as the words say.</summary>
    public bool IsMutual { get; init; }

    public ImmutableArray<Participant> Actors { get; init; } = [];

    public ImmutableArray<Participant> Recipients { get; init; } = [];

    public ImmutableArray<ExplainedPart> Parts { get; init; } = [];

    /// <summary>What it is about, or null.</summary>
    public Match? Content { get; init; }

    /// <summary>The event that its rule asks for as content though its type has none: told with it, and none of its own.</summary>
    public Match? Within { get; init; }

    /// <summary>The verb that it is only the purpose of, or null.</summary>
    public Token? PurposeOf { get; init; }

    /// <summary>Whether it is only what a deed is meant for ("sent a team to help them"); two who meet are told by such words, others not.</summary>
    public bool IsOnlyMeant => PurposeOf is not null && !Type.IsToldByPurpose && !Type.IsReciprocal;

    /// <summary>What rules of other types make of the same trigger, where they are met as well and ask for as much; in the order of the rules.</summary>
    public ImmutableArray<Match> Rivals { get; init; } = [];

    /// <summary>Whether an event noun stands alone though its rule wants a light verb: content at most.</summary>
    public bool IsBare { get; init; }

    // A name that no table knows is an actor only across from a state.
    private bool HasKnownActor =>
        Actors.Any(a => a.Actor.Code is not null || !a.Actor.Sectors.IsEmpty) || Actors.Any(a => a.Actor.IsPerson) && Recipients.Any(r => r.Actor.Code is not null);

    // "sees the talks as a tool", "fears of a strike": a noun alone that nobody says took place or is to.
    private bool IsOnlyThoughtOf => IsLone && Content is null && Statement.Status is Status.Possible or Status.Proposed;

    /// <summary>Whether an event noun stands without a light verb.</summary>
    public bool IsLone { get; init; }

    /// <summary>Whether it would be an event if it named to whom it is done.</summary>
    public bool IsUnaddressed => LacksRecipient && !Actors.IsEmpty && HasKnownActor && !IsBare && !IsOnlyThoughtOf;

    private bool LacksRecipient => (Type.NeedsRecipient || Rule.NeedsRecipient) && Recipients.IsEmpty && !((Type.IsReciprocal || Rule.IsMutual || IsMutual) && Actors.Length > 1);

    /// <summary>What it still lacks to be an event of its own, or null.</summary>
    public string? Lack =>
        Actors.IsEmpty ? "an actor"
        : !HasKnownActor ? "a known actor"
        : LacksRecipient ? "a recipient"
        : IsBare ? "a light verb"
        : IsOnlyThoughtOf ? "a clause that asserts it"
        : null;
}

/// <summary>What became of a rule at a trigger.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Lacked">What it lacked, or null where all its needs were met.</param>
public readonly record struct RuleTrial(Rule Rule, string? Lacked);

/// <summary>The rules that were tried at a word of a sentence.</summary>
/// <param name="Trigger">The word.</param>
/// <param name="Trials">In the order of trying; the last is the one that was taken where it lacked nothing.</param>
public sealed record TriggerTrace(Token Trigger, ImmutableArray<RuleTrial> Trials)
{
    /// <summary>Id of the rule that was taken, or null.</summary>
    public string? Taken { get; init; }

    /// <summary>What became of the match: "an event", "content of …", "part of …", or what it lacked.</summary>
    public string Outcome { get; init; } = "";
}
