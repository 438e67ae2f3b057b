using System.Text;
using Demarche.Coding.Records;
using DuckDB.NET.Data;

namespace Demarche.Store.Formats;

/// <summary>Events as a Parquet file: the columns of the table with types, lists as lists, and the whole PLOVER record as JSON in the last column.</summary>
/// <remarks>DuckDB reads the columns off the JSON; nothing is lost, since the last column holds all.</remarks>
public static class ParquetFile
{
    // What does not fit lies beside the file until it is written; the rows of a group are held by each thread.
    private const string Settings = "SET memory_limit = '500MB'; SET allocator_flush_threshold = '8MB'; SET allocator_bulk_deallocation_flush_threshold = '8MB'";
    private const string Options = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 10240";

    /// <summary>Writes a file that is whole or not there.</summary>
    /// <param name="lines">The events, each as <see cref="EventLines.Line"/> writes it.</param>
    /// <param name="path">The file.</param>
    /// <returns>How many events were written, as text; or why it cannot be written.</returns>
    public static Outcome<string> Write(IEnumerable<string> lines, string path)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var partial = path + ".partial";
        try
        {
            using var database = new DuckDBConnection("Data Source=:memory:");
            database.Open();
            Run(database, $"{Settings}; SET temp_directory = {Quoted(partial + ".tmp")}; CREATE TABLE lines (record VARCHAR)");
            var count = Append(lines, database);
            Run(database, $"COPY ({ParquetColumns.Select}) TO {Quoted(partial)} ({Options})");
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
        command.CommandText = $"SELECT record FROM read_parquet({Quoted(path)})";
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

    private static long Append(IEnumerable<string> lines, DuckDBConnection database)
    {
        var count = 0L;
        using var appender = database.CreateAppender("lines");
        foreach (var line in lines)
        {
            appender.CreateRow().AppendValue(line).EndRow();
            count++;
        }

        return count;
    }

    private static string Quoted(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Run(DuckDBConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
