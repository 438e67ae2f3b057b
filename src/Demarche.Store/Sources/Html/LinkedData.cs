using System.Text.Json;
using AngleSharp.Html.Dom;
using Demarche.Store.Sources.Lines;

namespace Demarche.Store.Sources.Html;

/// <summary>What a page's JSON-LD says of its article (schema.org). Immutable.</summary>
internal sealed record LinkedData(string? Headline, string? Published, string? Publisher)
{
    private static readonly LinkedData None = new(null, null, null);

    public static LinkedData Of(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(WholeCharacters.Of(script.TextContent));
                if (Find(json.RootElement) is { } found)
                {
                    return found;
                }
            }
            catch (JsonException)
            {
                // A page's data for search engines is often broken; the page itself is not.
            }
        }

        return None;
    }

    private static LinkedData? Find(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Find).FirstOrDefault(f => f is not null),
        JsonValueKind.Object when element.TryGetProperty("datePublished", out var day) && day.ValueKind == JsonValueKind.String =>
            new LinkedData(Text(element, "headline"), day.GetString(), element.TryGetProperty("publisher", out var publisher) ? Text(publisher, "name") : null),
        JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => Find(graph),
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
