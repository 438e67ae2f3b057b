using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Demarche;

/// <summary>A node of a codebook file that knows its line, so that every complaint can name it.</summary>
/// <param name="File">The file.</param>
/// <param name="Node">The YAML node.</param>
internal readonly record struct CodebookYaml(CodebookFile File, YamlNode Node)
{
    /// <summary>Line in the file, from 1.</summary>
    public int Line => (int)Node.Start.Line;

    /// <summary>"codebook/rules/reject.yaml:12".</summary>
    public string Where => $"{File.Name}:{Line}";

    /// <summary>Parses a file; a syntax error is a failure that names its line.</summary>
    public static CodebookYaml? Parse(CodebookFile file, ICollection<Diagnostic> complaints)
    {
        try
        {
            var documents = YamlText.Read(file.Text);
            if (documents.Count == 1)
            {
                return new CodebookYaml(file, documents[0].RootNode);
            }

            complaints.Add(Diagnostics.BadCodebook(file.Name, $"holds {documents.Count} YAML documents", "Keep one document a file."));
        }
        catch (YamlException e)
        {
            complaints.Add(Diagnostics.BadCodebook($"{file.Name}:{e.Start.Line}", "is no YAML: " + e.Message, "Mend the line."));
        }

        return null;
    }

    /// <summary>The value under a key of a mapping, or null.</summary>
    public CodebookYaml? this[string key] =>
        Node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? new CodebookYaml(File, value) : null;

    /// <summary>Keys and values of a mapping, in file order; empty for other nodes.</summary>
    public IEnumerable<KeyValuePair<string, CodebookYaml>> Entries
    {
        get
        {
            if (Node is not YamlMappingNode map)
            {
                yield break;
            }

            foreach (var (key, value) in map.Children)
            {
                yield return new(((YamlScalarNode)key).Value ?? "", new CodebookYaml(File, value));
            }
        }
    }

    /// <summary>Items of a sequence; a lone scalar or mapping is a sequence of one.</summary>
    public IEnumerable<CodebookYaml> Items
    {
        get
        {
            if (Node is not YamlSequenceNode list)
            {
                yield return this;
                yield break;
            }

            foreach (var item in list.Children)
            {
                yield return new CodebookYaml(File, item);
            }
        }
    }

    /// <summary>The text of a scalar, or null.</summary>
    public string? Scalar => (Node as YamlScalarNode)?.Value;

    /// <summary>The texts of a sequence of scalars, or of one scalar.</summary>
    public ImmutableArray<string> Scalars => [.. Items.Select(i => i.Scalar).OfType<string>()];
}
