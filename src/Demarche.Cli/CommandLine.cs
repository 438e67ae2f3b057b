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

    private static readonly (string Name, Func<Streams, Command> Create)[] Commands =
    [
        ("code", CodeCommand.Create),
        ("explain", ExplainCommand.Create),
        ("parse", ParseCommand.Create),
        ("entities", EntitiesCommand.Create),
        ("times", TimesCommand.Create),
        ("attributions", AttributionsCommand.Create),
        ("relate", RelateCommand.Create),
        ("codebook", CodebookCommand.Create),
        ("merge", MergeCommand.Create),
        ("timeline", TimelineCommand.Create),
        ("dyad", DyadCommand.Create),
        ("episodes", EpisodesCommand.Create),
        ("brief", BriefCommand.Create),
        ("ingest", IngestCommand.Create),
        ("search", SearchCommand.Create),
        ("actors", ActorsCommand.Create),
        ("sql", SqlCommand.Create),
        ("review", ReviewCommand.Create),
        ("export", ExportCommand.Create),
        ("import", ImportCommand.Create),
        ("compare", CompareCommand.Create),
        ("eval", EvalCommand.Create),
        ("serve", ServeCommand.Create),
        ("submit", SubmitCommand.Create),
        ("worker", WorkerCommand.Create),
        ("watch", WatchCommand.Create),
        ("cluster", ClusterCommand.Create),
        ("completion", CompletionCommand.Create),
        ("man", ManCommand.Create),
    ];

    // Ctrl-C lets a batch that is being written come to its end.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(20);

    /// <summary>Parses and runs one call. Standard output carries data only; messages go to <paramref name="errors"/>.</summary>
    public static int Run(string[] args, TextReader input, TextWriter output, TextWriter errors)
    {
        using var ahead = args is ["code", _, ..] ? new EngineAhead() : null;
        var root = Tree(new Streams(input, output, errors) { Ahead = ahead }, args.FirstOrDefault());
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
    internal static RootCommand Tree(Streams streams) => Tree(streams, asked: null);

    // Who names a command waits for no other to be made.
    private static RootCommand Tree(Streams streams, string? asked)
    {
        var root = new RootCommand("Reads news reports and keeps the record of diplomacy in them.");
        var named = Array.Find(Commands, c => c.Name == asked).Create;
        foreach (var create in named is null ? Commands.Select(c => c.Create) : [named])
        {
            root.Add(create(streams));
        }

        return root;
    }
}

/// <summary>The standard streams of one call.</summary>
public sealed record Streams(TextReader Input, TextWriter Output, TextWriter Errors)
{
    /// <summary>What is being loaded already, or null.</summary>
    internal EngineAhead? Ahead { get; init; }

    /// <summary>Writes one message to standard error.</summary>
    public void Complain(Diagnostic diagnostic) => Errors.WriteLine("demarche: " + diagnostic);
}
