using Demarche.Store;
using Demarche.Tests.Cli;
using Demarche.Tests.Golden;

namespace Demarche.Tests.Documentation;

/// <summary>Pages that are written from the program say what it is now; <c>DEMARCHE_ACCEPT=1</c> writes them anew.</summary>
public class GeneratedPageTests
{
    private const string Docs = "../../docs/";

    [Fact]
    public void The_command_reference_is_that_of_the_commands() => Approval.Check(Docs + "commands.md", Called.With("man", "--format", "markdown").Output);

    [Fact]
    public void The_manual_page_is_that_of_the_commands() => Approval.Check(Docs + "demarche.1", Called.With("man").Output);

    [Fact]
    public void The_types_of_the_library_are_those_of_its_packages() => Approval.Check(Docs + "api.md", ApiReference.Of(typeof(Span).Assembly, typeof(IEventStore).Assembly));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/library.md")]
    [InlineData("src/Demarche/README.md")]
    public void The_lines_of_the_library_are_those_that_are_built_and_run(string page) =>
        Assert.Contains(DocumentedPage.Text("samples/ten-lines.cs"), DocumentedPage.Read(page).Blocks.Where(b => b.Info == "csharp").Select(b => b.Text));
}
