using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Demarche.Tests.Documentation;

/// <summary>The public types of the packages with their summaries, as a page of Markdown: docs/api.md.</summary>
internal static class ApiReference
{
    private const string Opening = """
        # Types of the library

        Every public type of the packages `Demarche` and `Demarche.Store` with what its documentation says; members show in an editor, as the packages carry their
        documentation. A test writes this page from the assemblies and holds it true. Where to begin: [The library](library.md).
        """;

    /// <summary>The page; its lines end with LF.</summary>
    public static string Of(params Assembly[] assemblies)
    {
        var page = new StringBuilder(Opening.ReplaceLineEndings("\n")).Append('\n');
        foreach (var assembly in assemblies)
        {
            var summaries = Summaries(assembly);
            foreach (var space in assembly.GetExportedTypes().Where(t => !t.IsNested).GroupBy(t => t.Namespace ?? "", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                page.Append("\n## ").Append(space.Key).Append("\n\n| type | is |\n|---|---|\n");
                foreach (var type in space.OrderBy(t => t.Name, StringComparer.Ordinal))
                {
                    page.Append("| `").Append(Named(type.Name)).Append("` | ").Append(summaries.GetValueOrDefault("T:" + type.FullName, "")).Append(" |\n");
                }
            }
        }

        return page.ToString();
    }

    private static Dictionary<string, string> Summaries(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").Where(m => m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => Told(m.Element("summary")!), StringComparer.Ordinal);

    private static string Told(XElement summary) =>
        string.Join(' ', string.Concat(summary.Nodes().Select(Told)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Told(XNode node) => node switch
    {
        XText text => text.Value.Replace("<", "&lt;", StringComparison.Ordinal),
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } target => $"`{Named(target.Value[(target.Value.LastIndexOf('.') + 1)..])}`",
        XElement element => $"`{element.Attribute("name")?.Value ?? element.Attribute("langword")?.Value ?? element.Value}`",
        _ => "",
    };

    private static string Named(string name) => name.Split('`')[0].Split(':')[^1];
}
