using Demarche.Store;

namespace Demarche.Tests.Store;

/// <summary>What the contracts of stores begin with.</summary>
public abstract class StoreContract
{
    protected const string Summit = "The leaders met in Vienna. Talks went on for days.";
    protected const string Threat = "The navy warned of war. No talks took place.";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The store of the test; opened again it holds what was kept.</summary>
    protected abstract Task<IEventStore> OpenAsync();

    /// <summary>The store of an address, to write in.</summary>
    protected static async Task<IEventStore> OpenedAsync(string address)
    {
        var opened = await Stores.OpenAsync(address, StoreAccess.Write, Stop);
        Assert.Null(opened.Failure);
        return opened.Value!;
    }
}
