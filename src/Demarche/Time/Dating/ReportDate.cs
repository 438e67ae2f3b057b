using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Time.Dating;

/// <summary>Between which days a report was written, with what speaks for it and against it.</summary>
/// <param name="Earliest">First day on which it may have been written.</param>
/// <param name="Latest">Last day, included.</param>
/// <param name="Evidence">What was used, in the order of use; evidence that contradicts is kept and marked.</param>
public sealed record ReportDate(LocalDate Earliest, LocalDate Latest, ImmutableArray<DateEvidence> Evidence)
{
    private const int WidestYears = 10;   // a wider guess dates no news

    /// <summary>Whether something tells the first day; else it stands as far before the last as an archive may reach.</summary>
    public bool HasEarliest { get; init; } = true;

    /// <summary>Whether something tells the last day; else it stands as far behind the first as an archive may reach.</summary>
    public bool HasLatest { get; init; } = true;

    /// <summary>Whether it is one day.</summary>
    public bool IsDay => Earliest == Latest;

    /// <summary>Whether both ends are told and lie within ten years, so that it may stand for the day of an event.</summary>
    public bool IsNarrow => HasEarliest && HasLatest && Latest < Earliest.PlusYears(WidestYears);
}

/// <summary>One thing that tells of a report's date.</summary>
/// <param name="Span">The words in the report, or null where it stands outside them (a link, the user's word).</param>
/// <param name="What">What it says, in words.</param>
/// <param name="Contradicts">Whether it does not agree with the rest and was not used.</param>
public sealed record DateEvidence(Span? Span, string What, bool Contradicts);
