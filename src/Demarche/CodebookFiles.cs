using System.Collections.Immutable;
using System.Text;

namespace Demarche;

/// <summary>The files of a codebook: those shipped with the engine, overlaid by a user's own folder. Immutable and thread-safe.</summary>
/// <remarks>A user's file with the same path as a shipped one replaces it; any other is added. Paths use "/" and are relative to the codebook.</remarks>
public sealed class CodebookFiles
{
    internal const string ResourcePrefix = "codebook/";

    private CodebookFiles(ImmutableArray<CodebookFile> files) => All = files;

    /// <summary>Every file, ordered by path.</summary>
    public ImmutableArray<CodebookFile> All { get; }

    /// <summary>A codebook of just these files.</summary>
    public static CodebookFiles Of(IEnumerable<CodebookFile> files) => new([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);

    /// <summary>The codebook that ships inside the engine.</summary>
    public static CodebookFiles Shipped()
    {
        var assembly = typeof(CodebookFiles).Assembly;
        var files = new List<CodebookFile>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            {
                continue;
            }

            var path = name[ResourcePrefix.Length..].Replace('\\', '/');
            files.Add(new CodebookFile(path, ResourcePrefix + path, () => Read(name)));
        }

        return new CodebookFiles([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);
    }

    /// <summary>These files with those of a user's folder laid over them.</summary>
    /// <param name="folder">A folder laid out as <c>codebook/</c>; its .yaml, .yml and .tsv files are read.</param>
    /// <returns>The overlaid files, or why the folder cannot be read.</returns>
    public Outcome<CodebookFiles> Overlay(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                return Diagnostics.NoCodebookFolder(folder);
            }

            var files = All.ToDictionary(f => f.Path, StringComparer.Ordinal);
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsData))
            {
                var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
                files[path] = new CodebookFile(path, file, File.ReadAllText(file, Encoding.UTF8));
            }

            return new CodebookFiles([.. files.Values.OrderBy(f => f.Path, StringComparer.Ordinal)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Diagnostics.UnreadableCodebook(folder, e.Message);
        }
    }

    /// <summary>The files below a folder of the codebook, by path: <c>In("actors")</c>.</summary>
    public IEnumerable<CodebookFile> In(string folder) => All.Where(f => f.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>The file at a path, or null.</summary>
    public CodebookFile? At(string path) => All.FirstOrDefault(f => f.Path == path);

    private static string Read(string resource)
    {
        using var stream = (UnmanagedMemoryStream)typeof(CodebookFiles).Assembly.GetManifestResourceStream(resource)!;
        unsafe
        {
            return Encoding.UTF8.GetString(stream.PositionPointer, checked((int)stream.Length));   // where the assembly is mapped
        }
    }

    private static bool IsData(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".tsv", StringComparison.Ordinal);
}

/// <summary>One file of a codebook. Immutable and thread-safe.</summary>
public sealed class CodebookFile
{
    private readonly Lazy<string> _text;

    /// <summary>A file of a known text.</summary>
    /// <param name="path">Path inside the codebook: "actors/countries.yaml".</param>
    /// <param name="name">Path to show in messages: the user's own path for a user's file.</param>
    /// <param name="text">Its text.</param>
    public CodebookFile(string path, string name, string text)
        : this(path, name, new Lazy<string>(text))
    {
    }

    /// <summary>The same, read by whoever first asks for its text.</summary>
    internal CodebookFile(string path, string name, Func<string> read)
        : this(path, name, new Lazy<string>(read))
    {
    }

    private CodebookFile(string path, string name, Lazy<string> text) => (Path, Name, _text) = (path, name, text);

    /// <summary>Path inside the codebook.</summary>
    public string Path { get; }

    /// <summary>Path to show in messages.</summary>
    public string Name { get; }

    /// <summary>Its text.</summary>
    public string Text => _text.Value;

    /// <summary>Whether it is one of those that ship inside the engine.</summary>
    public bool IsShipped => Name == CodebookFiles.ResourcePrefix + Path;
}
