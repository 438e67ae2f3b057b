using Demarche.Store;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Store;

public sealed class DuckDbBrowsingTests : StoreBrowsingContract, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override async Task<IEventStore> OpenAsync()
    {
        var opened = await Stores.OpenAsync(Path.Combine(_folder.Path, "record.duckdb"), StoreAccess.Write, Stop);
        Assert.Null(opened.Failure);
        return opened.Value!;
    }
}

[Collection(nameof(PostgresServer))]
public sealed class PostgresBrowsingTests(PostgresServer server) : StoreBrowsingContract
{
    private readonly string _schema = "test_" + Guid.NewGuid().ToString("N")[..12];

    protected override async Task<IEventStore> OpenAsync()
    {
        var opened = await Stores.OpenAsync($"{server.Address()}?schema={_schema}", StoreAccess.Write, Stop);
        Assert.Null(opened.Failure);
        return opened.Value!;
    }
}
