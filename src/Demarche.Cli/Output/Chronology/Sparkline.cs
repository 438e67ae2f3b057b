namespace Demarche.Cli.Output.Chronology;

/// <summary>A series as one line of blocks.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>A block a value, from the least to the greatest; a blank where there is none.</summary>
    public static string Of(IReadOnlyCollection<double?> values, double least, double greatest)
    {
        var range = Math.Max(greatest - least, 1e-9);
        return string.Concat(values.Select(v => v is { } value ? Blocks[(int)Math.Clamp((value - least) / range * Blocks.Length, 0, Blocks.Length - 1)] : ' '));
    }
}
