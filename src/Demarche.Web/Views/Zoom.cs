using NodaTime;

namespace Demarche.Web.Views;

/// <summary>Spans of days beside one that is shown.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
public readonly record struct Zoom(LocalDate From, LocalDate To)
{
    private int Days => Math.Max(1, Period.DaysBetween(From, To) + 1);

    /// <summary>As long, half of it earlier.</summary>
    public (LocalDate From, LocalDate To) Earlier => Moved(-Math.Max(1, Days / 2));

    /// <summary>As long, half of it later.</summary>
    public (LocalDate From, LocalDate To) Later => Moved(Math.Max(1, Days / 2));

    /// <summary>The middle half.</summary>
    public (LocalDate From, LocalDate To) Closer => Days < 4 ? (From, To) : (From.PlusDays(Days / 4), To.PlusDays(-(Days / 4)));

    /// <summary>Twice as long about the same middle.</summary>
    public (LocalDate From, LocalDate To) Wider => (From.PlusDays(-Math.Max(1, Days / 2)), To.PlusDays(Math.Max(1, Days / 2)));

    private (LocalDate From, LocalDate To) Moved(int days) => (From.PlusDays(days), To.PlusDays(days));
}
