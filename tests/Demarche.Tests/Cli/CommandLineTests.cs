using Demarche.Cli;

namespace Demarche.Tests.Cli;

/// <summary>Only the command that a call names is made; it is the one that all are listed with.</summary>
public class CommandLineTests
{
    [Fact]
    public void Each_command_is_made_by_its_name()
    {
        var all = CommandLine.Tree(new Streams(TextReader.Null, TextWriter.Null, TextWriter.Null)).Subcommands;
        Assert.True(all.Count > 20);
        Assert.All(all, command =>
        {
            var help = Called.With(command.Name, "--help");
            Assert.Equal((CommandLine.Done, ""), (help.Code, help.Errors));
            Assert.Contains($" {command.Name} ", help.Output, StringComparison.Ordinal);
            Assert.Contains(command.Description![..20], help.Output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Who_mistypes_a_command_is_told_of_those_like_it()
    {
        var called = Called.With("timelin", "news");
        Assert.Equal(CommandLine.WrongUse, called.Code);
        Assert.Contains("timelin", called.Errors, StringComparison.Ordinal);
    }
}
