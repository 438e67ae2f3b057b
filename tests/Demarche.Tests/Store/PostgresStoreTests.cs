using Demarche.Store;

namespace Demarche.Tests.Store;

[Collection(nameof(PostgresServer))]
public sealed class PostgresStoreTests(PostgresServer server) : EventStoreContract
{
    private readonly string _schema = "test_" + Guid.NewGuid().ToString("N")[..12];

    protected override async Task<IEventStore> OpenAsync()
    {
        var opened = await Stores.OpenAsync($"{server.Address()}?schema={_schema}", StoreAccess.Write, Stop);
        Assert.Null(opened.Failure);
        return opened.Value!;
    }
}
