using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Reports;
using NodaTime;

namespace Demarche.Tests.Actors;

/// <summary>Reports made of hand-written trees, so that the finders are tested apart from the parser.</summary>
internal static class Trees
{
    /// <summary>A report; sentences are parted by an empty line.</summary>
    /// <param name="trees">A token a line: form, lemma, UPOS, Penn tag, head (from 1, 0 for the root), relation, and the entity that it belongs to, if any ("Person").</param>
    /// <param name="published">Day of the report.</param>
    public static ParsedReport Report(string trees, LocalDate? published = null)
    {
        var sentences = trees.Trim().Split("\n\n").Select(s => s.Split('\n').Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray()).ToArray();
        var text = string.Join(' ', sentences.SelectMany(s => s).Select(r => r[0]));
        var section = new Section(SectionKind.Paragraph, new Span(0, text.Length));
        var start = 0;
        var parsed = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var rows in sentences)
        {
            var spans = new Span[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                spans[i] = new Span(start, start + rows[i][0].Length);
                start = spans[i].End + 1;
            }

            var table = new TokenTable(
                spans, [.. rows.Select(r => r[0])], [.. rows.Select(r => r[1])], [.. rows.Select(r => Enum.Parse<Upos>(r[2]))], [.. rows.Select(r => r[3])],
                [.. rows.Select(r => int.Parse(r[4]) - 1)], [.. rows.Select(r => r[5])]);
            parsed.Add(new Sentence(parsed.Count, section, table, []) { Entities = [.. Entities(rows)] });
        }

        return new ParsedReport(new Report("made", text, RepairedText.Untouched(text), [section]) { Published = published }, parsed.ToImmutable(), []);
    }

    private static IEnumerable<Entity> Entities(string[][] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length > 6 && (i == 0 || rows[i - 1].Length <= 6 || rows[i - 1][6] != rows[i][6]))
            {
                var last = i;
                while (last + 1 < rows.Length && rows[last + 1].Length > 6 && rows[last + 1][6] == rows[i][6])
                {
                    last++;
                }

                yield return new Entity(i, last, Enum.Parse<EntityKind>(rows[i][6]));
            }
        }
    }
}
