using System.Text.Json;
using Demarche.Reports;

namespace Demarche.Store.Sources.Lines;

/// <summary>A report a line: {"text": …, "published": "2020-07-04", "title": …, "outlet": …, "url": …}; only the text is required.</summary>
internal static class LineReports
{
    public static IEnumerable<PendingReport> Of(string name, TextReader reader, ReportReader reports, ReadingOptions options)
    {
        var lines = new BoundedLines(reader, options.Limits.LineCharacters);
        var columns = new ColumnChoice(options.Columns);
        var count = 0;
        while (lines.Read() is { } line)
        {
            var number = lines.Number;
            if (lines.IsTooLong)
            {
                yield return PendingReport.Failed($"{name}#{++count}", SourceDiagnostics.LongLine($"{name}:{number}", lines.Longest));
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new PendingReport($"{name}#{++count}", whole => Read(whole, JsonLines.Parse($"{name}:{number}", line), columns, reports));
            }
        }
    }

    private static Outcome<Report> Read(string name, Outcome<JsonDocument> line, ColumnChoice columns, ReportReader reports)
    {
        if (line.Value is not { } json)
        {
            return line.Failure!;
        }

        using (json)
        {
            var text = columns.Read(name, field => JsonLines.Text(json, field));
            return text.Value is { } found ? found.ToReport(name, reports) : text.Failure!;
        }
    }
}
