using Demarche.Tests.Cli;

namespace Demarche.Tests.Documentation;

/// <summary>The folder in which a reader of a page types its commands: samples/, and the files of the page. Removed after the test.</summary>
internal sealed class PageFolder : IDisposable
{
    private readonly TestFolder _folder = new();

    private readonly string _page;

    public PageFolder(string page)
    {
        _page = page;
        foreach (var sample in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.txt"))
        {
            Write("samples/" + Path.GetFileName(sample), File.ReadAllText(sample));
        }
    }

    /// <summary>Writes a file of the page.</summary>
    public void Write(string name, string text)
    {
        var path = Whole(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Runs a call as if this folder were the current one, which in a process of many tests it cannot be: names of its files are given whole.</summary>
    public Called Run(DocumentedCall call)
    {
        var words = call.Words ?? throw new InvalidOperationException($"{_page}: '{call.Line}' is no call of demarche; blocks marked console hold nothing else.");
        var arguments = words.Select((w, i) => i > 0 && IsPath(w, words[i - 1]) ? Whole(w) : w).ToList();
        string? target = null;
        if (arguments is [.., ">", _])
        {
            target = Whole(words[^1]);
            arguments = arguments[..^2];
        }

        if (arguments is ["codebook", "new", ..])
        {
            arguments.AddRange(["--output", _folder.Path]);
        }

        var called = Called.With([.. arguments]);
        if (target is not null)
        {
            File.WriteAllText(target, called.Output);
        }

        return called with { Output = called.Output.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) };
    }

    public void Dispose() => _folder.Dispose();

    private bool IsPath(string word, string before) =>
        before is "--output" or "--store" || before != "new" && !word.StartsWith('-') && Path.Exists(Whole(word));

    private string Whole(string name) => Path.Combine(_folder.Path, name.TrimEnd('/'));
}
