using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Places;
using Demarche.Reports;
using Demarche.Statements;
using Demarche.Time;

namespace Demarche.Coding;

/// <summary>One coded act: who did what to whom, when, whether it happened, who says so, and why it was coded so. Immutable.</summary>
/// <param name="Type">Type of event.</param>
/// <param name="Mode">Mode, or null.</param>
/// <param name="Actors">Who did it; never empty.</param>
/// <param name="Recipients">To whom; empty where all who took part are actors, or nobody is named.</param>
/// <param name="Statement">Whether it happened, and who says so.</param>
/// <param name="Explanation">The rule and the words that met it.</param>
public sealed record CodedEvent(
    EventType Type, string? Mode, ImmutableArray<Participant> Actors, ImmutableArray<Participant> Recipients, Statement Statement, Explanation Explanation)
{
    /// <summary>The sentence that names it.</summary>
    public Sentence Sentence => Explanation.Trigger.Sentence;

    /// <summary>From the first to the last word of its evidence, in the report as read.</summary>
    public Span Span { get; init; }

    /// <summary>Each stretch of words that it rests on, in order.</summary>
    public ImmutableArray<Span> Evidence { get; init; } = [];

    /// <summary>When it took place and why that is thought, or null where nothing tells.</summary>
    public EventDate? Date { get; init; }

    /// <summary>Where it took place, or null.</summary>
    public PlaceMention? Place { get; init; }

    /// <summary>What a speech act is about, or null.</summary>
    public CodedEvent? Content { get; init; }

    /// <summary>PLOVER contexts, in alphabetical order.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>How likely it is to be right, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The section of the report that it stands in.</summary>
    public SectionKind Section => Sentence.Section.Kind;
}

/// <summary>One who takes part in an event.</summary>
/// <param name="Actor">The identity.</param>
/// <param name="Mention">The words that name it.</param>
public sealed record Participant(Actor Actor, ActorMention Mention)
{
    /// <summary>Whether both stand for the same state or body, or for parts of it.</summary>
    public bool SharesCode(Participant other) => Actor.Code is not null && Actor.Code == other.Actor.Code;
}

/// <summary>The days of an event and why they are thought to be so.</summary>
/// <param name="Interval">First and last day, both included; an open end lasts to the report.</param>
/// <param name="Mention">The words that tell, or null where the report's own date stands in.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record EventDate(DayInterval Interval, TimeMention? Mention, string Reason);

/// <summary>Why an event was coded: the rule and the words that met each of its parts.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Trigger">The word that started it.</param>
/// <param name="Parts">Name of each part of the rule with the words that met it.</param>
public sealed record Explanation(string Rule, Token Trigger, ImmutableArray<ExplainedPart> Parts);

/// <summary>A part of a rule and the word that met it.</summary>
/// <param name="Part">"verb", "object", "actor (subject)".</param>
/// <param name="Token">The word.</param>
public readonly record struct ExplainedPart(string Part, Token Token);

/// <summary>A report with its events, in reading order. Immutable and thread-safe.</summary>
/// <param name="Stated">The report.</param>
/// <param name="Events">Its events.</param>
public sealed record CodedReport(StatedReport Stated, ImmutableArray<CodedEvent> Events)
{
    /// <summary>The report as read.</summary>
    public Report Report => Stated.Mentioned.Parsed.Report;

    /// <summary>The same with the events of at least a confidence.</summary>
    public CodedReport From(double confidence) => confidence <= 0 ? this : this with { Events = Events.RemoveAll(e => e.Confidence < confidence) };
}
