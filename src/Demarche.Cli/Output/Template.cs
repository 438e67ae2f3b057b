using System.Text;

namespace Demarche.Cli.Output;

/// <summary>The texts of Templates/, which travel inside this program.</summary>
internal static class Template
{
    /// <summary>A text by its path below Templates/; its lines end with LF.</summary>
    public static string Read(string path)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream("templates/" + path) ?? throw new InvalidOperationException(path);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
