using Demarche.Store;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Store;

public sealed class DuckDbStoreTests : EventStoreContract, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override async Task<IEventStore> OpenAsync()
    {
        var opened = await Stores.OpenAsync(Path.Combine(_folder.Path, "a store.duckdb"), StoreAccess.Write, Stop);
        Assert.Null(opened.Failure);
        return opened.Value!;
    }
}
