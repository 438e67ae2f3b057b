using System.Collections.Immutable;
using Demarche.Time.Meanings;

namespace Demarche.Time.Expressions;

/// <summary>One rule of codebook/time: patterns and what their words mean. Immutable.</summary>
internal sealed record TimeRule(string Id, string Where, ImmutableArray<Pattern> Patterns, ImmutableArray<string> Slots, MeaningCall? Means)
{
    /// <summary>TIMEX3 type, or null for what the meaning gives.</summary>
    public TimeKind? Kind { get; init; }

    /// <summary>Groups that it belongs to; other patterns name them with "@".</summary>
    public ImmutableArray<int> Groups { get; init; } = [];

    /// <summary>Whether it is only a part of other patterns.</summary>
    public bool OnlyPart { get; init; }

    /// <summary>Whether no white space may stand inside.</summary>
    public bool Tight { get; init; }

    /// <summary>What may not, or must, stand before and after.</summary>
    public RuleGuards Guards { get; init; } = RuleGuards.None;

    /// <summary>Its examples, which the tests run.</summary>
    public ImmutableArray<TimeExample> Examples { get; init; } = [];
}

/// <summary>What stands around the words of a rule. A null list asks nothing.</summary>
/// <param name="NotAfter">None of these stands before.</param>
/// <param name="After">One of these stands before.</param>
/// <param name="NotBefore">None of these follows.</param>
/// <param name="Before">One of these follows.</param>
internal sealed record RuleGuards(PatternStep[]? NotAfter, PatternStep[]? After, PatternStep[]? NotBefore, PatternStep[]? Before)
{
    /// <summary>Asks nothing.</summary>
    public static RuleGuards None { get; } = new(null, null, null, null);
}

/// <summary>An example of a rule: the words found and what they mean.</summary>
/// <param name="Where">File and line.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Published">Day of the report, yyyy-mm-dd, or null.</param>
/// <param name="Find">The words that are found.</param>
/// <param name="Kind">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value; null where it must stay unresolved.</param>
internal sealed record TimeExample(string Where, string Text, string? Published, string Find, TimeKind Kind, string? Value);
