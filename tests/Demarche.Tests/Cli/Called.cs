using Demarche.Cli;

namespace Demarche.Tests.Cli;

/// <summary>One call of the command line, run in this process.</summary>
internal sealed record Called(int Code, string Output, string Errors)
{
    public static Called With(params string[] args) => WithInput("", args);

    public static Called WithInput(string input, params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run(args, new StringReader(input), output, errors);
        return new Called(code, output.ToString(), errors.ToString());
    }

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A folder for one test, removed after it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("demarche-test-").FullName;

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Places in the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Demarche.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
