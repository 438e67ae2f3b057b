using Demarche.Store;

namespace Demarche.Tests.Store;

[Collection(nameof(PostgresServer))]
public sealed class PostgresStoreTests(PostgresServer server) : EventStoreContract
{
    private readonly string _schema = "test_" + Guid.NewGuid().ToString("N")[..12];

    protected override Task<IEventStore> OpenAsync() => OpenedAsync($"{server.Address()}?schema={_schema}");
}
