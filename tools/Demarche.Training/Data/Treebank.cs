namespace Demarche.Training.Data;

/// <summary>A sentence of a treebank in CoNLL-U, its words only.</summary>
/// <param name="Forms">Words.</param>
/// <param name="Tags">UPOS.</param>
/// <param name="PennTags">XPOS.</param>
/// <param name="Heads">Index of the head, -1 for the root.</param>
/// <param name="Relations">DEPREL with its subtype.</param>
public sealed record TreebankSentence(string[] Forms, string[] Tags, string[] PennTags, int[] Heads, string[] Relations);

/// <summary>Reads treebanks.</summary>
public static class Treebank
{
    private const int Columns = 10;

    /// <summary>The sentences of a file. Multiword and empty nodes are left out.</summary>
    public static List<TreebankSentence> Read(string path) => Read(File.ReadLines(path));

    /// <inheritdoc cref="Read(string)"/>
    public static List<TreebankSentence> Read(IEnumerable<string> lines)
    {
        var sentences = new List<TreebankSentence>();
        var words = new List<string[]>();
        foreach (var line in lines.Append(string.Empty))
        {
            if (line.Length == 0 && words.Count > 0)
            {
                sentences.Add(new TreebankSentence(
                    [.. words.Select(w => w[1])],
                    [.. words.Select(w => w[3])],
                    [.. words.Select(w => w[4])],
                    [.. words.Select(w => int.Parse(w[6]) - 1)],
                    [.. words.Select(w => w[7])]));
                words.Clear();
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                var columns = line.Split('\t');
                if (columns.Length == Columns && columns[0].All(char.IsAsciiDigit))
                {
                    words.Add(columns);
                }
            }
        }

        return sentences;
    }
}
