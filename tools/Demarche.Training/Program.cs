using System.Globalization;
using Demarche;
using Demarche.Language;
using Demarche.Language.Trained;
using Demarche.Reports;
using Demarche.Training;
using Demarche.Training.Attribution;
using Demarche.Training.Data;
using Demarche.Training.Events;
using Demarche.Training.Network;
using Demarche.Training.Ranker;
using Demarche.Training.Words;

if (args is ["attribution", _, ..])
{
    return AttributionCommand.Run(args[1..]);
}

if (args is ["ranker", _, ..])
{
    return RankerCommand.Run(args[1..]);
}

if (args is ["events", _, ..])
{
    return EventsCommand.Run(args[1..]);
}

if (args is ["average", var mean, var first, var second])
{
    return AverageCommand.Run(mean, first, second);
}

if (args is ["lemmas", _, _, ..])
{
    return WordsCommand.RunLemmas(args[1..]);
}

if (args is ["words", _, ..])
{
    return WordsCommand.Run(args[1..]);
}

var words = args.Skip(1).Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0].TrimStart('-'), p => p[1], StringComparer.Ordinal);
if (args is not ["train", ..] || !words.TryGetValue("data", out var data) || !words.TryGetValue("out", out var output))
{
    Console.Error.WriteLine("use: train --data FOLDER --out FILE.model [--vectors FILE.json] [--work FOLDER] [--epochs N] [--hidden N] [--seed N] [--rate R] [--teacher FILE.model [--texts A.jsonl,B.jsonl]] [--taught W] [--dropout F] [--arc N] [--relation N] [--from CHECKPOINT]");
    return 2;
}

int Number(string name, int usual) => words.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : usual;
float Fraction(string name, float usual) => words.TryGetValue(name, out var value) ? float.Parse(value, CultureInfo.InvariantCulture) : usual;

var usual = new TrainingOptions();
var work = words.GetValueOrDefault("work");
if (work is not null)
{
    Directory.CreateDirectory(work);
}

var options = usual with
{
    Shape = usual.Shape with { Hidden = Number("hidden", usual.Shape.Hidden), Arc = Number("arc", usual.Shape.Arc), Relation = Number("relation", usual.Shape.Relation), Layers = Number("layers", usual.Shape.Layers) },
    Seed = Number("seed", usual.Seed),
    Epochs = Number("epochs", usual.Epochs),
    BatchWords = Number("batch", usual.BatchWords),
    Rate = Fraction("rate", usual.Rate),
    NamesShare = Fraction("names", usual.NamesShare),
    TaughtWeight = Fraction("taught", usual.TaughtWeight),
    Dropout = usual.Dropout.Times(Fraction("dropout", 1)),
    StartFrom = words.GetValueOrDefault("from"),
    Checkpoint = work is null ? null : Path.Combine(work, "network.checkpoint"),
};
var teacher = words.TryGetValue("teacher", out var taught) ? LanguageModel.Load(ModelFile.Read(taught, File.ReadAllBytes(taught)).Value!).Value : null;
var corpus = Corpus.Read(data);
if (teacher is not null && words.TryGetValue("texts", out var listed))
{
    var reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;
    corpus = corpus with { Names = [.. corpus.Names, .. TaughtTexts.Read(listed.Split(','), reader, teacher)] };
}

string[] around = ["relations-train.tsv", "timex-train.jsonl", "attribution-train.jsonl"];
var texts = around.Select(f => Path.Combine(data, f)).Where(File.Exists);
var lexicon = Lexicon.Build(corpus, words.GetValueOrDefault("vectors"), texts);
Console.WriteLine($"lexicon: {lexicon.WordRows} trained words, {lexicon.Scales.Length / sizeof(float)} vectors");
var earlier = File.Exists(output) ? ModelFile.Read(output, File.ReadAllBytes(output)).Value : null;
new NetworkTrainer(options, corpus, lexicon, teacher?.Annotator).Train(
    line => Console.WriteLine($"{DateTime.Now:HH:mm:ss} {line}"),
    (parts, scores) =>
    {
        foreach (var part in earlier?.Parts.Where(p => !p.StartsWith("network/", StringComparison.Ordinal)) ?? [])
        {
            parts[part] = earlier!.Part(part)!.Value;
        }

        File.WriteAllBytes(output, new ModelFile($"Demarche English, seed {options.Seed}, {options.Epochs} epochs; {scores}", parts).Write());
    });
return 0;
