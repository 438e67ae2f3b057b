using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Coding;

/// <summary>The table of docs/cameo.md is made from codebook/cameo.yaml: with DEMARCHE_ACCEPT=1 it is written anew.</summary>
public class CameoPageTests
{
    private const string Start = "<!-- table -->\n";
    private const string End = "<!-- end of table -->";

    [Fact]
    public void The_page_shows_the_table_of_the_codebook()
    {
        var path = Path.Combine(Repository.Root, "docs", "cameo.md");
        var page = File.ReadAllText(path);
        var (start, end) = (page.IndexOf(Start, StringComparison.Ordinal) + Start.Length, page.IndexOf(End, StringComparison.Ordinal));
        var table = Table(Demarche.Coding.Codebook.Load(CodebookFiles.Shipped()).Value!);
        if (Environment.GetEnvironmentVariable("DEMARCHE_ACCEPT") == "1")
        {
            File.WriteAllText(path, page[..start] + table + page[end..]);
        }
        else
        {
            Assert.Equal(table, page[start..end]);
        }
    }

    [Fact]
    public void Every_type_and_mode_has_a_code_of_its_own_or_its_types()
    {
        var codebook = Demarche.Coding.Codebook.Load(CodebookFiles.Shipped()).Value!;
        foreach (var type in codebook.Ontology.Types.Values)
        {
            Assert.All(type.Modes.Keys.Append(null), mode => Assert.Matches("^(0[2-9]|1[0-9]|20)[0-9]{1,2}$", codebook.Cameo.Of(type.Name, mode)!.Code));
            Assert.All(type.Modes.Keys.Append(null), mode => Assert.InRange(codebook.Cameo.Of(type.Name, mode)!.Goldstein, -10, 10));
        }
    }

    private static string Table(Codebook codebook)
    {
        var text = new StringBuilder("| PLOVER | mode | PLOVER scale | CAMEO | Goldstein |\n|---|---|---|---|---|\n");
        foreach (var type in codebook.Ontology.Types.Values.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            foreach (var mode in type.Modes.Keys.Order(StringComparer.Ordinal).Prepend(null))
            {
                var cameo = codebook.Cameo.Of(type.Name, mode)!;
                text.Append(CultureInfo.InvariantCulture, $"| {type.Name} | {mode ?? ""} | {type.ScoreOf(mode):0.0} | {cameo.Code} | {cameo.Goldstein:0.0} |\n");
            }
        }

        return text.ToString();
    }
}
