using System.Xml;
using System.Xml.Linq;
using Demarche.Reports;
using Demarche.Store.Sources.Html;

namespace Demarche.Store.Sources.Xml;

/// <summary>The items of an RSS 0.9x, 1.0 or 2.0 or Atom 1.0 file, one in memory at a time.</summary>
internal static class FeedItems
{
    private static readonly string[] Texts = ["encoded", "content", "description", "summary"];
    private static readonly string[] Days = ["pubDate", "published", "date", "issued", "updated"];

    public static IEnumerable<PendingReport> Of(string name, Stream file, ReportReader reports, ReadingLimits limits)
    {
        var opened = XmlInput.Open(name, file, limits);
        if (opened.Failure is { } unreadable)
        {
            yield return PendingReport.Failed(name, unreadable);
            yield break;
        }

        using var xml = opened.Value!;
        string? outlet = null;
        var count = 0;
        while (Step(xml) is { } fault)
        {
            if (fault.Length > 0)
            {
                yield return PendingReport.Failed(name, SourceDiagnostics.BadXml(name, fault));
                yield break;
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.Depth == 0 && xml.LocalName is not ("rss" or "feed" or "RDF"))
            {
                yield return PendingReport.Failed(name, SourceDiagnostics.NoFeed(name, xml.Name));
                yield break;
            }

            if (xml.LocalName is "item" or "entry" || (outlet is null && xml.LocalName == "title"))
            {
                var (element, broken) = Element(xml);
                if (element is null)
                {
                    yield return PendingReport.Failed($"{name}#{count + 1}", SourceDiagnostics.BadXml(name, broken!));
                    yield break;
                }

                if (element.Name.LocalName == "title")
                {
                    outlet = element.Value.Trim();
                    continue;
                }

                var publisher = outlet;
                yield return new PendingReport($"{name}#{++count}", whole => Read(whole, element, publisher, reports, limits));
            }
        }
    }

    private static Outcome<Report> Read(string name, XElement item, string? outlet, ReportReader reports, ReadingLimits limits)
    {
        var text = Texts.Select(t => Child(item, t)).OfType<XElement>().Select(e => TextOf(e, limits)).FirstOrDefault(t => t.Any(char.IsLetterOrDigit));
        var title = Child(item, "title") is { } heading ? TextOf(heading, limits) : null;
        if (text is null && string.IsNullOrEmpty(title))
        {
            return SourceDiagnostics.NoArticle(name);
        }

        return new SourceText(text ?? title!)
        {
            Title = title,
            Published = Days.Select(d => PrintedDates.Parse(Child(item, d)?.Value)).FirstOrDefault(d => d is not null),
            Outlet = Child(item, "source")?.Value is { Length: > 0 } source ? source : outlet,
            Link = LinkOf(item),
        }.ToReport(name, reports);
    }

    // Markup stands in a feed as text (escaped, CDATA), or as elements (Atom's xhtml).
    private static string TextOf(XElement element, ReadingLimits limits) =>
        PageText.OfFragment(element.HasElements ? string.Concat(element.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting))) : element.Value, limits.PageDepth);

    private static string? LinkOf(XElement item)
    {
        var links = item.Elements().Where(e => e.Name.LocalName == "link").ToList();
        var chosen = links.Find(l => l.Attribute("rel")?.Value is null or "alternate") ?? links.FirstOrDefault();
        return chosen?.Attribute("href")?.Value ?? (chosen?.Value.Trim() is { Length: > 0 } link ? link : Child(item, "guid") is { } id && id.Value.StartsWith("http", StringComparison.Ordinal) ? id.Value.Trim() : null);
    }

    private static XElement? Child(XElement item, string name) => item.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    // "" after a step, what is wrong where the file is broken, null at its end.
    private static string? Step(XmlReader xml)
    {
        try
        {
            return xml.Read() ? "" : null;
        }
        catch (XmlException e)
        {
            return e.Message;
        }
    }

    private static (XElement? Element, string? Fault) Element(XmlReader xml)
    {
        try
        {
            using var inner = xml.ReadSubtree();
            inner.Read();
            return ((XElement)XNode.ReadFrom(inner), null);
        }
        catch (XmlException e)
        {
            return (null, e.Message);
        }
    }
}
