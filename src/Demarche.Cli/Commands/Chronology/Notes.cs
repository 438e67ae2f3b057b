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
}
