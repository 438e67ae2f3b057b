using System.Globalization;
using Demarche.Reports;

namespace Demarche.Language.Conllu;

/// <summary>Writes a parsed report as CoNLL-U.</summary>
/// <remarks>
/// Surface words are written as they were read, before any repair, so that the file holds the characters of the report.
/// MISC gives <c>start_char</c> and <c>end_char</c>, counted in Unicode code points of the report as read, and named entities as
/// <c>NER=B-Person</c>, <c>I-Person</c>.
/// </remarks>
public static class ConlluWriter
{
    /// <summary>Writes the whole report.</summary>
    public static void Write(ParsedReport parsed, TextWriter output)
    {
        var offsets = new CodePointCounter(parsed.Report.Text);
        Section? section = null;
        foreach (var sentence in parsed.Sentences)
        {
            if (section is null)
            {
                output.Write($"# newdoc id = {OneLine(parsed.Report.Name)}\n");
            }

            if (section != sentence.Section)
            {
                section = sentence.Section;
                output.Write("# newpar\n");
            }

            output.Write($"# sent_id = {(sentence.Index + 1).ToString(CultureInfo.InvariantCulture)}\n");
            output.Write($"# text = {OneLine(parsed.Report.Text[sentence.Span.Start..sentence.Span.End])}\n");
            var next = sentence.Index + 1 < parsed.Sentences.Length ? parsed.Sentences[sentence.Index + 1].Span.Start : sentence.Section.Span.End;
            WriteWords(parsed.Report.Text, sentence, Math.Min(next, sentence.Section.Span.End), offsets, output);
            output.Write('\n');
        }
    }

    private static void WriteWords(string text, Sentence sentence, int limit, CodePointCounter offsets, TextWriter output)
    {
        var range = 0;
        var inside = -1;
        var kinds = EntityTags(sentence);
        for (var i = 0; i < sentence.Count; i++)
        {
            var token = sentence[i];
            var form = token.Form;
            var glued = false;
            if (range < sentence.Multiwords.Length && sentence.Multiwords[range].First == i)
            {
                var word = sentence.Multiwords[range++];
                inside = word.Last;
                var span = token.Span.Cover(sentence[word.Last].Span);
                var (surface, joined) = AsRead(text, span.Start, word.Last + 1 < sentence.Count ? sentence[word.Last + 1].Span.Start : limit, word.Form);
                output.Write($"{i + 1}-{word.Last + 1}\t{surface}\t_\t_\t_\t_\t_\t_\t_\t{offsets.Misc(span)}{(joined ? "|SpaceAfter=No" : "")}\n");
            }

            if (i <= inside)
            {
                form = token.Span.IsEmpty ? form : OneLine(text[token.Span.Start..token.Span.End]);
            }
            else
            {
                (form, glued) = AsRead(text, token.Span.Start, i + 1 < sentence.Count ? sentence[i + 1].Span.Start : limit, token.Form);
            }

            output.Write($"{i + 1}\t{form}\t{token.Lemma}\t{UposNames.Of(token.Tag)}\t{token.PennTag}\t_\t{token.HeadIndex + 1}\t{token.Relation}\t_\t");
            output.Write($"{offsets.Misc(token.Span)}{(kinds[i] is { } kind ? "|NER=" + kind : "")}{(glued ? "|SpaceAfter=No" : "")}\n");
        }
    }

    // What stands from the word to the next one, with characters that a repair took away; "mended" where nothing does.
    private static (string Form, bool Glued) AsRead(string text, int start, int end, string mended)
    {
        var stretch = text.AsSpan(start, Math.Max(end - start, 0));
        var form = stretch.TrimEnd();
        return form.IsEmpty ? (mended, stretch.IsEmpty) : (OneLine(form.ToString()), form.Length == stretch.Length);
    }

    private static string?[] EntityTags(Sentence sentence)
    {
        var tags = new string?[sentence.Count];
        foreach (var entity in sentence.Entities)
        {
            for (var i = entity.First; i <= entity.Last; i++)
            {
                tags[i] = (i == entity.First ? "B-" : "I-") + entity.Kind;
            }
        }

        return tags;
    }

    private static string OneLine(string text) => text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : text.ReplaceLineEndings(" ").Replace('\t', ' ').Replace('\n', ' ');

    /// <summary>Counts code points up to offsets that mostly rise, so that a whole report is counted once.</summary>
    private sealed class CodePointCounter(string text)
    {
        private int _at;
        private int _pairs;

        public string Misc(Span span)
        {
            var start = To(span.Start);
            return string.Create(CultureInfo.InvariantCulture, $"start_char={start}|end_char={To(span.End)}");
        }

        private int To(int offset)
        {
            for (; _at < offset; _at++)
            {
                _pairs += IsPair(_at) ? 1 : 0;
            }

            for (; _at > offset; _at--)
            {
                _pairs -= IsPair(_at - 1) ? 1 : 0;
            }

            return offset - _pairs;
        }

        private bool IsPair(int at) => at > 0 && char.IsSurrogatePair(text[at - 1], text[at]);
    }
}
