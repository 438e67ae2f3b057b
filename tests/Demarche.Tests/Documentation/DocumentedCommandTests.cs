using Demarche.Cli;

namespace Demarche.Tests.Documentation;

/// <summary>What the documentation tells a reader to type works: blocks marked <c>console</c> run, page by page, in a folder with samples/ and the files of the page.</summary>
public class DocumentedCommandTests
{
    private static readonly string[] Shells = ["", "sh", "bash", "shell"];

    public static TheoryData<string> PagesWithCommands => [.. DocumentedPage.Paths.Where(p => DocumentedPage.Read(p).Blocks.Any(b => b.Info == "console"))];

    public static TheoryData<string> Pages => [.. DocumentedPage.Paths];

    [Theory]
    [MemberData(nameof(PagesWithCommands))]
    public void The_commands_of_a_page_do_what_it_shows(string path)
    {
        using var folder = new PageFolder(path);
        foreach (var block in DocumentedPage.Read(path).Blocks)
        {
            if (block.File is { } name)
            {
                folder.Write(name, block.Text);
            }

            foreach (var call in block.Info == "console" ? DocumentedCall.In(block) : [])
            {
                var called = folder.Run(call);
                Assert.True(called.Code == 0, $"{path}: {call.Line}\n{called.Errors}");
                Assert.True(call.IsShown(called.Output), $"{path}: {call.Line}\nnow prints:\n{called.Output}");
            }
        }
    }

    /// <summary>Blocks that do not run are for what does not end or wants a server, and for the pages of packages, which come without files; even their commands are understood.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void A_command_that_does_not_run_is_understood(string path)
    {
        var tree = CommandLine.Tree(new Streams(TextReader.Null, TextWriter.Null, TextWriter.Null));
        foreach (var line in DocumentedPage.Read(path).Blocks.Where(b => Shells.Contains(b.Info)).SelectMany(b => b.Lines))
        {
            if (DocumentedCall.Of(line) is { } words)
            {
                Assert.True(words[0] == "serve" || line.Contains("://", StringComparison.Ordinal) || path.StartsWith("src/", StringComparison.Ordinal), $"{path}: '{line}' can run; mark its block as console.");
                Assert.Empty(tree.Parse([.. words]).Errors);
            }
        }
    }
}
