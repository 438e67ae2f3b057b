using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Coding.Relating;
using Demarche.Language;
using Demarche.Store.Sources;
using Demarche.Store.Sources.Lines;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche relate FILE.tsv</c>: what a marked actor does to a marked recipient.</summary>
internal static class RelateCommand
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "Tab-separated, with columns id and marked_sentence; <s>actor</s> and <t>recipient</t> are marked; - for standard input." };
        var codebook = Parsers.CodebookOption();
        var command = new Command("relate", "Tells what a marked actor does to a marked recipient.") { file, codebook };
        command.SetAction(parsed =>
            Parsers.Codebook(parsed.GetValue(codebook), streams) is { } files && Loading.Or(LanguageModel.Load(), streams) is { } language
            && Loading.Or(Relater.Load(files, language), streams) is { } relater
                ? Run(parsed.GetValue(file)!, relater, streams)
                : CommandLine.WrongUse);
        return command;
    }

    private static int Run(string path, Relater relater, Streams streams)
    {
        if (Loading.Or(InputFile.OpenText(path, streams.Input), streams) is not { } input)
        {
            return CommandLine.SomeFailed;
        }

        var (id, sentence, failed) = (-1, -1, false);
        var limits = new ReadingLimits();
        foreach (var row in new QuotedRows(new BoundedLines(input, limits.LineCharacters), '\t', limits.RowLines).Read())
        {
            if (row.Fault is { } fault)
            {
                streams.Complain(SourceDiagnostics.BadRow($"{path}:{row.Line}", fault));
                failed = true;
            }
            else if (sentence < 0)
            {
                (id, sentence) = (row.Cells.IndexOf("id"), row.Cells.IndexOf("marked_sentence"));
                if (id < 0 || sentence < 0)
                {
                    streams.Complain(SourceDiagnostics.BadRow($"{path}:{row.Line}", "the first row names no columns 'id' and 'marked_sentence'"));
                    return CommandLine.SomeFailed;
                }
            }
            else if (row.Cells.Length <= Math.Max(id, sentence) || string.IsNullOrWhiteSpace(row.Cells[sentence]))
            {
                streams.Complain(SourceDiagnostics.BadRow($"{path}:{row.Line}", "the row has no sentence"));
                failed = true;
            }
            else
            {
                streams.Output.WriteLine(Line(row.Cells[id], relater.Relate(row.Cells[sentence])));
            }
        }

        return failed ? CommandLine.SomeFailed : CommandLine.Done;
    }

    private static string Line(string id, Relation relation)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("event", relation.Event);
            json.WriteNumber("quad", (int)relation.Quad);
            json.WriteNumber("confidence", relation.Confidence);
            json.WriteString("rule", relation.Rule);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
