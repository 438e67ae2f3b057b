using System.Diagnostics;
using Demarche.Language.Conllu;
using Demarche.Language.Trained;
using Demarche.Language.Words;

namespace Demarche.Training.Words;

/// <summary><c>words MODEL TRAIN… --dev DEV…</c>: trains tokenizer and lemmatizer, puts them into the model beside its other parts, and scores them.</summary>
internal static class WordsCommand
{
    public static int Run(string[] args)
    {
        var dev = Array.IndexOf(args, "--dev");
        var (train, held) = dev < 0 ? (args[1..], []) : (args[1..dev], args[(dev + 1)..]);
        var earlier = File.Exists(args[0]) ? ModelFile.Read(args[0], File.ReadAllBytes(args[0])).Value : null;
        var model = train.Length == 0 && earlier is not null ? earlier : Beside(earlier, WordsTrainer.Train([.. train.Select(Load)]));
        File.WriteAllBytes(args[0], model.Write());
        foreach (var path in held)
        {
            var gold = Load(path);
            using var errors = new StreamWriter(Path.Combine(Path.GetTempPath(), Path.GetFileName(path) + ".errors"));
            Console.WriteLine($"{Path.GetFileName(path)}: {WordsScore.Of(model, gold, errors)}");
            Console.WriteLine($"  {Speed(model, gold):F0} words a second");
        }

        return 0;
    }

    /// <summary><c>lemmas MODEL TRAIN…</c>: trains the lemmatizer alone and puts it into the model beside its other parts.</summary>
    public static int RunLemmas(string[] args)
    {
        var earlier = ModelFile.Read(args[0], File.ReadAllBytes(args[0])).Value;
        var parts = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal) { [Lemmatizer.PartName] = LemmaTrainer.Train([.. args[1..].Select(Load)]) };
        File.WriteAllBytes(args[0], Beside(earlier, parts).Write());
        return 0;
    }

    private static ModelFile Beside(ModelFile? earlier, Dictionary<string, ReadOnlyMemory<byte>> parts)
    {
        foreach (var part in earlier?.Parts.Where(p => !parts.ContainsKey(p)).ToList() ?? [])
        {
            parts[part] = earlier!.Part(part)!.Value;
        }

        return new ModelFile(earlier?.Description ?? "Demarche English, words only", parts);
    }

    private static ConlluText Load(string path)
    {
        var read = ConlluReader.Read(path, File.ReadAllText(path));
        return read.Value ?? throw new InvalidDataException(read.Failure!.ToString());
    }

    private static double Speed(ModelFile model, ConlluText text)
    {
        var tokenizer = Tokenizer.Load(model).Value!;
        var words = 0;
        for (var i = 0; i < 20; i++)
        {
            tokenizer.Split(text.Report, []);
        }

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            words += tokenizer.Split(text.Report, []).Sum(s => s.Forms.Length);
        }

        return words / clock.Elapsed.TotalSeconds;
    }
}
