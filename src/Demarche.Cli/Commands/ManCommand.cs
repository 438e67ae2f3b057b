using System.CommandLine;
using Demarche.Cli.Output.Manual;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche man</c>: every command, as a manual page or as Markdown.</summary>
internal static class ManCommand
{
    private static readonly string[] Formats = ["man", "markdown"];

    public static Command Create(Streams streams)
    {
        var format = new Option<string>("--format") { Description = "man for the man command; markdown for reading elsewhere.", DefaultValueFactory = _ => Formats[0] };
        format.AcceptOnlyFromAmong(Formats);
        var command = new Command("man", "Prints the manual: demarche man > ~/.local/share/man/man1/demarche.1") { format };
        command.SetAction(parsed =>
        {
            var commands = DocumentedCommand.AllOf(CommandLine.Tree(streams));
            streams.Output.Write(parsed.GetValue(format) == Formats[0] ? ManPage.Of(commands) : CommandReference.Of(commands));
            return CommandLine.Done;
        });
        return command;
    }
}
