using Demarche.Coding.Records;
using Demarche.Store;

namespace Demarche.Web.Views;

/// <summary>The sentence of an event with the words that it rests on marked.</summary>
internal static class EvidenceText
{
    /// <summary>The pieces of the sentence; without the report the sentence stands unmarked.</summary>
    public static IReadOnlyList<TextPiece> Of(EventRecord one, StoredReport? report)
    {
        if (report is null || one.TextInfo is not { } place || place.Sentence < 0 || place.Sentence >= report.Sentences.Length)
        {
            return [new TextPiece(one.Text, "", null, [])];
        }

        var offsets = new CodePointOffsets(report.Text);
        var marks = one.Explanation.Select(p => new TextMark(offsets.Span(p.Start, p.End), "evidence", p.Part)).ToList();
        if (marks.Count == 0)
        {
            marks.Add(new TextMark(offsets.Span(place.Start, place.End), "evidence", "evidence"));
        }

        return MarkedText.Pieces(report.Text, report.Sentences[place.Sentence], marks);
    }
}
