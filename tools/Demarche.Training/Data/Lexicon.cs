using System.Runtime.InteropServices;
using System.Text;
using Demarche.Language.Network;

namespace Demarche.Training.Data;

/// <summary>The words that the network knows by a row of their own, and the pretrained vectors as they will ship.</summary>
/// <param name="Slots">The index as it stands in the model file.</param>
/// <param name="WordRows">Rows of the trained word vectors.</param>
/// <param name="Vectors">Pretrained vectors as bytes.</param>
/// <param name="Scales">Their scales.</param>
public sealed record Lexicon(byte[] Slots, int WordRows, byte[] Vectors, byte[] Scales)
{
    // Rarer words have their pieces and their pretrained vector; a row trained on one sentence would be learnt by heart.
    private const int LeastSeen = 3;
    private const int FrequentVectors = 60_000;
    // GloVe's numbers spread about 0.4; the network starts better near the size of its other inputs.
    private const float VectorScale = 0.6f;

    /// <summary>Collects the words of the corpus and of the texts around it.</summary>
    /// <param name="corpus">What is trained on.</param>
    /// <param name="vectorFile">Pretrained vectors; null trains without.</param>
    /// <param name="texts">Files whose words are worth a vector.</param>
    public static Lexicon Build(Corpus corpus, string? vectorFile, IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var form in corpus.Train.SelectMany(s => s.Forms).Concat(corpus.Names.SelectMany(s => s.Forms)))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, Key(form), out _)++;
        }

        var trained = counts.Where(c => c.Value >= LeastSeen).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key).ToList();
        var wanted = counts.Keys.Concat(texts.SelectMany(WordsOf)).ToHashSet(StringComparer.Ordinal);
        var vectors = vectorFile is null ? new WordVectors([], []) : WordVectors.Read(vectorFile, FrequentVectors, wanted);
        var rows = new Dictionary<string, WordRows>(StringComparer.Ordinal);
        for (var i = 0; i < vectors.Words.Count; i++)
        {
            rows[vectors.Words[i]] = new WordRows(i, -1);
        }

        for (var i = 0; i < trained.Count; i++)
        {
            rows[trained[i]] = (rows.TryGetValue(trained[i], out var known) ? known : Demarche.Language.Network.WordRows.None) with { Word = i };
        }

        var (values, scales) = Quantize(vectors.Values, vectors.Values.Count == 0 ? 0 : vectors.Values[0].Length, VectorScale);
        return new Lexicon(WordIndex.Build(rows), trained.Count, values, scales);
    }

    /// <summary>Turns vectors into bytes and scales.</summary>
    internal static (byte[] Values, byte[] Scales) Quantize(IReadOnlyList<float[]> vectors, int width, float factor)
    {
        var values = new sbyte[vectors.Count * width];
        var scales = new float[vectors.Count];
        for (var row = 0; row < vectors.Count; row++)
        {
            scales[row] = QuantizedTable.Quantize(vectors[row], values.AsSpan(row * width, width)) * factor;
        }

        return (MemoryMarshal.AsBytes<sbyte>(values).ToArray(), MemoryMarshal.AsBytes<float>(scales).ToArray());
    }

    private static string Key(string form)
    {
        Span<char> plain = stackalloc char[WordHash.Longest];
        return new string(plain[..WordHash.Plain(form, plain)]).ToLowerInvariant();
    }

    private static IEnumerable<string> WordsOf(string path)
    {
        var word = new StringBuilder();
        foreach (var c in File.ReadLines(path).SelectMany(line => line.Append('\n')))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
