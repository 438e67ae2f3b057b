using System.CommandLine;
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

    /// <summary>Opens a store for <paramref name="call"/> and gives its exit code; what stands in the way goes to the user.</summary>
    public static async Task<int> RunAsync(string address, StoreAccess access, Streams streams, CancellationToken stop, Func<IEventStore, Task<int>> call)
    {
        var opened = await Stores.OpenAsync(address, access, stop);
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
