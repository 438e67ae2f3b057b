namespace Demarche;

/// <summary>A half-open range of characters in a report as it was read: <see cref="Start"/> is included, <see cref="End"/> is not.</summary>
/// <remarks>
/// Offsets count UTF-16 code units of <see cref="Reports.Report.Text"/>, before any repair. Records for programs count
/// Unicode code points instead (see <see cref="Reports.Report.CodePoints(Span)"/>), as Python, R and DuckDB do.
/// </remarks>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset after the last character; never less than <paramref name="Start"/>.</param>
public readonly record struct Span(int Start, int End) : IComparable<Span>
{
    /// <summary>Number of characters covered.</summary>
    public int Length => End - Start;

    /// <summary>Whether the span covers no character.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>Whether the two spans share at least one character.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>Whether every character of <paramref name="other"/> lies in this span.</summary>
    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    /// <summary>The smallest span that covers both.</summary>
    public Span Cover(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The covered part of <paramref name="text"/>.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(Span other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}, {End})";

    /// <summary>Whether <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    public static bool operator <(Span left, Span right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    public static bool operator >(Span left, Span right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> sorts before or with <paramref name="right"/>.</summary>
    public static bool operator <=(Span left, Span right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> sorts after or with <paramref name="right"/>.</summary>
    public static bool operator >=(Span left, Span right) => left.CompareTo(right) >= 0;
}
