using System.Reflection;
using Demarche.Store;

namespace Demarche.Tests.Cluster;

/// <summary>A store that meets a fault of its own in keeping reports, and does all else as another.</summary>
public class FaultyStore : DispatchProxy
{
    private IEventStore? _store;

    /// <summary>Such a store over another.</summary>
    public static IEventStore Over(IEventStore store)
    {
        var faulty = Create<IEventStore, FaultyStore>();
        ((FaultyStore)(object)faulty)._store = store;
        return faulty;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(IEventStore.AddAsync) ? throw new InvalidDataException("A fault of the store's own.") : targetMethod.Invoke(_store, args);
}
