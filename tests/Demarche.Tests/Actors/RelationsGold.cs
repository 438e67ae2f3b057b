using System.Text;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Reports;

namespace Demarche.Tests.Actors;

/// <summary>Sentences with a marked actor and recipient: are their heads inside mentions?</summary>
internal static class RelationsGold
{
    /// <summary>Shares of the marks whose head lies in a mention, and the marks where it does not.</summary>
    public sealed record Score(int Rows, int BothFound, int Marks, int Found, IReadOnlyList<string> Misses)
    {
        public double RowShare => (double)BothFound / Rows;

        public override string ToString() => $"rows {Rows}, both heads found {BothFound} ({RowShare:P1}); marks {Marks}, found {Found} ({(double)Found / Marks:P1})";
    }

    public static Score Judge(string tsv, ReportReader reader, LanguageModel language, ActorFinder finder)
    {
        int rows = 0, both = 0, marks = 0, found = 0;
        var misses = new List<string>();
        foreach (var line in Lines(tsv).Skip(1))
        {
            var (text, source, target) = Unmark(line[^1]);
            var parsed = language.Parse(reader.FromText(line[0], text).Value!);
            var mentions = finder.Find(parsed);
            rows++;
            var all = true;
            foreach (var mark in new[] { source, target })
            {
                if (mark.IsEmpty)
                {
                    continue;   // nobody in the sentence is the recipient
                }

                marks++;
                var head = HeadOf(parsed, mark);
                var met = head is { } token && mentions.All.Any(m => m.Sentence == token.Sentence && m.First <= token.Index && token.Index <= m.Last);
                found += met ? 1 : 0;
                all &= met;
                if (!met)
                {
                    misses.Add($"{line[0]} {head?.Form}/{head?.Tag}: {text[mark.Start..mark.End]}  <<  {text}");
                }
            }

            both += all ? 1 : 0;
        }

        return new Score(rows, both, marks, found, misses);
    }

    private static Token? HeadOf(ParsedReport parsed, Span mark)
    {
        foreach (var sentence in parsed.Sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                if (mark.Contains(sentence[i].Span) && sentence[i].Tag != Upos.PUNCT && (sentence[i].Head is not { } head || !mark.Contains(head.Span)))
                {
                    return sentence[i];
                }
            }
        }

        return null;
    }

    private static (string Text, Span Source, Span Target) Unmark(string marked)
    {
        var text = marked;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        while (true)
        {
            var next = new[] { "<s>", "</s>", "<t>", "</t>" }.Select(t => (Tag: t, At: text.IndexOf(t, StringComparison.Ordinal))).Where(t => t.At >= 0).OrderBy(t => t.At).FirstOrDefault();
            if (next.Tag is null)
            {
                return (text, Between("<s>", "</s>"), Between("<t>", "</t>"));
            }

            places[next.Tag] = next.At;
            text = text.Remove(next.At, next.Tag.Length);
        }

        Span Between(string open, string close) => places.TryGetValue(open, out var start) && places.TryGetValue(close, out var end) ? new Span(start, end) : default;
    }

    // RFC 4180 quotes with tabs between; a quoted cell may hold line ends.
    private static IEnumerable<string[]> Lines(string tsv)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < tsv.Length; i++)
        {
            var c = tsv[i];
            if (c == '"' && (quoted || cell.Length == 0))
            {
                var doubled = quoted && i + 1 < tsv.Length && tsv[i + 1] == '"';
                _ = doubled ? cell.Append('"') : cell;
                i += doubled ? 1 : 0;
                quoted = doubled || !quoted;
            }
            else if (!quoted && c is '\t' or '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    yield return [.. cells];
                    cells.Clear();
                }
            }
            else
            {
                cell.Append(c);
            }
        }
    }
}
