namespace Demarche.Time.Expressions;

/// <summary>Splits words into <see cref="Atom"/>s, so that patterns do not depend on where a tokenizer cut.</summary>
internal sealed class Lexer(Lexicon lexicon)
{
    // No word of the lexicon is longer.
    private const int LongestWord = 24;

    private readonly List<Atom> _atoms = [];
    private int _end = int.MinValue;

    /// <summary>The atoms read so far.</summary>
    public List<Atom> Atoms => _atoms;

    /// <summary>Forgets all atoms.</summary>
    public void Clear()
    {
        _atoms.Clear();
        _end = int.MinValue;
    }

    /// <summary>Adds a break.</summary>
    public void Break(int at)
    {
        if (_atoms.Count > 0 && _atoms[^1].Kind != AtomKind.Break)
        {
            _atoms.Add(new Atom(AtomKind.Break, new Span(at, at), 0, true, false, null, 0, 0));
        }
    }

    /// <summary>Reads plain text; a blank line is a break.</summary>
    public void ReadText(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsWhiteSpace(text[at]))
            {
                var start = at;
                while (at < text.Length && !char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                Read(text.AsSpan(start, at - start), new Span(start, at), 0);
                continue;
            }

            var lines = 0;
            for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
            {
                lines += text[at] == '\n' ? 1 : 0;
            }

            if (lines > 1)
            {
                Break(at);
            }
        }
    }

    /// <summary>Reads one word of text. Where its form was mended, each atom stands for the whole of <paramref name="span"/>.</summary>
    public void Read(ReadOnlySpan<char> form, Span span, int token, int sentence = 0)
    {
        var exact = form.Length == span.Length;
        var at = 0;
        while (at < form.Length)
        {
            if (char.IsWhiteSpace(form[at]))
            {
                at++;
                continue;
            }

            var length = LengthOfAtom(form, at);
            var piece = form.Slice(at, length);
            var where = exact ? new Span(span.Start + at, span.Start + at + length) : span;
            Add(piece, where, token, sentence);
            at += length;
        }
    }

    private void Add(ReadOnlySpan<char> piece, Span span, int token, int sentence)
    {
        var spaced = span.Start > _end;
        _end = Math.Max(_end, span.End);
        if (char.IsAsciiDigit(piece[0]))
        {
            var plain = piece.IndexOfAny('.', ',') < 0;
            _atoms.Add(new Atom(AtomKind.Digits, span, token, spaced, false, null, ValueOf(piece), plain ? piece.Length : 0) { Sentence = sentence });
            return;
        }

        var kind = char.IsLetter(piece[0]) || piece.Length > 1 ? AtomKind.Word : AtomKind.Mark;
        _atoms.Add(new Atom(kind, span, token, spaced, char.IsUpper(piece[0]), Find(piece), 0, 0) { Sentence = sentence, EndsInEd = piece.Length > 3 && piece.EndsWith("ed", StringComparison.Ordinal) });
    }

    private LexicalWord? Find(ReadOnlySpan<char> piece)
    {
        if (piece.Length > LongestWord)
        {
            return null;
        }

        Span<char> lower = stackalloc char[LongestWord];
        for (var i = 0; i < piece.Length; i++)
        {
            lower[i] = piece[i] switch { '’' or '`' or '‘' => '\'', '–' or '—' => '-', var c => char.ToLowerInvariant(c) };
        }

        return lexicon.Find(lower[..piece.Length]);
    }

    private int LengthOfAtom(ReadOnlySpan<char> form, int at)
    {
        if (char.IsAsciiDigit(form[at]))
        {
            return LengthOfNumber(form[at..], decimals: at == 0 || form[at - 1] != '.');
        }

        if (!char.IsLetter(form[at]))
        {
            // "'s", "'ll" after a letter are words; a quote before a word is a mark.
            return form[at] is '\'' or '’' && at + 1 < form.Length && char.IsLetter(form[at + 1]) && (at == 0 ? form.Length <= 3 : char.IsLetterOrDigit(form[at - 1]))
                ? 1 + LengthOfLetters(form[(at + 1)..])
                : 1;
        }

        var length = LengthOfLetters(form[at..]);
        if (length == 1)
        {
            var dotted = LengthOfDotted(form[at..]);
            if (dotted > 0)
            {
                return dotted;
            }
        }

        // An abbreviation keeps its dot, "o'clock" its apostrophe, where the lexicon holds them so.
        var end = at + length;
        if (end < form.Length && form[end] is '.' && Find(form.Slice(at, length + 1)) is not null)
        {
            return length + 1;
        }

        if (end + 1 < form.Length && form[end] is '\'' or '’' && char.IsLetter(form[end + 1]))
        {
            var whole = length + 1 + LengthOfLetters(form[(end + 1)..]);
            if (Find(form.Slice(at, whole)) is not null)
            {
                return whole;
            }
        }

        return length;
    }

    private static int LengthOfLetters(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
        {
            length++;
        }

        return length;
    }

    // "a.m.", "U.S."
    private static int LengthOfDotted(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length + 1 < rest.Length && char.IsLetter(rest[length]) && rest[length + 1] == '.')
        {
            length += 2;
        }

        return length >= 4 ? length : 0;
    }

    private static int LengthOfNumber(ReadOnlySpan<char> rest, bool decimals)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
        {
            length++;
        }

        var first = length;
        while (first <= 3 && length + 3 < rest.Length && rest[length] == ',' && AllDigits(rest.Slice(length + 1, 3))
            && (length + 4 == rest.Length || !char.IsAsciiDigit(rest[length + 4])))
        {
            length += 4;
        }

        if (decimals && length + 1 < rest.Length && rest[length] == '.' && char.IsAsciiDigit(rest[length + 1]))
        {
            var end = length + 1;
            while (end < rest.Length && char.IsAsciiDigit(rest[end]))
            {
                end++;
            }

            // "1.2.2019" is three numbers.
            if (end >= rest.Length || rest[end] != '.' || end + 1 >= rest.Length || !char.IsAsciiDigit(rest[end + 1]))
            {
                length = end;
            }
        }

        return length;
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static double ValueOf(ReadOnlySpan<char> digits)
    {
        double whole = 0;
        double unit = 0;
        foreach (var c in digits)
        {
            if (c == '.')
            {
                unit = 1;
            }
            else if (c != ',')
            {
                unit /= 10;
                whole = unit == 0 ? whole * 10 + (c - '0') : whole + unit * (c - '0');
            }
        }

        return whole;
    }
}
