using NodaTime;

namespace Demarche.Time.Dating;

/// <summary>One thing that bounds the day on which a report was written. Both ends are included; a null end is open.</summary>
/// <param name="Earliest">First possible day.</param>
/// <param name="Latest">Last possible day.</param>
/// <param name="Span">The words in the report, or null.</param>
/// <param name="What">What it says.</param>
internal sealed record Clue(LocalDate? Earliest, LocalDate? Latest, Span? Span, string What)
{
    /// <summary>Whether an office that somebody holds began only after the last day that this leaves.</summary>
    public bool IsBefore(Clue office) => office.Earliest > Latest;
}
