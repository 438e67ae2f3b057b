using System.CommandLine;
using Demarche.Cli.Inputs;
using Demarche.Language;
using Demarche.Language.Conllu;
using Demarche.Reports;

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

        var failed = false;
        foreach (var outcome in new ReportFiles(reader, streams.Input).Of([path]).SelectMany(i => i.Read()))
        {
            if (Loading.Or(outcome, streams) is { } report)
            {
                Write(model.Parse(report), streams);
            }
            else
            {
                failed = true;
            }
        }

        return failed ? CommandLine.SomeFailed : CommandLine.Done;
    }

    private static int ParseTokens(string path, LanguageModel model, Streams streams)
    {
        if (InputFile.Open(path, streams) is not { } input)
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
