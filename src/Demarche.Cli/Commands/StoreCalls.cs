using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Store;

namespace Demarche.Cli.Commands;

/// <summary>What the commands on a store share: the option that names it, opening it, and its faults.</summary>
internal static class StoreCalls
{
    private const string Variable = "DEMARCHE_STORE";

    /// <summary>The option that names the store.</summary>
    public static Option<string> StoreOption() => new("--store")
    {
        Description = $"A .duckdb file or postgres://user@host/database; without it ${Variable}, else {Stores.Default}.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Stores.Default,
    };

    /// <summary>The option that chooses between people and programs.</summary>
    public static Option<string> FormatOption()
    {
        var format = new Option<string>("--format") { Description = "table for people; csv or jsonl for programs.", DefaultValueFactory = _ => RowSink.Formats[0] };
        format.AcceptOnlyFromAmong(RowSink.Formats);
        return format;
    }

    /// <summary>The option that names who says something of an event or a merge.</summary>
    public static Option<string> WhoOption() => new("--who", "--by") { Description = "Who says so.", DefaultValueFactory = _ => Environment.UserName };

    /// <summary>Ends a list; where it is empty people are told why, on standard error, and that is no failure.</summary>
    public static int Close(RowSink sink, int rows, string whyEmpty, Streams streams)
    {
        if (rows > 0)
        {
            sink.Close();
        }
        else
        {
            streams.Errors.WriteLine("demarche: " + whyEmpty);
        }

        return CommandLine.Done;
    }

    /// <summary>Opens a store for <paramref name="call"/> and gives its exit code; what stands in the way goes to the user.</summary>
#pragma warning disable CA1068 // What is done with the store reads best behind all else.
    public static async Task<int> RunAsync(string address, StoreAccess access, Streams streams, CancellationToken stop, Func<IEventStore, Task<int>> call)
#pragma warning restore CA1068
    {
        return await RunAsync(await Stores.OpenAsync(address, access, stop), streams, call);
    }

    /// <summary>The same with a store that was opened.</summary>
    public static async Task<int> RunAsync(Outcome<IEventStore> opened, Streams streams, Func<IEventStore, Task<int>> call)
    {
        if (Loading.Or(opened, streams) is not { } store)
        {
            return CommandLine.WrongUse;
        }

        await using (store)
        {
            try
            {
                return await call(store);
            }
            catch (StoreException fault)
            {
                streams.Complain(fault.Diagnostic);
                return CommandLine.SomeFailed;
            }
        }
    }
}
