using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Time.Dating;

/// <summary>The days that all clues so far leave open.</summary>
internal sealed class Bounds
{
    private readonly ImmutableArray<DateEvidence>.Builder _evidence = ImmutableArray.CreateBuilder<DateEvidence>();

    /// <summary>First day left.</summary>
    public LocalDate? Earliest { get; private set; }

    /// <summary>Last day left.</summary>
    public LocalDate? Latest { get; private set; }

    /// <summary>Narrows by a clue, or keeps it as a contradiction where it would leave no day.</summary>
    public void Take(Clue clue)
    {
        var earliest = Later(Earliest, clue.Earliest);
        var latest = Earlier(Latest, clue.Latest);
        if (earliest is { } from && latest is { } to && from > to)
        {
            _evidence.Add(new DateEvidence(clue.Span, clue.What, true));
            return;
        }

        if (earliest != Earliest || latest != Latest)
        {
            _evidence.Add(new DateEvidence(clue.Span, clue.What, false));
        }

        (Earliest, Latest) = (earliest, latest);
    }

    /// <summary>The days left with the evidence; an open end is put so many years away.</summary>
    public ReportDate? Result(int openYears) => (Earliest, Latest) switch
    {
        ({ } from, { } to) => new ReportDate(from, to, _evidence.ToImmutable()),
        ({ } from, null) => new ReportDate(from, from.Year + openYears > 9998 ? new LocalDate(9998, 12, 31) : from.PlusYears(openYears), _evidence.ToImmutable()) { HasLatest = false },
        (null, { } to) => new ReportDate(to.Year <= openYears ? new LocalDate(1, 1, 1) : to.PlusYears(-openYears), to, _evidence.ToImmutable()) { HasEarliest = false },
        _ => null,
    };

    private static LocalDate? Later(LocalDate? a, LocalDate? b) => a is null ? b : b is null ? a : a > b ? a : b;

    private static LocalDate? Earlier(LocalDate? a, LocalDate? b) => a is null ? b : b is null ? a : a < b ? a : b;
}
