using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Coding.Records;
using Demarche.Language;
using Demarche.Reports;
using NodaTime;

namespace Demarche.Store;

/// <summary>A coded report in the form in which a store takes it: free of the parsed text. Immutable.</summary>
/// <param name="Report">The report.</param>
/// <param name="Events">Its events in reading order, each with an id of its own.</param>
/// <param name="Words">Its words for full-text search.</param>
public sealed record ReportCoding(StoredReport Report, ImmutableArray<EventRecord> Events, ImmutableArray<SentenceWord> Words)
{
    /// <summary>Name and version of this coder.</summary>
    public static string Coder { get; } = "Demarche " + typeof(Pipeline).Assembly.GetName().Version!.ToString(3);

    /// <summary>The coding of a report.</summary>
    /// <param name="hash">Its <see cref="ContentHash"/>, taken when it was read.</param>
    /// <param name="coded">The report with its events.</param>
    /// <param name="codebook">The codebook that it was coded by.</param>
    /// <param name="version">The <see cref="CodebookVersion"/> of it.</param>
    /// <param name="when">The time of coding.</param>
    public static ReportCoding Of(string hash, CodedReport coded, Codebook codebook, string version, Instant when)
    {
        ArgumentNullException.ThrowIfNull(coded);
        var (report, parsed) = (coded.Report, coded.Stated.Mentioned.Parsed);
        var written = coded.Stated.Mentioned.Times.Written;
        var kept = new StoredReport(hash, report.Name, report.Text)
        {
            Title = TitleOf(report),
            Outlet = report.Outlet,
            Url = report.Link,
            Published = report.Published,
            Earliest = written is { HasEarliest: true } ? written.Earliest : null,
            Latest = written is { HasLatest: true } ? written.Latest : null,
            Sections = report.Sections,
            Sentences = [.. parsed.Sentences.Select(s => s.Span)],
            CodedAt = when,
            Coder = Coder,
            Codebook = version,
        };
        return new ReportCoding(kept, RecordedEvents.Of(coded, codebook), [.. parsed.Sentences.SelectMany(WordsOf)]);
    }

    private static string? TitleOf(Report report)
    {
        foreach (var section in report.Sections)
        {
            if (section.Kind == SectionKind.Headline)
            {
                return report.Text[section.Span.Start..section.Span.End];
            }
        }

        return null;
    }

    private static IEnumerable<SentenceWord> WordsOf(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            var token = sentence[i];
            if (token.Tag is not (Upos.PUNCT or Upos.SYM))
            {
                yield return new SentenceWord(sentence.Index, token.Form.ToLowerInvariant(), token.Lemma.ToLowerInvariant());
            }
        }
    }
}

/// <summary>A word of a sentence.</summary>
/// <param name="Sentence">Number of the sentence, from 0.</param>
/// <param name="Form">The word in small letters.</param>
/// <param name="Lemma">Its dictionary form in small letters.</param>
public readonly record struct SentenceWord(int Sentence, string Form, string Lemma);
