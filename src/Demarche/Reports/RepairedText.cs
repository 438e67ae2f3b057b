using System.Collections.Immutable;

namespace Demarche.Reports;

/// <summary>A report's text with its damage mended, where each character knows which characters as read it stands for.</summary>
/// <remarks>Immutable. An inserted character (a lost apostrophe) stands for the empty range before the character that follows it.</remarks>
public sealed class RepairedText
{
    private readonly int[]? _starts;   // null: nothing was repaired, offsets are the same
    private readonly int[]? _ends;

    private RepairedText(string text, int[]? starts, int[]? ends, ImmutableArray<Repair> repairs)
    {
        Text = text;
        _starts = starts;
        _ends = ends;
        Repairs = repairs;
    }

    /// <summary>The mended characters.</summary>
    public string Text { get; }

    /// <summary>What was mended, in reading order.</summary>
    public ImmutableArray<Repair> Repairs { get; }

    /// <summary>A text that needs no repair.</summary>
    public static RepairedText Untouched(string text) => new(text, null, null, []);

    /// <summary>A mended text.</summary>
    /// <param name="text">The mended characters.</param>
    /// <param name="starts">For each mended character, the offset as read where what it stands for starts; never falling.</param>
    /// <param name="ends">For each mended character, the offset as read where what it stands for ends.</param>
    /// <param name="repairs">What was mended.</param>
    internal static RepairedText Mended(string text, int[] starts, int[] ends, ImmutableArray<Repair> repairs) => new(text, starts, ends, repairs);

    /// <summary>The range as read that a range of the mended text stands for.</summary>
    public Span ToOriginal(Span mended)
    {
        if (_starts is null || _ends is null)
        {
            return mended;
        }

        if (mended.IsEmpty)
        {
            var at = mended.Start < _starts.Length ? _starts[mended.Start] : _ends.Length == 0 ? 0 : _ends[^1];
            return new Span(at, at);
        }

        return new Span(_starts[mended.Start], _ends[mended.End - 1]);
    }

    /// <summary>The mended range that stands for a range as read.</summary>
    public Span ToMended(Span original)
    {
        if (_starts is null || _ends is null)
        {
            return original;
        }

        var start = LowerBound(_starts, original.Start);
        while (!original.IsEmpty && start < _starts.Length && _ends[start] <= original.Start)
        {
            start++;   // an inserted character stands before the range, not in it
        }

        var end = LowerBound(_starts, original.End);
        return new Span(start, Math.Max(start, end));
    }

    private static int LowerBound(int[] sorted, int value)
    {
        var at = Array.BinarySearch(sorted, value);
        if (at < 0)
        {
            return ~at;
        }

        while (at > 0 && sorted[at - 1] == value)
        {
            at--;
        }

        return at;
    }
}

/// <summary>One mended place.</summary>
/// <param name="Kind">What was wrong.</param>
/// <param name="Span">Where, in the report as read.</param>
/// <param name="Mended">What now stands there.</param>
public readonly record struct Repair(RepairKind Kind, Span Span, string Mended);

/// <summary>Kinds of damage that are mended.</summary>
public enum RepairKind
{
    /// <summary>"North Koreas leader" for "North Korea's leader".</summary>
    LostApostrophe,

    /// <summary>UTF-8 read as Windows-1252 by an earlier hand: "â€™" for "’".</summary>
    Mojibake,

    /// <summary>A typographic quote, dash, ellipsis or special blank put into its plain form.</summary>
    Typography,

    /// <summary>"talks.The envoy" for "talks. The envoy".</summary>
    MissingSpace,

    /// <summary>Two or more blanks for one.</summary>
    DoubledBlank,

    /// <summary>A control or zero-width character, or half of a surrogate pair.</summary>
    Control,

    /// <summary>An HTML entity left in plain text: "&amp;amp;" for "&amp;".</summary>
    Entity,

    /// <summary>A line end inside a paragraph, which becomes a blank.</summary>
    LineEnd,
}
