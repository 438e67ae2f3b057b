using Demarche.Store;

namespace Demarche.Web.Views;

/// <summary>Names that a reader may want to choose from.</summary>
internal static class ActorNames
{
    private const int Most = 150;

    /// <summary>The codes and names of those with the most events.</summary>
    public static Task<IReadOnlyList<string>> OfAsync(IEventStore store, Answers answers) => answers.OfAsync<IReadOnlyList<string>>("actors", async () =>
    {
        var names = new List<string>();
        await foreach (var one in store.ActorsAsync(new ActorQuery { Limit = Most }))
        {
            names.AddRange(one.Code is { } code ? [code, one.Name] : [one.Name]);
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    });
}
