using NodaTime;

namespace Demarche.Reports.Layout;

/// <summary>A day that a report prints of itself.</summary>
/// <param name="Span">Where it stands in the words that were read.</param>
/// <param name="Year">Its year, where it is printed.</param>
/// <param name="Anniversary">Month and day.</param>
internal readonly record struct PrintedDay(Span Span, int? Year, AnnualDate Anniversary)
{
    /// <summary>The day, where its year is printed and has such a day.</summary>
    public LocalDate? Date => Year is { } year && Anniversary.IsValidYear(year) ? Anniversary.InYear(year) : null;
}
