using System.Collections.Immutable;
using Demarche.Reports.Decoding;
using Demarche.Reports.Layout;
using Demarche.Reports.Repairs;

namespace Demarche.Reports;

/// <summary>Reads plain text into a <see cref="Report"/>: its characters, its damage mended, its parts. Immutable and thread-safe.</summary>
public sealed class ReportReader
{
    private readonly LayoutReader _layout;
    private readonly ApostropheRepair _apostrophes;

    private ReportReader(ReportWords words, ApostropheWords apostrophes, KnownNames known)
    {
        _layout = new LayoutReader(words, known.Places);
        _apostrophes = new ApostropheRepair(apostrophes, known);
    }

    /// <summary>Loads the words of <c>codebook/reports/</c>.</summary>
    /// <returns>The reader, or the first bad line of the codebook.</returns>
    public static Outcome<ReportReader> Load(CodebookFiles files)
    {
        var complaints = new List<Diagnostic>();
        var words = ReportWords.Read(files, complaints);
        var apostrophes = ApostropheWords.Read(files, complaints);
        var known = KnownNames.Read(files, complaints);
        return words is null || apostrophes is null || complaints.Count > 0 ? complaints[0] : new ReportReader(words, apostrophes, known);
    }

    /// <summary>Reads a file of plain text in UTF-8, UTF-16 or Windows-1252.</summary>
    /// <param name="name">What to call the input: its path as given.</param>
    /// <param name="bytes">The file, at most 50 MB.</param>
    /// <returns>The report; or why it is none: empty, blank, too large, or no text (DEM101 to DEM104).</returns>
    public Outcome<Report> Read(string name, ReadOnlySpan<byte> bytes)
    {
        var text = TextDecoder.Decode(name, bytes);
        return text.Failure is { } failure ? failure : FromText(name, text.Value!);
    }

    /// <summary>Reads a whole report from its characters.</summary>
    /// <param name="name">What to call the input.</param>
    /// <param name="text">The report as published; offsets of the report point into it.</param>
    /// <returns>The report, or why it is none: empty or blank (DEM101, DEM102).</returns>
    public Outcome<Report> FromText(string name, string text)
    {
        if (Refusal(name, text) is { } failure)
        {
            return failure;
        }

        var mending = CharacterRepairs.Apply(Mending.Of(text));
        var layout = _layout.Read(mending.Text);
        var report = Mended(name, text, mending, layout.Sections);
        var asRead = mending.Finish();
        return report with
        {
            Dateline = layout.Dateline is { } dateline ? dateline with { Span = asRead.ToOriginal(dateline.Span) } : null,
            PhotoCredit = layout.PhotoCredit,
            Outlet = layout.Trailer.First(TrailerPart.Outlet) ?? layout.Dateline?.Agency,
            Link = layout.Trailer.First(TrailerPart.Link),
            Tags = layout.Trailer.Tags,
            Published = layout.Published ?? layout.Dateline?.Date,
        };
    }

    /// <summary>Reads a text that is no whole report (sentences to parse, say): every line is body, nothing is taken for a caption, dateline or trailer.</summary>
    /// <param name="name">What to call the input.</param>
    /// <param name="text">The text; offsets of the report point into it.</param>
    /// <returns>The report, or why it is none: empty or blank (DEM101, DEM102).</returns>
    public Outcome<Report> FromPlainText(string name, string text)
    {
        if (Refusal(name, text) is { } failure)
        {
            return failure;
        }

        var mending = CharacterRepairs.Apply(Mending.Of(text));
        return Mended(name, text, mending, LayoutReader.ReadParagraphs(mending.Text));
    }

    /// <summary>Reads a file of plain text that is no whole report, as <see cref="FromPlainText"/> does.</summary>
    /// <param name="name">What to call the input: its path as given.</param>
    /// <param name="bytes">The file, at most 50 MB.</param>
    /// <returns>The report; or why it is none: empty, blank, too large, or no text (DEM101 to DEM104).</returns>
    public Outcome<Report> ReadPlainText(string name, ReadOnlySpan<byte> bytes)
    {
        var text = TextDecoder.Decode(name, bytes);
        return text.Failure is { } failure ? failure : FromPlainText(name, text.Value!);
    }

    private static Diagnostic? Refusal(string name, string text) =>
        text.Length == 0 ? Diagnostics.EmptyReport(name) : text.Any(char.IsLetterOrDigit) ? null : Diagnostics.BlankReport(name);

    /// <summary>Mends what only shows inside a section, once the lines are no longer needed to tell the sections.</summary>
    private Report Mended(string name, string text, Mending mending, ImmutableArray<Section> found)
    {
        var asRead = mending.Finish();
        var sections = found.Select(s => s with { Span = asRead.ToOriginal(s.Span) }).ToImmutableArray();
        var edits = new List<Edit>();
        foreach (var section in found.Where(s => s.Kind != SectionKind.Trailer))
        {
            BlankRepair.FindLineEnds(mending.Text, section.Span, edits);
            BlankRepair.FindMissing(mending.Text, section.Span, edits);
        }

        edits.Sort((a, b) => a.At.CompareTo(b.At));
        mending = mending.Apply(edits);
        var spaced = mending.Finish();
        var read = sections.Where(s => s.Kind != SectionKind.Trailer).Select(s => spaced.ToMended(s.Span));
        return new Report(name, text, mending.Apply(_apostrophes.Find(mending.Text, read)).Finish(), sections);
    }
}
