using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Time.Dating;

/// <summary>Between which days a report was written, with what speaks for it and against it.</summary>
/// <param name="Earliest">First day on which it may have been written.</param>
/// <param name="Latest">Last day, included.</param>
/// <param name="Evidence">What was used, in the order of use; evidence that contradicts is kept and marked.</param>
public sealed record ReportDate(LocalDate Earliest, LocalDate Latest, ImmutableArray<DateEvidence> Evidence)
{
    /// <summary>Whether it is one day.</summary>
    public bool IsDay => Earliest == Latest;
}

/// <summary>One thing that tells of a report's date.</summary>
/// <param name="Span">The words in the report, or null where it stands outside them (a link, the user's word).</param>
/// <param name="What">What it says, in words.</param>
/// <param name="Contradicts">Whether it does not agree with the rest and was not used.</param>
public sealed record DateEvidence(Span? Span, string What, bool Contradicts);
