using Demarche.Language;
using Demarche.Reports;
using Demarche.Time;
using NodaTime;

namespace Demarche.Tests.Time;

/// <summary>One parsed sentence from a token a line: form, lemma, UPOS, Penn tag, head (from 1, 0 for the root), relation.</summary>
internal static class HandParsed
{
    public static (ParsedReport Report, Sentence Sentence, TimeMentions Times) Read(string tree, LocalDate? published, SectionKind kind = SectionKind.Paragraph)
    {
        var rows = tree.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var text = string.Join(' ', rows.Select(r => r[0]));
        var section = new Section(kind, new Span(0, text.Length));
        var start = 0;
        var spans = rows.Select(r => new Span(start, (start += r[0].Length + 1) - 1)).ToArray();
        var table = new TokenTable(
            spans, [.. rows.Select(r => r[0])], [.. rows.Select(r => r[1])], [.. rows.Select(r => Enum.Parse<Upos>(r[2]))], [.. rows.Select(r => r[3])],
            [.. rows.Select(r => int.Parse(r[4]) - 1)], [.. rows.Select(r => r[5])]);
        var sentence = new Sentence(0, section, table, []);
        var report = new ParsedReport(new Report("made", text, RepairedText.Untouched(text), [section]) { Published = published }, [sentence], []);
        return (report, sentence, TimeRuleExamplesTests.Finder.Find(report));
    }
}
