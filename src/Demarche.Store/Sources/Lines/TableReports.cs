using System.Collections.Immutable;
using Demarche.Reports;

namespace Demarche.Store.Sources.Lines;

/// <summary>A report a row of CSV or TSV; the first row names the columns.</summary>
internal static class TableReports
{
    public static IEnumerable<PendingReport> Of(string name, TextReader reader, char? separator, ReportReader reports, ReadingOptions options)
    {
        var lines = new BoundedLines(reader, options.Limits.LineCharacters);
        var columns = new ColumnChoice(options.Columns);
        if (Header(lines) is not { } first)
        {
            yield break;
        }

        var rows = new QuotedRows(lines, separator ?? SeparatorOf(first), options.Limits.RowLines);
        var header = HeaderOf(first, separator ?? SeparatorOf(first));
        if (Missing(columns, header) is { } missing)
        {
            yield return PendingReport.Failed(name, SourceDiagnostics.NoColumn($"{name}:{lines.Number}", missing, header));
            yield break;
        }

        var count = 0;
        foreach (var row in rows.Read())
        {
            yield return new PendingReport($"{name}#{++count}", whole => Read(whole, $"{name}:{row.Line}", row, header, columns, reports));
        }
    }

    private static string? Header(BoundedLines lines)
    {
        while (lines.Read() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                return line;
            }
        }

        return null;
    }

    // Spreadsheets of half of Europe separate by semicolons.
    private static char SeparatorOf(string header) => header.Contains(',', StringComparison.Ordinal) || !header.Contains(';', StringComparison.Ordinal) ? ',' : ';';

    private static ImmutableArray<string> HeaderOf(string line, char separator) =>
        [.. line.Split(separator).Select(c => c.Trim().Trim('"', '\uFEFF').Trim())];

    private static string? Missing(ColumnChoice columns, ImmutableArray<string> header)
    {
        foreach (var given in columns.Given)
        {
            if (IndexOf(header, given) < 0)
            {
                return given;
            }
        }

        // Any of the usual names will do for the text.
        return columns.Read("", name => IndexOf(header, name) >= 0 ? "" : null).Value is null ? columns.TextName : null;
    }

    private static Outcome<Report> Read(string name, string where, QuotedRow row, ImmutableArray<string> header, ColumnChoice columns, ReportReader reports)
    {
        if (row.Fault is { } fault)
        {
            return SourceDiagnostics.BadRow(where, fault);
        }

        if (row.Cells.Length > header.Length)
        {
            return SourceDiagnostics.BadRow(where, $"the row has {row.Cells.Length} cells and the first row {header.Length}");
        }

        var text = columns.Read(where, column => IndexOf(header, column) is >= 0 and var at && at < row.Cells.Length ? row.Cells[at] : null);
        return text.Value is { } found ? found.ToReport(name, reports) : text.Failure!;
    }

    private static int IndexOf(ImmutableArray<string> header, string column)
    {
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i].Equals(column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
