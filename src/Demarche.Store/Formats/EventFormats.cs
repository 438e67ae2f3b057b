using Demarche.Coding;
using Demarche.Coding.Records;

namespace Demarche.Store.Formats;

/// <summary>The formats that events are exchanged in, by name. Immutable and thread-safe.</summary>
/// <param name="files">The codebook with the tables of <c>formats/</c>.</param>
/// <param name="codebook">The same, loaded: types and scores.</param>
public sealed class EventFormats(CodebookFiles files, Codebook codebook)
{
    private readonly FormatTables _tables = FormatTables.Of(files);

    /// <summary>The formats that are written as text; "parquet" is written by <see cref="ParquetFile"/>.</summary>
    public static IReadOnlyList<string> Written { get; } = ["plover", "polecat", "icews", "gdelt", "gdelt-mentions", "csv"];

    /// <summary>The formats whose rows are acts, each once, and not the tellings of them.</summary>
    public static IReadOnlyList<string> OfActs { get; } = ["polecat", "icews", "gdelt", "gdelt-mentions"];

    /// <summary>What formats without a status are given where nothing else is chosen.</summary>
    public static IReadOnlyList<string> Done { get; } = ["happened", "ongoing"];

    /// <summary>The formats that are read.</summary>
    public static IReadOnlyList<string> Readable { get; } = ["plover", "polecat", "icews", "gdelt", "csv", "parquet"];

    /// <summary>Writes events in a format of <see cref="Written"/>.</summary>
    /// <param name="format">Its name.</param>
    /// <param name="output">Where to.</param>
    /// <param name="everyStatus">Whether formats that have no status are given what did not happen, or not yet, too.</param>
    public EventTextWriter Writer(string format, TextWriter output, bool everyStatus = false) => format switch
    {
        "plover" => EventTextWriter.OfLines(output),
        "csv" => EventTextWriter.OfTable(output),
        _ => EventTextWriter.OfSheet(Sheet(format, everyStatus), output),
    };

    /// <summary>Reads a file of events, one at a time; a bad row is among them and says why.</summary>
    /// <param name="format">A format of <see cref="Readable"/>.</param>
    /// <param name="path">The file; a .gz is unpacked.</param>
    public IEnumerable<Outcome<EventRecord>> Read(string format, string path) => format switch
    {
        "plover" => EventFileReader.Lines(path),
        "csv" => EventFileReader.Table(path),
        "parquet" => ParquetFile.Read(path),
        _ => EventFileReader.Sheet(path, (IReadableSheet)Sheet(format, everyStatus: true), format),
    };

    /// <summary>The format that a file's name stands for, or null: .jsonl is plover, .csv and .parquet themselves; GDELT's and POLECAT's files are known by theirs.</summary>
    public static string? OfName(string path)
    {
        var name = Path.GetFileName(path).ToLowerInvariant();
        name = name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name;
        return Path.GetExtension(name) switch
        {
            ".duckdb" or ".db" => null,
            ".jsonl" or ".ndjson" => "plover",
            ".parquet" => "parquet",
            _ when name.Contains("ngecevents", StringComparison.Ordinal) || name.Contains("polecat", StringComparison.Ordinal) => "polecat",
            _ when name.Contains("icews", StringComparison.Ordinal) || name.StartsWith("events.", StringComparison.Ordinal) => "icews",
            _ when name.Contains(".export.", StringComparison.Ordinal) || name.Contains("gdelt", StringComparison.Ordinal) => "gdelt",
            ".csv" => "csv",
            _ => null,
        };
    }

    internal IEventSheet Sheet(string format, bool everyStatus) => format switch
    {
        "polecat" => new PolecatSheet(_tables, everyStatus),
        "icews" => new IcewsSheet(_tables, codebook, everyStatus),
        "gdelt" => new GdeltSheet(_tables, codebook, everyStatus),
        "gdelt-mentions" => new GdeltMentionSheet(everyStatus),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "a format of Written"),
    };
}
