using System.Text;
using Demarche.Language.Conllu;
using Demarche.Language.Words;

namespace Demarche.Training.Words;

/// <summary>Trains the parts of the model below the network: "tokenizer" and "lemmas".</summary>
public static class WordsTrainer
{
    private const int Seed = 17;

    /// <summary>The parts by name.</summary>
    /// <param name="treebanks">Training treebanks.</param>
    public static Dictionary<string, ReadOnlyMemory<byte>> Train(IReadOnlyList<ConlluText> treebanks) => new(StringComparer.Ordinal)
    {
        [Tokenizer.PartName] = new TokenizerTrainer(Seed).Train(treebanks, ReadAbbreviations()),
        [Lemmatizer.PartName] = LemmaTrainer.Train(treebanks),
    };

    // Lines "class: word word …"; a class's number is its place in the file.
    private static Abbreviations ReadAbbreviations()
    {
        using var stream = typeof(WordsTrainer).Assembly.GetManifestResourceStream("abbreviations.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var words = new List<(string, byte)>();
        byte number = 0;
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[0] != '#')
            {
                number++;
                words.AddRange(line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => (w, number)));
            }
        }

        return Abbreviations.Of(words);
    }
}
