using Demarche.Store;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Store;

public sealed class DuckDbStoreTests : EventStoreContract, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<IEventStore> OpenAsync() => OpenedAsync(Path.Combine(_folder.Path, "a store.duckdb"));
}
