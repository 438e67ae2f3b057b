namespace Demarche.Cli.Commands.Chronology;

/// <summary>What a reader of the record should know of it; goes to standard error, as data alone goes to standard output.</summary>
internal static class Notes
{
    /// <summary>Says that some events stand alone because nobody has merged them yet.</summary>
    public static void Unmerged(int events, Streams streams)
    {
        if (events > 0)
        {
            streams.Errors.WriteLine($"demarche: {events} event{(events == 1 ? " is" : "s are")} not merged yet; run demarche merge.");
        }
    }

    /// <summary>Says which types that are asked for no event has, and which there are.</summary>
    public static void UnknownTypes(IReadOnlyCollection<string> unknown, IReadOnlyCollection<string> known, Streams streams)
    {
        if (unknown.Count > 0 && known.Count > 0)
        {
            streams.Errors.WriteLine($"demarche: no event of the record is of type {string.Join(" or ", unknown)}; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }
}
