using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Demarche.Coding.Records;
using Demarche.Store.Sources;
using Demarche.Store.Sources.Archives;
using Demarche.Store.Sources.Lines;

namespace Demarche.Store.Formats;

/// <summary>Reads files of events line by line; a bad line is named and the rest goes on.</summary>
internal static class EventFileReader
{
    private static readonly ReadingLimits Limits = new();
    private static readonly string[] TableNeeds = ["id", "event"];

    /// <summary>PLOVER JSON lines.</summary>
    public static IEnumerable<Outcome<EventRecord>> Lines(string path) => Opened(path, text => ReadLines(path, text));

    /// <summary>A table as <see cref="EventTable"/> writes it.</summary>
    public static IEnumerable<Outcome<EventRecord>> Table(string path) => Opened(path, text => ReadTable(path, text));

    /// <summary>Tab-separated rows of another data set.</summary>
    public static IEnumerable<Outcome<EventRecord>> Sheet(string path, IReadableSheet sheet, string format) => Opened(path, text => ReadSheet(path, text, sheet, format));

    private static IEnumerable<Outcome<EventRecord>> Opened(string path, Func<TextReader, IEnumerable<Outcome<EventRecord>>> read)
    {
        var file = InputFile.Open(path);
        if (file.Value is not { } stream)
        {
            yield return file.Failure!;
            yield break;
        }

        using var bytes = new ByteReader(stream);
        using (stream)
        {
            Stream unpacked = SourceFormats.IsGzip(bytes.Peek(2)) ? new PackedStream(path, new GZipStream(bytes, CompressionMode.Decompress), () => bytes.Count, Limits) : bytes;
            using var text = LineEncoding.Reader(unpacked);
            using var events = read(text).GetEnumerator();
            while (Next(path, events) is { } next)
            {
                yield return next;
            }
        }
    }

    private static Outcome<EventRecord>? Next(string path, IEnumerator<Outcome<EventRecord>> events)
    {
        try
        {
            return events.MoveNext() ? events.Current : default(Outcome<EventRecord>?);
        }
        catch (RefusedInputException e)
        {
            return e.Diagnostic;
        }
        catch (InvalidDataException e)
        {
            return SourceDiagnostics.BrokenArchive(path, e.Message);
        }
        catch (IOException e)
        {
            return SourceDiagnostics.Unreadable(path, e.Message);
        }
    }

    private static IEnumerable<Outcome<EventRecord>> ReadLines(string path, TextReader text)
    {
        var lines = new BoundedLines(text, Limits.LineCharacters);
        while (lines.Read() is { } line)
        {
            if (lines.IsTooLong)
            {
                yield return SourceDiagnostics.LongLine($"{path}:{lines.Number}", lines.Longest);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                yield return EventLines.Read($"{path}:{lines.Number}", Encoding.UTF8.GetBytes(line));
            }
        }
    }

    private static IEnumerable<Outcome<EventRecord>> ReadTable(string path, TextReader text)
    {
        IReadOnlyDictionary<string, int>? columns = null;
        foreach (var row in new QuotedRows(new BoundedLines(text, Limits.LineCharacters), ',', Limits.RowLines).Read())
        {
            if (row.Fault is { } fault)
            {
                yield return FormatDiagnostics.BadRow($"{path}:{row.Line}", fault);
            }
            else if (columns is null)
            {
                columns = Header(row.Cells);
                if (TableNeeds.FirstOrDefault(c => !columns.ContainsKey(c)) is { } missing)
                {
                    yield return FormatDiagnostics.MissingColumn($"{path}:{row.Line}", missing, "csv");
                    yield break;
                }
            }
            else
            {
                yield return Read(new SheetRow($"{path}:{row.Line}", path, row.Cells, columns), TableRows.Read);
            }
        }
    }

    private static IEnumerable<Outcome<EventRecord>> ReadSheet(string path, TextReader text, IReadableSheet sheet, string format)
    {
        var lines = new BoundedLines(text, Limits.LineCharacters);
        var columns = sheet.HasHeader ? null : Header(sheet.Columns);
        while (lines.Read() is { } line)
        {
            var where = $"{path}:{lines.Number}";
            ImmutableArray<string> cells = [.. line.Split('\t').Select(c => c.Trim())];
            if (lines.IsTooLong)
            {
                yield return SourceDiagnostics.LongLine(where, lines.Longest);
            }
            else if (columns is null)
            {
                columns = Header(cells);
                if (sheet.Columns.Take(3).FirstOrDefault(c => !columns.ContainsKey(c)) is { } missing)
                {
                    yield return FormatDiagnostics.MissingColumn(where, missing, format);
                    yield break;
                }
            }
            else if (line.Length > 0)
            {
                // Rows without a header say by their length alone what they are.
                yield return !sheet.HasHeader && cells.Length != sheet.Columns.Length
                    ? FormatDiagnostics.WrongColumns(where, cells.Length, format, sheet.Columns.Length)
                    : Read(new SheetRow(where, path, cells, columns), sheet.Read);
            }
        }
    }

    private static Dictionary<string, int> Header(ImmutableArray<string> cells)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < cells.Length; i++)
        {
            columns.TryAdd(cells[i].Trim('\uFEFF', ' '), i);
        }

        return columns;
    }

    private static Outcome<EventRecord> Read(SheetRow row, Func<SheetRow, EventRecord> read)
    {
        try
        {
            return read(row);
        }
        catch (FormatException e)
        {
            return FormatDiagnostics.BadRow(row.Where, e.Message);
        }
    }
}
