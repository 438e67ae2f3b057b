using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Language;
using Demarche.Language.Conllu;
using Demarche.Store.Sources;
using Demarche.Store.Sources.Lines;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche entities FILE.tsv</c>: a token a line in, the same with B-Person, I-Place or O behind it out.</summary>
internal static class EntitiesCommand
{
    private const int SentencesAtOnce = 64;   // enough to fill a batch, few enough to stream
    private const int LinesAtOnce = 20_000;   // a file without blank lines is no reason to hold it all
    private const int LongestLine = 10_000;   // a token with its columns

    public static Command Create(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "A token a line; blank lines end sentences, '# newdoc' lines are kept; - for standard input." };
        var command = new Command("entities", "Tags persons, organisations, places and nationalities in given tokens.") { file };
        command.SetAction(parsed =>
            Loading.Or(LanguageModel.Load(), streams) is { } model && Loading.Or(InputFile.OpenText(parsed.GetValue(file)!, streams.Input), streams) is { } reader
                ? Run(parsed.GetValue(file)!, reader, model, streams)
                : CommandLine.WrongUse);
        return command;
    }

    private static int Run(string path, TextReader reader, LanguageModel model, Streams streams)
    {
        var output = streams.Output;
        var bounded = new BoundedLines(reader, LongestLine);
        var lines = new List<string>();
        var (sentences, failed) = (0, false);
        while (bounded.Read() is { } line)
        {
            if (bounded.IsTooLong)
            {
                streams.Complain(SourceDiagnostics.LongLine($"{path}:{bounded.Number}", LongestLine));
                failed = true;
                continue;
            }

            lines.Add(line);
            if ((!IsToken(line) && ++sentences >= SentencesAtOnce) || lines.Count >= LinesAtOnce)
            {
                Tag(lines, model, output);
                lines.Clear();
                sentences = 0;
            }
        }

        Tag(lines, model, output);
        return failed ? CommandLine.SomeFailed : CommandLine.Done;
    }

    private static bool IsToken(string line) => line.Length > 0 && !line.StartsWith("# newdoc", StringComparison.Ordinal);

    private static void Tag(List<string> lines, LanguageModel model, TextWriter output)
    {
        if (ConlluReader.Read("tokens", Conllu(lines)).Value is not { } given)
        {
            lines.ForEach(output.WriteLine);   // no token among them
            return;
        }

        var tags = model.Parse(given).Sentences.SelectMany(TagsOf).GetEnumerator();
        foreach (var line in lines)
        {
            if (!IsToken(line))
            {
                output.WriteLine(line);
                continue;
            }

            tags.MoveNext();
            output.WriteLine($"{line.Split('\t')[0]}\t{tags.Current}");
        }
    }

    // The tokens as a CoNLL-U file of forms alone.
    private static string Conllu(List<string> lines)
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var line in lines)
        {
            if (IsToken(line))
            {
                text.Append(CultureInfo.InvariantCulture, $"{++number}\t{line.Split('\t')[0]}").Append('\t').AppendJoin('\t', Enumerable.Repeat("_", 8)).Append('\n');
            }
            else
            {
                number = 0;
                text.Append('\n');
            }
        }

        return text.Append('\n').ToString();
    }

    private static IEnumerable<string> TagsOf(Sentence sentence)
    {
        var tags = new string[sentence.Count];
        Array.Fill(tags, "O");
        foreach (var entity in sentence.Entities)
        {
            for (var i = entity.First; i <= entity.Last; i++)
            {
                tags[i] = (i == entity.First ? "B-" : "I-") + entity.Kind;
            }
        }

        return tags;
    }
}
