using System.CommandLine;
using Demarche.Cli.Output;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche completion SHELL</c>: a script that lets a shell complete commands, options and their values.</summary>
/// <remarks>The script asks the command itself (the <c>[suggest]</c> directive), so it never lags behind the commands that there are.</remarks>
internal static class CompletionCommand
{
    public static Command Create(Streams streams)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Prints what lets a shell complete demarche; the first line says where it goes.") { shell };
        command.SetAction(parsed =>
        {
            streams.Output.Write(Template.Read($"completion/{parsed.GetValue(shell)}"));
            return CommandLine.Done;
        });
        return command;
    }
}
