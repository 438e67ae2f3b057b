using Demarche.Store;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Store;

public sealed class DuckDbBrowsingTests : StoreBrowsingContract, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<IEventStore> OpenAsync() => OpenedAsync(Path.Combine(_folder.Path, "record.duckdb"));
}

[Collection(nameof(PostgresServer))]
public sealed class PostgresBrowsingTests(PostgresServer server) : StoreBrowsingContract
{
    private readonly string _schema = "test_" + Guid.NewGuid().ToString("N")[..12];

    protected override Task<IEventStore> OpenAsync() => OpenedAsync($"{server.Address()}?schema={_schema}");
}
