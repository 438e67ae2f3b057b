using System.Text;
using Demarche.Coding.Records;
using DuckDB.NET.Data;

namespace Demarche.Store.Formats;

/// <summary>Events as a Parquet file: the columns of the table with types, lists as lists, and the whole PLOVER record as JSON in the last column.</summary>
/// <remarks>DuckDB reads the columns off the JSON; nothing is lost, since the last column holds all.</remarks>
public static class ParquetFile
{
    // On one thread and unbuffered the rows are written as they come, in their order, and only those of a group are in memory.
    private const string Settings = "SET threads = 1; SET preserve_insertion_order = false";
    private const string Options = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 10240, USE_TMP_FILE false";

    /// <summary>Writes a file that is whole or not there.</summary>
    /// <param name="lines">The events, each as <see cref="EventLines.Line"/> writes it.</param>
    /// <param name="path">The file.</param>
    /// <returns>How many events were written, as text; or why it cannot be written.</returns>
    public static Outcome<string> Write(IEnumerable<string> lines, string path)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var partial = path + ".partial";
        var rows = new ParquetRows(lines);
        try
        {
            using (var stream = OutputStream.Open(path))
            {
                if (stream is not null)
                {
                    return FormatDiagnostics.Unwritable(path, "it is a device or pipe, and Parquet wants a file");
                }
            }

            using var database = new DuckDBConnection("Data Source=:memory:");
            database.Open();
            Run(database, Settings);
            rows.Register(database);
            Run(database, $"COPY ({ParquetColumns.Select}) TO {Quoted(partial)} ({Options})");
            File.Move(partial, path, overwrite: true);
            return rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is DuckDBException or IOException or UnauthorizedAccessException)
        {
            rows.ThrowIfFaulted();
            return FormatDiagnostics.Unwritable(path, e.Message.Split('\n')[0]);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
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

    private static string Quoted(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Run(DuckDBConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
