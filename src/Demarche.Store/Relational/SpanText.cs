using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Reports;

namespace Demarche.Store.Relational;

/// <summary>Spans as text: "0-12 13-40", sections with their kind: "headline:0-12".</summary>
internal static class SpanText
{
    public static string Spans(ImmutableArray<Span> spans)
    {
        var text = new StringBuilder();
        foreach (var span in spans)
        {
            Append(text, span, null);
        }

        return text.ToString();
    }

    public static string Sections(ImmutableArray<Section> sections)
    {
        var text = new StringBuilder();
        foreach (var section in sections)
        {
            Append(text, section.Span, section.Kind.ToString().ToLowerInvariant());
        }

        return text.ToString();
    }

    public static ImmutableArray<Span> ReadSpans(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => Read(s))];

    public static ImmutableArray<Section> ReadSections(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(':'))
            .Select(p => new Section(Enum.Parse<SectionKind>(p[0], ignoreCase: true), Read(p[1]))),
    ];

    private static void Append(StringBuilder text, Span span, string? kind)
    {
        text.Append(text.Length > 0 ? " " : "").Append(kind is null ? "" : kind + ":");
        text.Append(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");
    }

    private static Span Read(ReadOnlySpan<char> text)
    {
        var dash = text.IndexOf('-');
        return new Span(int.Parse(text[..dash], CultureInfo.InvariantCulture), int.Parse(text[(dash + 1)..], CultureInfo.InvariantCulture));
    }
}
