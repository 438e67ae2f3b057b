using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Demarche.Store;
using Demarche.Web.Charts;
using Demarche.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Demarche.Web.Hosting;

/// <summary>Drawings as SVG files that stand alone: the same components as on the pages, with the light colours written out for programs that know no CSS variables.</summary>
internal static partial class DrawingExports
{
    private const string Style = """
        text{fill:#1c2126;font-size:12px;font-family:"Source Sans 3","Segoe UI",Arial,sans-serif}.tick{fill:#4d565f;font-size:11px}.grid{stroke:#d9d5cd}.axis{stroke:#4d565f}
        .mean{fill:none;stroke:#1c2126;stroke-width:1.4}.change{stroke:#a3271b;stroke-width:1.5;stroke-dasharray:5 4}.sea{fill:#eef3f6}.land{fill:#e2ddd2}.border{fill:none;stroke:#fff;stroke-width:.7}
        .spot{fill-opacity:.78;stroke:#fff;stroke-width:.4}.pair{fill:none;opacity:.62;stroke-linecap:round}.node{fill:#f2f0ec;stroke:#4d565f;stroke-width:1.4}.network .name{font-weight:600}
        """;

    private static readonly Dictionary<string, string> Light = new(StringComparer.Ordinal)
    {
        ["quad-1"] = "#4f8fc0",
        ["quad-2"] = "#1b5583",
        ["quad-3"] = "#e08a3c",
        ["quad-4"] = "#a8431a",
        ["cooperation"] = "#2f74ab",
        ["conflict"] = "#c4601f",
        ["kind-1"] = "#2f74ab",
        ["kind-2"] = "#c4601f",
        ["kind-3"] = "#4b8b3b",
        ["kind-4"] = "#8458a8",
        ["kind-5"] = "#b23a5a",
        ["kind-6"] = "#5f7078",
        ["kind-7"] = "#a58a16",
        ["kind-8"] = "#9aa0a6",
    };

    public static void MapDrawings(this WebApplication site)
    {
        Map("chronology", async (store, view) => (typeof(TimeDrawing), new() { ["Axis"] = await TimeAxis.OfAsync(store, view, default) }));
        Map("map", async (store, view) => (typeof(MapDrawing), new() { ["Places"] = (IReadOnlyList<PlaceTally>)await store.PlacesAsync(view.Query, Pages.Map.Most).ToListAsync(), ["View"] = view }));
        Map("network", async (store, view) => (typeof(NetworkDrawing), new() { ["Layout"] = NetworkLayout.Of(await store.PairsAsync(view.Query, Pages.Network.Most).ToListAsync()), ["View"] = view }));
        Map("dyad", async (store, view) => await DyadHistory.OfAsync(store, view, default) is { Both: { Periods.IsEmpty: false } both } ? (typeof(DyadDrawing), new() { ["Series"] = both }) : (null, []));

        void Map(string name, Func<IEventStore, EventView, Task<(Type? Drawing, Dictionary<string, object?> Parts)>> draw) => site.MapGet($"/export/{name}.svg", async (HttpContext context, IEventStore store) =>
        {
            var (drawing, parts) = await draw(store, EventView.Read(context.Request.QueryString.Value ?? "") with { After = null });
            return drawing is null ? Results.NotFound() : Results.File(Encoding.UTF8.GetBytes(await RenderedAsync(context, drawing, parts)), "image/svg+xml", name + ".svg");
        }).ExcludeFromDescription();
    }

    private static async Task<string> RenderedAsync(HttpContext context, Type drawing, Dictionary<string, object?> parts)
    {
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        var svg = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(drawing, ParameterView.FromDictionary(parts))).ToHtmlString());
        var box = ViewBox().Match(svg);
        var size = $"<svg width=\"{box.Groups["width"].Value}\" height=\"{box.Groups["height"].Value}\"";
        var drawn = Resolved(svg.Trim().Replace("<svg", size, StringComparison.Ordinal));
        return drawn.Insert(drawn.IndexOf('>', StringComparison.Ordinal) + 1, $"<style>{Style}</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
    }

    private static string Resolved(string svg)
    {
        var mixed = Mixture().Replace(svg, m => Mixed(int.Parse(m.Groups["share"].Value, CultureInfo.InvariantCulture)));
        return Variable().Replace(mixed, m => Light.GetValueOrDefault(m.Groups["name"].Value, "#777777"));
    }

    private static string Mixed(int conflict)
    {
        var (one, other) = (Convert.FromHexString(Light["conflict"].AsSpan(1)), Convert.FromHexString(Light["cooperation"].AsSpan(1)));
        return "#" + Convert.ToHexStringLower([.. one.Zip(other, (a, b) => (byte)((a * conflict + b * (100 - conflict)) / 100))]);
    }

    [GeneratedRegex("viewBox=\"[^ \"]+ [^ \"]+ (?<width>[^ \"]+) (?<height>[^ \"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ViewBox();

    [GeneratedRegex(@"color-mix\(in srgb, var\(--conflict\) (?<share>\d+)%, var\(--cooperation\)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mixture();

    [GeneratedRegex(@"var\(--(?<name>[a-z0-9-]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
