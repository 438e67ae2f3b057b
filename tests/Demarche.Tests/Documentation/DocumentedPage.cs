using System.Collections.Immutable;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Documentation;

/// <summary>A page of the documentation, by its fenced blocks.</summary>
/// <param name="Path">Path in the repository: "docs/quick-start.md".</param>
/// <param name="Blocks">Its blocks in order.</param>
internal sealed record DocumentedPage(string Path, ImmutableArray<DocumentedBlock> Blocks)
{
    private const string Fence = "```";

    public static ImmutableArray<string> Paths { get; } =
    [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "src"), "README.md", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }))
            .Select(f => System.IO.Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public static DocumentedPage Read(string path)
    {
        var blocks = ImmutableArray.CreateBuilder<DocumentedBlock>();
        string? info = null;
        var lines = new List<string>();
        foreach (var line in Text(path).Split('\n'))
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                lines.Add(line);
            }
            else if (info is null)
            {
                info = line[Fence.Length..].Trim();
                lines.Clear();
            }
            else
            {
                blocks.Add(new DocumentedBlock(info, [.. lines]));
                info = null;
            }
        }

        return new DocumentedPage(path, blocks.ToImmutable());
    }

    public static string Text(string path) => File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");
}

/// <summary>A fenced block.</summary>
/// <param name="Info">What stands behind its fence: "console", or "text file=note.txt".</param>
/// <param name="Lines">Its lines.</param>
internal sealed record DocumentedBlock(string Info, ImmutableArray<string> Lines)
{
    private const string FileMark = " file=";

    /// <summary>Path of the file that the block is; null where it is none.</summary>
    public string? File => Info.Split(FileMark) is [_, var name] ? name : null;

    public string Text => string.Join('\n', Lines) + "\n";
}
