using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NodaTime;

namespace Demarche.Store.Sources.Html;

/// <summary>What the head of a page says of it. Immutable.</summary>
/// <param name="Title">Its headline without the outlet's name behind it, or null.</param>
/// <param name="Published">Its day of publication in its own time zone, or null.</param>
/// <param name="Outlet">The name of its site, or null.</param>
/// <param name="Link">Its canonical address, else the one it was fetched from.</param>
internal sealed record PageFacts(string? Title, LocalDate? Published, string? Outlet, string? Link)
{
    private static readonly string[] Days =
    [
        "article:published_time", "og:article:published_time", "datePublished", "parsely-pub-date", "sailthru.date", "dcterms.created", "dcterms.date", "dc.date.issued", "dc.date",
        "pubdate", "publishdate", "publish-date", "publication_date", "date",
    ];

    private static readonly string[] Outlets = ["og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher"];

    private static readonly string[] Breaks = [" | ", " - ", " – ", " — ", " :: "];

    public static PageFacts Of(IHtmlDocument document, string? address)
    {
        var linked = LinkedData.Of(document);
        var outlet = Meta(document, Outlets) ?? linked.Publisher;
        var title = Meta(document, ["og:title", "twitter:title", "dc.title", "dcterms.title"]) ?? linked.Headline ?? Blank(document.Title);
        return new PageFacts(WithoutOutlet(title, outlet), DayOf(document, linked), outlet, Canonical(document, address) ?? address);
    }

    private static LocalDate? DayOf(IHtmlDocument document, LinkedData linked)
    {
        foreach (var name in Days)
        {
            if (PrintedDates.Parse(Meta(document, [name])) is { } day)
            {
                return day;
            }
        }

        return PrintedDates.Parse(linked.Published)
            ?? PrintedDates.Parse(document.QuerySelector("time[itemprop=datePublished], time[pubdate], article time[datetime], time[datetime]")?.GetAttribute("datetime"));
    }

    private static string? Canonical(IHtmlDocument document, string? address)
    {
        var link = Blank(document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href")) ?? Meta(document, ["og:url"]);
        return link is null ? null
            : Uri.TryCreate(link, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? link
            : Uri.TryCreate(address, UriKind.Absolute, out var from) && Uri.TryCreate(from, link, out var whole) ? whole.AbsoluteUri
            : null;
    }

    private static string? Meta(IHtmlDocument document, string[] names)
    {
        foreach (var name in names)
        {
            foreach (var meta in document.GetElementsByTagName("meta"))
            {
                if ((Is(meta, "property") || Is(meta, "name") || Is(meta, "itemprop")) && Blank(meta.GetAttribute("content")) is { } content)
                {
                    return content;
                }
            }

            bool Is(IElement meta, string attribute) => name.Equals(meta.GetAttribute(attribute), StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    // "Ministers meet | The Daily Post": the outlet's name is no part of the headline.
    private static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null || outlet is null)
        {
            return title;
        }

        foreach (var sign in Breaks)
        {
            if (title.EndsWith(sign + outlet, StringComparison.OrdinalIgnoreCase))
            {
                return title[..^(sign.Length + outlet.Length)].Trim();
            }
        }

        return title;
    }

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
