using System.Xml;
using System.Xml.Linq;
using Demarche.Reports;

namespace Demarche.Store.Sources.Xml;

/// <summary>A TimeML document: its text without the marks, its creation time as day of publication.</summary>
internal static class TimeMlReports
{
    public static Outcome<Report> Read(string name, byte[] bytes, ReportReader reports, ReadingLimits limits)
    {
        var opened = XmlInput.Open(name, new MemoryStream(bytes), limits);
        if (opened.Failure is { } unreadable)
        {
            return unreadable;
        }

        XElement root;
        try
        {
            using var xml = opened.Value!;
            root = XElement.Load(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            return SourceDiagnostics.BadXml(name, e.Message);
        }

        if (!root.Name.LocalName.Equals("TimeML", StringComparison.OrdinalIgnoreCase))
        {
            return SourceDiagnostics.NoFeed(name, root.Name.LocalName);
        }

        // TimeML 1.2 puts the text in TEXT; TimeBank's older files have it all over the root.
        return new SourceText((Inside(root, "TEXT") ?? root).Value.Trim())
        {
            Title = Inside(root, "TITLE")?.Value,
            Published = PrintedDates.Parse(Created(root)),
        }.ToReport(name, reports);
    }

    private static string? Created(XElement root) =>
        (Inside(root, "DCT")?.Descendants("TIMEX3").FirstOrDefault()
            ?? root.Descendants("TIMEX3").FirstOrDefault(t => t.Attribute("functionInDocument")?.Value is "CREATION_TIME" or "PUBLICATION_TIME"))
        ?.Attribute("value")?.Value ?? Inside(root, "DCT")?.Value;

    private static XElement? Inside(XElement root, string name) => root.Descendants(name).FirstOrDefault();
}
