namespace Demarche.Chronology;

/// <summary>Under which days an act is filed, and under which an act that may be the same is.</summary>
/// <remarks>
/// Short acts lie under each of their days, those of a month or a season under each month, longer ones under the year in which they start. An act of a
/// season at most looks under all of them; a longer one is compared with others as long.
/// </remarks>
internal static class DayBlocks
{
    private const int Short = 10;
    private const int Season = 100;
    private const int Month = 31;
    private const int Year = 365;

    private enum Grain : byte
    {
        Day,
        Month,
        Year,
    }

    /// <summary>The blocks that an act lies in.</summary>
    public static IEnumerable<DayBlock> Own(ActSketch one) => GrainOf(one) switch
    {
        Grain.Day => Days(one.Start, one.End),
        Grain.Month => Each(one.Start, one.End, Month, Grain.Month),
        _ => [YearOf(one)],
    };

    /// <summary>The blocks in which a later act looks for one that it may belong to.</summary>
    public static IEnumerable<DayBlock> Reach(ActSketch one) =>
        GrainOf(one) == Grain.Year ? [YearOf(one)]
        : Days(one.Start - 1, one.End + 1).Concat(Each(one.Start, one.End, Month, Grain.Month)).Append(YearOf(one));

    /// <summary>Whether a later act finds another in its blocks.</summary>
    public static bool Reaches(ActSketch one, ActSketch other) => GrainOf(other) switch
    {
        Grain.Day => GrainOf(one) != Grain.Year && other.Start <= one.End + 1 && other.End >= one.Start - 1,
        Grain.Month => GrainOf(one) != Grain.Year && other.Start / Month <= one.End / Month && other.End / Month >= one.Start / Month,
        _ => one.Start / Year == other.Start / Year,
    };

    private static Grain GrainOf(ActSketch one) => one.Width <= Short ? Grain.Day : one.Width <= Season ? Grain.Month : Grain.Year;

    private static DayBlock YearOf(ActSketch one) => new(one.Start / Year, (byte)Grain.Year);

    private static IEnumerable<DayBlock> Days(int start, int end) => Each(start, end, 1, Grain.Day);

    private static IEnumerable<DayBlock> Each(int start, int end, int step, Grain grain)
    {
        for (var at = start / step; at <= end / step; at++)
        {
            yield return new DayBlock(at, (byte)grain);
        }
    }
}

/// <summary>A day, a month of 31 days, or a year of 365, counted from 1970.</summary>
/// <param name="Number">Which of its kind.</param>
/// <param name="Kind">Which kind.</param>
internal readonly record struct DayBlock(int Number, byte Kind);
