using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Reports;

namespace Demarche.Language.Conllu;

/// <summary>Reads CoNLL-U: words, surface words that hold several (<c>3-4</c>), comments and paragraphs. Empty nodes (<c>8.1</c>) are left out.</summary>
public static class ConlluReader
{
    private const int ColumnCount = 10;

    /// <summary>Reads a whole file.</summary>
    /// <param name="where">Name of the file, for messages and for the report.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The file, or the first line that is no CoNLL-U.</returns>
    public static Outcome<ConlluText> Read(string where, string text)
    {
        var file = new ConlluTextBuilder(where);
        var draft = new ConlluSentenceDraft();
        var number = 0;
        foreach (var slice in text.AsSpan().EnumerateLines())
        {
            number++;
            if (slice.IsWhiteSpace())
            {
                if (Finish(where, number, draft, file) is { } incomplete)
                {
                    return incomplete;
                }
            }
            else if (slice[0] == '#' && draft.Count == 0)
            {
                draft.Comments.Add(slice.TrimStart('#').Trim().ToString());
            }
            else if (draft.Add(slice.ToString().Split('\t')) is { } complaint)
            {
                return Diagnostics.BadConllu(where, number, complaint);
            }
        }

        if (Finish(where, number, draft, file) is { } cut)
        {
            return cut;
        }

        return file.Sentences.Count == 0 ? Diagnostics.BadConllu(where, Math.Max(number, 1), "there is no word in the file") : file.Build();
    }

    private static Diagnostic? Finish(string where, int line, ConlluSentenceDraft draft, ConlluTextBuilder file)
    {
        if (draft.Count == 0)
        {
            return null;       // comments before a blank line belong to the next sentence
        }

        if (draft.Unfinished() is { } complaint)
        {
            return Diagnostics.BadConllu(where, line, complaint);
        }

        file.Add(draft);
        draft.Clear();
        return null;
    }

    /// <summary>The lines of one sentence, while they are read.</summary>
    internal sealed class ConlluSentenceDraft
    {
        private int _multiwordEnd;

        public List<string> Comments { get; } = [];

        public List<string[]> Words { get; } = [];

        /// <summary>First and last word, form and whether no blank follows.</summary>
        public List<(int First, int Last, string Form, bool Glued)> Multiwords { get; } = [];

        public int Count => Words.Count + Multiwords.Count;

        /// <summary>Takes a line; what is wrong with it, or null.</summary>
        public string? Add(string[] columns)
        {
            if (columns.Length != ColumnCount)
            {
                return $"the line has {columns.Length} columns, not {ColumnCount}";
            }

            if (columns[1].Length == 0)
            {
                return "the word has no form";
            }

            var id = columns[0];
            if (id.Contains('.', StringComparison.Ordinal))
            {
                return null;
            }

            var dash = id.IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                return AddMultiword(columns, id[..dash], id[(dash + 1)..]);
            }

            if (Number(id) != Words.Count + 1)
            {
                return $"the word has the number '{id}' where {Words.Count + 1} is due";
            }

            if (UposNames.Parse(columns[3]) is null)
            {
                return $"'{columns[3]}' is no universal part of speech";
            }

            if (columns[6] != "_" && Number(columns[6]) < 0)
            {
                return $"'{columns[6]}' is no number of a head";
            }

            Words.Add(columns);
            return null;
        }

        /// <summary>What is missing at the end of the sentence, or null.</summary>
        public string? Unfinished()
        {
            if (_multiwordEnd > Words.Count)
            {
                return $"a surface word goes on to word {_multiwordEnd}, but the sentence ends with {Words.Count}";
            }

            var bad = Words.FindIndex(w => w[6] != "_" && (Number(w[6]) > Words.Count || Number(w[6]) == Number(w[0])));
            return bad < 0 ? null : $"the head of word {bad + 1} is {Words[bad][6]}, which is no other word of the sentence";
        }

        public void Clear()
        {
            Comments.Clear();
            Words.Clear();
            Multiwords.Clear();
            _multiwordEnd = 0;
        }

        private string? AddMultiword(string[] columns, string from, string to)
        {
            var (first, last) = (Number(from), Number(to));
            if (first != Words.Count + 1 || last < first || first <= _multiwordEnd)
            {
                return $"the surface word '{columns[0]}' does not start at the next word, {Words.Count + 1}";
            }

            _multiwordEnd = last;
            Multiwords.Add((first - 1, last - 1, columns[1], ConlluTextBuilder.IsGlued(columns[9])));
            return null;
        }

        private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
    }

    /// <summary>Puts sentences into one text.</summary>
    internal sealed class ConlluTextBuilder(string name)
    {
        private readonly StringBuilder _text = new();
        private readonly List<Section> _sections = [];
        private readonly List<(ConlluSentence Sentence, int Section)> _found = [];
        private int _sectionStart;
        private bool _glued = true;

        public List<(ConlluSentence Sentence, int Section)> Sentences => _found;

        public static bool IsGlued(string misc) => misc.Contains("SpaceAfter=No", StringComparison.Ordinal);

        public void Add(ConlluSentenceDraft draft)
        {
            if (_found.Count > 0 && draft.Comments.Exists(c => c.StartsWith("newpar", StringComparison.Ordinal) || c.StartsWith("newdoc", StringComparison.Ordinal)))
            {
                CloseSection();
            }

            var count = draft.Words.Count;
            var spans = new Span[count];
            var words = draft.Words;
            var multiwords = ImmutableArray.CreateBuilder<Multiword>(draft.Multiwords.Count);
            var range = 0;
            for (var i = 0; i < count; i++)
            {
                if (range < draft.Multiwords.Count && draft.Multiwords[range].First == i)
                {
                    var (first, last, form, glued) = draft.Multiwords[range++];
                    var whole = Append(form, glued);
                    SpreadOver(whole, form, words, first, last, spans);
                    multiwords.Add(new Multiword(first, last, form));
                    i = last;
                    continue;
                }

                spans[i] = Append(words[i][1], IsGlued(words[i][9]));
            }

            var forms = words.Select(w => w[1]).ToArray();
            var columns = new TokenTable(
                spans,
                forms,
                [.. words.Select(w => w[2])],
                [.. words.Select(w => UposNames.Parse(w[3]) ?? Upos.X)],
                [.. words.Select(w => w[4])],
                [.. words.Select(w => w[6] == "_" ? -1 : int.Parse(w[6], CultureInfo.InvariantCulture) - 1)],
                [.. words.Select(w => w[7])]);
            var tokenized = new TokenizedSentence(default, spans, forms, multiwords.ToImmutable());
            _found.Add((new ConlluSentence(tokenized, columns, [.. words.Select(w => w[9])], [.. draft.Comments]), _sections.Count));
        }

        public ConlluText Build()
        {
            CloseSection();
            var text = _text.ToString();
            var report = new Report(name, text, RepairedText.Untouched(text), [.. _sections]);
            return new ConlluText(report, [.. _found.Select(f => f.Sentence with { Words = f.Sentence.Words with { Section = _sections[f.Section] } })]);
        }

        private void CloseSection()
        {
            _sections.Add(new Section(SectionKind.Paragraph, new Span(_sectionStart, _text.Length)));
            _text.Append("\n\n");
            _sectionStart = _text.Length;
            _glued = true;
        }

        private Span Append(string form, bool glued)
        {
            if (!_glued)
            {
                _text.Append(' ');
            }

            var start = _text.Length;
            _text.Append(form);
            _glued = glued;
            return new Span(start, _text.Length);
        }

        // The words of "don't" take its characters in turn; where they do not add up to it ("im" for "I" and "'m"), each takes the whole.
        private static void SpreadOver(Span whole, string form, List<string[]> words, int first, int last, Span[] spans)
        {
            var adds = string.Concat(words[first..(last + 1)].Select(w => w[1])) == form;
            var at = whole.Start;
            for (var i = first; i <= last; i++)
            {
                spans[i] = adds ? new Span(at, at + words[i][1].Length) : whole;
                at += words[i][1].Length;
            }
        }
    }
}
