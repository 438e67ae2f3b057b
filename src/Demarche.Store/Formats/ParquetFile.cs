using System.Text;
using Demarche.Coding.Records;
using DuckDB.NET.Data;
using NodaTime;

namespace Demarche.Store.Formats;

/// <summary>Events as a Parquet file: the columns of the table with types, lists as lists, and the whole PLOVER record as JSON in the last column.</summary>
/// <remarks>Written by DuckDB, which holds all rows until the file is written; nothing is lost, since the last column holds all.</remarks>
public static class ParquetFile
{
    private static readonly (string Name, string Type)[] Columns =
    [
        ("id", "VARCHAR"), ("date", "DATE"), ("enddate", "DATE"), ("event", "VARCHAR"), ("mode", "VARCHAR"),
        ("actor", "VARCHAR[]"), ("actor_code", "VARCHAR[]"), ("actor_sector", "VARCHAR[]"), ("recipient", "VARCHAR[]"), ("recipient_code", "VARCHAR[]"), ("recipient_sector", "VARCHAR[]"),
        ("status", "VARCHAR"), ("auxiliary", "VARCHAR[]"), ("context", "VARCHAR[]"), ("content_event", "VARCHAR"), ("content_mode", "VARCHAR"), ("place", "VARCHAR"),
        ("place_country", "VARCHAR"), ("latitude", "DOUBLE"), ("longitude", "DOUBLE"), ("quad_code", "INTEGER"), ("plover_scale", "DOUBLE"), ("cameo", "VARCHAR"), ("goldstein", "DOUBLE"),
        ("said_by", "VARCHAR"), ("medium", "VARCHAR"), ("outlet", "VARCHAR"), ("hedge", "VARCHAR"), ("text", "VARCHAR"), ("start", "INTEGER"), ("end", "INTEGER"),
        ("sentence", "INTEGER"), ("section", "VARCHAR"), ("rule", "VARCHAR"), ("confidence", "DOUBLE"), ("report", "VARCHAR"), ("publication", "VARCHAR"), ("url", "VARCHAR"),
        ("coder", "VARCHAR"), ("record", "VARCHAR"),
    ];

    /// <summary>Writes a file that is whole or not there.</summary>
    /// <param name="events">The events.</param>
    /// <param name="path">The file.</param>
    /// <returns>How many events were written, as text; or why it cannot be written.</returns>
    public static Outcome<string> Write(IEnumerable<EventRecord> events, string path)
    {
        ArgumentNullException.ThrowIfNull(events);
        var partial = path + ".partial";
        try
        {
            using var database = new DuckDBConnection("Data Source=:memory:");
            database.Open();
            Run(database, "CREATE TABLE events (" + string.Join(", ", Columns.Select(c => $"\"{c.Name}\" {c.Type}")) + ")");
            var count = Append(events, database);
            Run(database, $"COPY events TO '{partial.Replace("'", "''", StringComparison.Ordinal)}' (FORMAT parquet, COMPRESSION zstd)");
            File.Move(partial, path, overwrite: true);
            return count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is DuckDBException or IOException or UnauthorizedAccessException)
        {
            return FormatDiagnostics.Unwritable(path, e.Message.Split('\n')[0]);
        }
    }

    /// <summary>Reads a file that <see cref="Write"/> wrote.</summary>
    internal static IEnumerable<Outcome<EventRecord>> Read(string path)
    {
        if (!File.Exists(path))
        {
            yield return Sources.SourceDiagnostics.NoFile(path);
            yield break;
        }

        using var database = new DuckDBConnection("Data Source=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT record FROM read_parquet('{path.Replace("'", "''", StringComparison.Ordinal)}')";
        command.UseStreamingMode = true;
        var opened = Reader(path, command);
        if (opened.Value is not { } rows)
        {
            yield return opened.Failure!;
            yield break;
        }

        using (rows)
        {
            for (var number = 1; rows.Read(); number++)
            {
                yield return EventLines.Read($"{path}, row {number}", Encoding.UTF8.GetBytes(rows.GetString(0)));
            }
        }
    }

    private static Outcome<System.Data.Common.DbDataReader> Reader(string path, DuckDBCommand command)
    {
        try
        {
            return command.ExecuteReader();
        }
        catch (DuckDBException e)
        {
            return FormatDiagnostics.BadRow(path, e.Message.Split('\n')[0]);
        }
    }

    private static long Append(IEnumerable<EventRecord> events, DuckDBConnection database)
    {
        var count = 0L;
        using var json = new MemoryStream();
        using var appender = database.CreateAppender("events");
        foreach (var one in events)
        {
            json.SetLength(0);
            EventLines.Write([one], json);
            Append(one, Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length - 1), appender.CreateRow());
            count++;
        }

        return count;
    }

    private static void Append(EventRecord one, string record, IDuckDBAppenderRow row)
    {
        var said = one.Attribution.FirstOrDefault(a => a is not { Text: null, Name: null });
        Text(one.Id);
        Day(one.Date);
        Day(one.EndDate);
        Text(one.Type);
        Text(one.Mode);
        Participants(one.Actors);
        Participants(one.Recipients);
        Text(one.Status);
        row.AppendValue(one.Auxiliary.ToList());
        row.AppendValue(one.Contexts.ToList());
        Text(one.Content?.Type);
        Text(one.Content?.Mode);
        Text(one.Place?.Name);
        Text(one.Place?.Country);
        Number(one.Place?.Latitude);
        Number(one.Place?.Longitude);
        Whole(one.Quad);
        Number(one.Scale);
        Text(one.Cameo);
        Number(one.Goldstein);
        Text(said?.Name ?? said?.Text);
        Text(said?.Medium);
        Text(said?.Outlet);
        Text(one.Attribution.FirstOrDefault()?.Hedge);
        Text(one.Text);
        Whole(one.TextInfo?.Start);
        Whole(one.TextInfo?.End);
        Whole(one.TextInfo?.Sentence);
        Text(one.TextInfo?.Section);
        Text(one.Rule);
        Number(one.Confidence);
        Text(one.Citation.Report);
        Text(one.Citation.Publication);
        Text(one.Citation.Url);
        Text(one.Coder);
        Text(record);
        row.EndRow();

        void Text(string? value) => row.AppendValue(value);
        void Number(double? value) => row.AppendValue(value);
        void Whole(int? value) => row.AppendValue(value);
        void Day(LocalDate? value) => row.AppendValue(value is { } day ? new DateOnly(day.Year, day.Month, day.Day) : (DateOnly?)null);

        // An unknown code is an empty text, so that the lists stay beside each other.
        void Participants(System.Collections.Immutable.ImmutableArray<ParticipantRecord> all)
        {
            row.AppendValue(all.Select(a => a.Name).ToList());
            row.AppendValue(all.Select(a => a.Code ?? "").ToList());
            row.AppendValue(all.Select(a => a.Sectors.FirstOrDefault() ?? "").ToList());
        }
    }

    private static void Run(DuckDBConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
