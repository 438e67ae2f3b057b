using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Time.Dating;
using NodaTime;

namespace Demarche.Time;

/// <summary>Words of a sentence that name a time.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token, included.</param>
/// <param name="Kind">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value: "2019-02", "P3D", "PRESENT_REF"; null where it cannot be told.</param>
/// <param name="Interval">The days meant, where they can be told.</param>
/// <param name="Reason">How the value was reached.</param>
public sealed record TimeMention(Sentence Sentence, int First, int Last, TimeKind Kind, string? Value, DayInterval? Interval, string Reason)
{
    /// <summary>Where the words stand in the report as read.</summary>
    public Span Span { get; init; } = Sentence[First].Span.Cover(Sentence[Last].Span);

    /// <summary>The word before it that says how it bounds: "since", "until".</summary>
    public TimeSignal Signal { get; init; }

    /// <summary>Id of the rule that found it.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The word of the mention that the rest of the sentence hangs it on: the one whose head stands outside.</summary>
    public Token Head
    {
        get
        {
            for (var i = First; i <= Last; i++)
            {
                var head = Sentence[i].HeadIndex;
                if ((head < First || head > Last) && Sentence[i].Tag != Upos.PUNCT)
                {
                    return Sentence[i];
                }
            }

            return Sentence[Last];
        }
    }
}

/// <summary>TIMEX3 types.</summary>
public enum TimeKind
{
    /// <summary>A day, month, year or longer.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>How long.</summary>
    Duration,

    /// <summary>How often.</summary>
    Set,
}

/// <summary>Days from <paramref name="Start"/> to <paramref name="End"/>, both included (TIMEX3 and PLOVER count so); a null end is open.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day, or null where it lasts to the day of the report and on.</param>
public readonly record struct DayInterval(LocalDate Start, LocalDate? End);

/// <summary>The time mentions of one report. Immutable and thread-safe.</summary>
/// <param name="All">In reading order.</param>
public sealed record TimeMentions(ImmutableArray<TimeMention> All)
{
    /// <summary>Between which days the report was written, and why; null where nothing tells.</summary>
    public ReportDate? Written { get; init; }

    /// <summary>The mentions of one sentence, in order.</summary>
    public IEnumerable<TimeMention> In(Sentence sentence) => All.Where(m => m.Sentence == sentence);
}
