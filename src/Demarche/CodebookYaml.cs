using System.Collections.Immutable;
using YamlDotNet.Core;

namespace Demarche;

/// <summary>A node of a YAML file that knows its line, so that every complaint can name it. Immutable.</summary>
/// <remarks>Keeps no more than is asked of it: the engine reads half a megabyte of YAML each time it starts.</remarks>
internal sealed class CodebookYaml
{
    private readonly string _file;
    private readonly object _content;   // one field for the three: a start makes some 50,000 nodes

    private CodebookYaml(string file, int line, object content) => (_file, Line, _content) = (file, line, content);

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>"codebook/rules/reject.yaml:12".</summary>
    public string Where => At.ToString();

    /// <summary>The same, for those who keep it.</summary>
    public CodebookLine At => new(_file, Line);

    /// <summary>The text of a scalar, or null.</summary>
    public string? Scalar => _content as string;

    /// <summary>The nodes of a sequence, or null.</summary>
    public IReadOnlyList<CodebookYaml>? Sequence => _content as List<CodebookYaml>;

    /// <summary>Keys and values of a mapping, in file order, or null.</summary>
    public IReadOnlyList<CodebookYamlEntry>? Mapping => _content as List<CodebookYamlEntry>;

    /// <summary>Parses a file; a syntax error is a failure that names its line.</summary>
    public static CodebookYaml? Parse(CodebookFile file, ICollection<Diagnostic> complaints)
    {
        try
        {
            var documents = YamlText.Read(file.Name, file.Text);
            if (documents.Count == 1)
            {
                return documents[0];
            }

            complaints.Add(Diagnostics.BadCodebook(file.Name, $"holds {documents.Count} YAML documents", "Keep one document a file."));
        }
        catch (YamlException e)
        {
            complaints.Add(Diagnostics.BadCodebook($"{file.Name}:{e.Start.Line}", "is no YAML: " + e.Message, "Mend the line."));
        }

        return null;
    }

    /// <summary>A scalar.</summary>
    public static CodebookYaml Of(string file, int line, string scalar) => new(file, line, scalar);

    /// <summary>A sequence.</summary>
    public static CodebookYaml Of(string file, int line, List<CodebookYaml> nodes) => new(file, line, nodes);

    /// <summary>A mapping.</summary>
    public static CodebookYaml Of(string file, int line, List<CodebookYamlEntry> entries) => new(file, line, entries);

    /// <summary>The value under a key of a mapping, or null.</summary>
    public CodebookYaml? this[string key]
    {
        get
        {
            for (var i = 0; i < Entries.Count; i++)
            {
                if (Entries[i].Key == key)
                {
                    return Entries[i].Value;
                }
            }

            return null;
        }
    }

    /// <summary>Keys and values of a mapping, in file order; empty for other nodes.</summary>
    public IReadOnlyList<CodebookYamlEntry> Entries => Mapping ?? [];

    /// <summary>Items of a sequence; a lone scalar or mapping is a sequence of one.</summary>
    public IReadOnlyList<CodebookYaml> Items => Sequence ?? [this];

    /// <summary>The texts of a sequence of scalars, or of one scalar.</summary>
    public ImmutableArray<string> Scalars
    {
        get
        {
            if (Scalar is { } one)
            {
                return [one];
            }

            var texts = ImmutableArray.CreateBuilder<string>(Sequence?.Count ?? 0);
            for (var i = 0; i < Sequence?.Count; i++)
            {
                if (Sequence[i].Scalar is { } text)
                {
                    texts.Add(text);
                }
            }

            return texts.DrainToImmutable();
        }
    }
}

/// <summary>A key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record CodebookYamlEntry(string Key, CodebookYaml Value);
