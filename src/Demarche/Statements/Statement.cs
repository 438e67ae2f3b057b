using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Time;

namespace Demarche.Statements;

/// <summary>What the report says of the truth of one clause, and who says it.</summary>
/// <param name="Status">Whether what the clause names happened.</param>
/// <param name="Auxiliary">PLOVER's auxiliary modes that hold.</param>
/// <param name="Attribution">Who says so, from the nearest speaker outwards; empty where the report itself says so.</param>
/// <param name="Hedge">The word that makes it less certain: "reportedly", "might".</param>
/// <param name="Reasons">The words that decided the status.</param>
public sealed record Statement(Status Status, ImmutableArray<Auxiliary> Auxiliary, ImmutableArray<Attribution> Attribution, string? Hedge, ImmutableArray<Token> Reasons);

/// <summary>One link of an attribution.</summary>
/// <param name="Speaker">Who speaks, or null where only a medium or outlet is named.</param>
/// <param name="Cue">The word of saying.</param>
public sealed record Attribution(ActorMention? Speaker, Token? Cue)
{
    /// <summary>The speaker's words in the report where no actor stands behind them ("officials").</summary>
    public string? SpeakerText { get; init; }

    /// <summary>Where the speaker's words stand in the report as read, or null where nobody is named.</summary>
    public Span? SpeakerSpan { get; init; }

    /// <summary>What tells that this speaker says so.</summary>
    public AttributionGround Ground { get; init; }

    /// <summary>How it was said: "statement", "interview".</summary>
    public string? Medium { get; init; }

    /// <summary>Who passed it on: "KCNA".</summary>
    public string? Carrier { get; init; }

    /// <summary>When it was said.</summary>
    public TimeMention? Said { get; init; }
}

/// <summary>What tells who speaks.</summary>
public enum AttributionGround
{
    /// <summary>A word of saying in the clause's own sentence, by rule over the tree.</summary>
    Clause,

    /// <summary>The trained model of attribution, which reads quotations over sentences.</summary>
    Learned,
}

/// <summary>Whether an event happened.</summary>
public enum Status
{
    /// <summary>It took place.</summary>
    Happened,

    /// <summary>It lasts on the day of the report.</summary>
    Ongoing,

    /// <summary>It is to take place.</summary>
    Planned,

    /// <summary>Somebody wants it to take place.</summary>
    Proposed,

    /// <summary>It may take place, or may have.</summary>
    Possible,

    /// <summary>It did not take place, or is denied.</summary>
    DidNotHappen,
}

/// <summary>PLOVER's auxiliary modes.</summary>
public enum Auxiliary
{
    /// <summary>It lies before the news of the report.</summary>
    Historical,

    /// <summary>It lies ahead.</summary>
    Future,

    /// <summary>It is only thought of.</summary>
    Hypothetical,

    /// <summary>It is negated.</summary>
    Negation,
}
