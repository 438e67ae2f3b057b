using System.CommandLine;
using Demarche.Store.Sources;

namespace Demarche.Cli.Commands;

/// <summary>The options of commands that read reports: what the files are, and which columns hold what.</summary>
internal sealed class SourceOptions
{
    private static readonly Dictionary<string, SourceFormat> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = SourceFormat.Text,
        ["html"] = SourceFormat.Html,
        ["jsonl"] = SourceFormat.JsonLines,
        ["csv"] = SourceFormat.Csv,
        ["tsv"] = SourceFormat.Tsv,
        ["feed"] = SourceFormat.Feed,
        ["warc"] = SourceFormat.Warc,
        ["timeml"] = SourceFormat.TimeMl,
    };

    private readonly Option<string?> _format = new("--input") { Description = "What the files are, where their names and first bytes do not tell." };
    private readonly Option<string?> _text = Column("text", "the report");
    private readonly Option<string?> _title = Column("title", "its headline");
    private readonly Option<string?> _date = Column("date", "its day of publication");
    private readonly Option<string?> _outlet = Column("outlet", "who published it");
    private readonly Option<string?> _link = Column("link", "its address");

    /// <summary>The options, added to a command.</summary>
    public static SourceOptions AddTo(Command command)
    {
        var options = new SourceOptions();
        options._format.AcceptOnlyFromAmong([.. Formats.Keys]);
        foreach (var one in new[] { options._format, options._text, options._title, options._date, options._outlet, options._link })
        {
            command.Options.Add(one);
        }

        return options;
    }

    /// <summary>What a call gave.</summary>
    public ReadingOptions Of(ParseResult parsed) => new()
    {
        Format = parsed.GetValue(_format) is { } format ? Formats[format] : null,
        Columns = new ColumnNames(parsed.GetValue(_text), parsed.GetValue(_title), parsed.GetValue(_date), parsed.GetValue(_outlet), parsed.GetValue(_link)),
    };

    private static Option<string?> Column(string name, string what) => new($"--{name}-column") { Description = $"Column (CSV, TSV) or field (JSONL) that holds {what}." };
}
