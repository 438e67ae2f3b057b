using System.CommandLine;
using Demarche.Cli.Commands;
using Demarche.Cli.Commands.Chronology;
using Demarche.Cli.Commands.Cluster;

namespace Demarche.Cli;

/// <summary>The <c>demarche</c> command: its parts, and what its exit codes mean.</summary>
public static class CommandLine
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>Some inputs failed, each named on standard error; the others were done.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command was used wrongly; nothing was done.</summary>
    public const int WrongUse = 2;

    // Ctrl-C lets a batch that is being written come to its end.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(20);

    /// <summary>Parses and runs one call. Standard output carries data only; messages go to <paramref name="errors"/>.</summary>
    public static int Run(string[] args, TextReader input, TextWriter output, TextWriter errors)
    {
        var root = Tree(new Streams(input, output, errors));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                errors.WriteLine($"demarche: {error.Message} Try 'demarche --help'.");
            }

            return WrongUse;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestGoodbye });
        }
#pragma warning disable CA1031 // Whatever it is: a bug is told in a line too.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            errors.WriteLine($"demarche: {CliDiagnostics.Broke(parsed.CommandResult.Command.Name, fault)}");
            return SomeFailed;
        }
    }

    /// <summary>Every command with its arguments and options: what is parsed, completed and documented.</summary>
    internal static RootCommand Tree(Streams streams) => new("Reads news reports and keeps the record of diplomacy in them.")
    {
        CodeCommand.Create(streams),
        ExplainCommand.Create(streams),
        ParseCommand.Create(streams),
        EntitiesCommand.Create(streams),
        TimesCommand.Create(streams),
        AttributionsCommand.Create(streams),
        RelateCommand.Create(streams),
        CodebookCommand.Create(streams),
        MergeCommand.Create(streams),
        TimelineCommand.Create(streams),
        DyadCommand.Create(streams),
        EpisodesCommand.Create(streams),
        BriefCommand.Create(streams),
        IngestCommand.Create(streams),
        SearchCommand.Create(streams),
        ActorsCommand.Create(streams),
        SqlCommand.Create(streams),
        ReviewCommand.Create(streams),
        ExportCommand.Create(streams),
        ImportCommand.Create(streams),
        CompareCommand.Create(streams),
        EvalCommand.Create(streams),
        ServeCommand.Create(streams),
        SubmitCommand.Create(streams),
        WorkerCommand.Create(streams),
        WatchCommand.Create(streams),
        ClusterCommand.Create(streams),
        CompletionCommand.Create(streams),
        ManCommand.Create(streams),
    };
}

/// <summary>The standard streams of one call.</summary>
public sealed record Streams(TextReader Input, TextWriter Output, TextWriter Errors)
{
    /// <summary>Writes one message to standard error.</summary>
    public void Complain(Diagnostic diagnostic) => Errors.WriteLine("demarche: " + diagnostic);
}
