namespace Demarche.Cli.Output.Chronology;

/// <summary>Rows of CSV as RFC 4180 has them, with line feeds.</summary>
internal static class CsvText
{
    public static void Row(IEnumerable<string?> cells, TextWriter output)
    {
        output.Write(string.Join(',', cells.Select(Cell)));
        output.Write('\n');
    }

    private static string Cell(string? value) =>
        value is null ? "" : value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
