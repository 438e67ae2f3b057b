using Demarche.Reports;
using NodaTime;

namespace Demarche.Store.Sources;

/// <summary>A report's text with what its source says of it. Immutable.</summary>
/// <param name="Text">The text; its first line may be a headline.</param>
internal sealed record SourceText(string Text)
{
    /// <summary>A headline that stands above the text unless it opens it already.</summary>
    public string? Title { get; init; }

    public LocalDate? Published { get; init; }

    public string? Outlet { get; init; }

    public string? Link { get; init; }

    /// <summary>The report: what the source says goes before what is read off the text.</summary>
    public Outcome<Report> ToReport(string name, ReportReader reader)
    {
        var read = reader.FromText(name, WithTitle());
        return read.Value is not { } report ? read : report with
        {
            Published = Published ?? report.Published,
            Outlet = NullIfBlank(Outlet) ?? report.Outlet,
            Link = NullIfBlank(Link) ?? report.Link,
        };
    }

    // The blank line keeps the headline from being read on into the text.
    private string WithTitle()
    {
        var title = Title?.Trim();
        return string.IsNullOrEmpty(title) || Text.AsSpan().TrimStart().StartsWith(title, StringComparison.OrdinalIgnoreCase) ? Text : title + "\n\n" + Text;
    }

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
