using Demarche.Store;

namespace Demarche.Web.Tests;

/// <summary>A record of one test's own, served, so that it may be changed.</summary>
internal sealed class OwnRecord(IEventStore store, string address) : IAsyncDisposable
{
    public IEventStore Store => store;

    public string Address => address;

    public static async Task<OwnRecord> MakeAsync(RunningSite site)
    {
        var folder = Directory.CreateTempSubdirectory("demarche-own").FullName;
        var store = (await Stores.OpenAsync(Path.Combine(folder, "own.duckdb"), StoreAccess.Write)).Value!;
        var (name, text, day) = Samples.All[0];
        await store.AddAsync([site.Coded(name, text, day, CodebookFiles.Shipped())]);
        return new OwnRecord(store, await site.ServeAsync(store, token: null));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;   // the site over it lives to the end of the run; the folder is of a few kilobytes
}
