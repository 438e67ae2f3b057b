using System.CommandLine;
using Demarche.Cli.Output;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche codebook new NAME</c>: a folder to start a codebook of one's own from.</summary>
internal static class NewCodebookCommand
{
    private const string Own = "own";
    private const string Shipped = "shipped";

    public static Command Create(Streams streams)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the codebook and of its folder: small letters, digits and hyphens, such as port-calls." };
        var from = new Option<string>("--from")
        {
            Description = "own: event types of your own, without the shipped rules. shipped: your type beside ours, whose rules stay.",
            DefaultValueFactory = _ => Own,
        };
        from.AcceptOnlyFromAmong(Own, Shipped);
        var output = new Option<string>("--output") { Description = "Folder to make it in.", DefaultValueFactory = _ => "." };
        var command = new Command("new", "Makes a small codebook that works, with comments that tell what to change.") { name, from, output };
        command.SetAction(parsed => Run(parsed.GetValue(name)!, parsed.GetValue(from) == Shipped, parsed.GetValue(output)!, streams));
        return command;
    }

    private static int Run(string name, bool extends, string output, Streams streams)
    {
        if (!CodebookTemplate.IsName(name))
        {
            streams.Complain(CliDiagnostics.BadCodebookName(name));
            return CommandLine.WrongUse;
        }

        var folder = Path.Combine(output, name);
        if (Path.Exists(folder))
        {
            streams.Complain(CliDiagnostics.CodebookExists(folder));
            return CommandLine.WrongUse;
        }

        var files = new CodebookTemplate(name, extends).Files;
        if (!OutputFolder.Write(folder, files, streams))
        {
            return CommandLine.WrongUse;
        }

        foreach (var (path, _) in files)
        {
            streams.Output.WriteLine(Path.Combine(folder, path));
        }

        streams.Output.WriteLine($"Change these files, and run: demarche codebook check --codebook {folder}");
        return CommandLine.Done;
    }
}
