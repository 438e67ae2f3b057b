using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Places;
using Demarche.Time;

namespace Demarche.Statements;

/// <summary>A parsed report with its actors, places and times found. Immutable and thread-safe.</summary>
/// <param name="Parsed">Sentences.</param>
/// <param name="Actors">Who is named.</param>
/// <param name="Places">Where.</param>
/// <param name="Times">When.</param>
public sealed record MentionedReport(ParsedReport Parsed, ActorMentions Actors, PlaceMentions Places, TimeMentions Times);

/// <summary>A report in which every clause can be asked who says it and whether it happened. Immutable and thread-safe.</summary>
/// <param name="Mentioned">The report.</param>
/// <param name="Of">The statement that a predicate stands in.</param>
public sealed record StatedReport(MentionedReport Mentioned, Func<Token, Statement> Of)
{
    /// <summary>Who says what, in the order of what is said; speech inside speech is left to <see cref="Of"/>. Found once, when first asked for.</summary>
    public ImmutableArray<Quoted> Quoted
    {
        get => Quoting.Value;
        init => Quoting = new(value);
    }

    internal Lazy<ImmutableArray<Quoted>> Quoting { get; init; } = new([]);
}

/// <summary>One attribution as stretches of a report, each possibly in pieces; pieces stand in order and none overlaps another.</summary>
/// <param name="Source">Who says it; empty where nobody is named.</param>
/// <param name="Cue">The words of saying.</param>
/// <param name="Content">What is said.</param>
public sealed record Quoted(ImmutableArray<Span> Source, ImmutableArray<Span> Cue, ImmutableArray<Span> Content);
