using System.CommandLine;
using Demarche.Language;
using Demarche.Language.Conllu;
using Demarche.Reports;
using Demarche.Store.Sources;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche parse FILE</c>: CoNLL-U of raw text, or of given tokens.</summary>
internal static class ParseCommand
{
    public static Command Create(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "A report, or CoNLL-U with --conllu-input; - for standard input." };
        var given = new Option<bool>("--conllu-input") { Description = "Keep the tokens and sentences of a CoNLL-U file and parse them anew." };
        var command = new Command("parse", "Prints words, tags, lemmas and trees as CoNLL-U.") { file, given };
        command.SetAction(parsed =>
        {
            if (Loading.Or(LanguageModel.Load(), streams) is not { } model)
            {
                return CommandLine.WrongUse;
            }

            var path = parsed.GetValue(file)!;
            return parsed.GetValue(given) ? ParseTokens(path, model, streams) : ParseText(path, model, streams);
        });
        return command;
    }

    private static int ParseText(string path, LanguageModel model, Streams streams)
    {
        if (Loading.Or(ReportReader.Load(CodebookFiles.Shipped()), streams) is not { } reader)
        {
            return CommandLine.WrongUse;
        }

        // Every line is body here: what a caption or trailer is matters to events, not to trees.
        var read = path == "-" ? reader.FromPlainText(path, streams.Input.ReadToEnd())
            : Read(path, reader);
        if (Loading.Or(read, streams) is not { } report)
        {
            return CommandLine.SomeFailed;
        }

        Write(model.Parse(report), streams);
        return CommandLine.Done;
    }

    private static Outcome<Report> Read(string path, ReportReader reader)
    {
        var file = InputFile.Bytes(path);
        return file.Value is { } bytes ? reader.ReadPlainText(path, bytes) : file.Failure!;
    }

    private static int ParseTokens(string path, LanguageModel model, Streams streams)
    {
        if (Loading.Or(InputFile.OpenText(path, streams.Input), streams) is not { } input)
        {
            return CommandLine.SomeFailed;
        }

        if (Loading.Or(ConlluReader.Read(path, input.ReadToEnd()), streams) is not { } text)
        {
            return CommandLine.SomeFailed;
        }

        Write(model.Parse(text), streams);
        return CommandLine.Done;
    }

    private static void Write(ParsedReport parsed, Streams streams)
    {
        ConlluWriter.Write(parsed, streams.Output);
        foreach (var note in parsed.Notes)
        {
            streams.Complain(note);
        }
    }
}
