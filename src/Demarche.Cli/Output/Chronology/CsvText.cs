using Demarche.Coding.Records;

namespace Demarche.Cli.Output.Chronology;

/// <summary>Rows of CSV as RFC 4180 has them, with line feeds.</summary>
internal static class CsvText
{
    public static void Row(IEnumerable<string?> cells, TextWriter output)
    {
        output.Write(string.Join(',', cells.Select(c => EventTable.Escaped(c ?? ""))));
        output.Write('\n');
    }
}
