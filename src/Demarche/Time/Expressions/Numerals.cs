using System.Globalization;

namespace Demarche.Time.Expressions;

/// <summary>Reads numbers, ordinals, days, years and decades out of digits and words. The words are classes of the codebook.</summary>
internal sealed class Numerals(Lexicon lexicon)
{
    // Years that news and history speak of; other four-digit numbers are amounts.
    private const int FirstYear = 1000;
    private const int LastYear = 2199;
    private const int LastRecentYear = 2049;

    private readonly int _number = lexicon.Class("number");
    private readonly int _scale = lexicon.Class("scale");
    private readonly int _ordinal = lexicon.Class("ordinal");
    private readonly int _suffix = lexicon.Class("ordinal-suffix");
    private readonly int _decade = lexicon.Class("decade-name");
    private readonly LexicalWord _and = lexicon.Word("and");
    private readonly LexicalWord _a = lexicon.Word("a");
    private readonly LexicalWord _half = lexicon.Word("half");
    private readonly LexicalWord _hyphen = lexicon.Word("-");
    private readonly LexicalWord _apostrophe = lexicon.Word("'");
    private readonly LexicalWord _s = lexicon.Word("s");
    private readonly LexicalWord _possessive = lexicon.Word("'s");

    /// <summary>Number of atoms that <paramref name="kind"/> takes at <paramref name="at"/>, 0 where it does not stand there.</summary>
    public int Read(Numeral kind, List<Atom> atoms, int at, out double value) => kind switch
    {
        Numeral.Number => Number(atoms, at, out value),
        Numeral.Ordinal => Ordinal(atoms, at, out value),
        Numeral.Day => Day(atoms, at, out value),
        Numeral.Year => Year(atoms, at, out value),
        Numeral.RecentYear => Year(atoms, at, out value) is var taken && value is >= 1900 and <= LastRecentYear ? taken : 0,
        Numeral.Decade => Decade(atoms, at, out value),
        Numeral.TwoDigits => Plain(atoms, at, 2, out value),
        Numeral.FourDigits => Plain(atoms, at, 4, out value),
        _ => Digits(atoms, at, out value),
    };

    private static int Plain(List<Atom> atoms, int at, int digits, out double value)
    {
        value = at < atoms.Count ? atoms[at].Number : 0;
        return at < atoms.Count && atoms[at].Kind == AtomKind.Digits && atoms[at].Digits == digits ? 1 : 0;
    }

    private static int Digits(List<Atom> atoms, int at, out double value)
    {
        value = at < atoms.Count ? atoms[at].Number : 0;
        return at < atoms.Count && atoms[at].Kind == AtomKind.Digits && atoms[at].Digits is > 0 and <= 9 ? 1 : 0;
    }

    private static double? Word(List<Atom> atoms, int at, int @class)
    {
        return (uint)at < (uint)atoms.Count && atoms[at].Word?.Value(@class, atoms[at].Capital) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
    }

    private static bool Is(List<Atom> atoms, int at, LexicalWord word) => (uint)at < (uint)atoms.Count && atoms[at].Word == word;

    private int Number(List<Atom> atoms, int at, out double value)
    {
        value = 0;
        if (at >= atoms.Count)
        {
            return 0;
        }

        var next = at;
        double total = 0;
        double part = 0;
        var any = false;
        while (next < atoms.Count)
        {
            var skip = any && Is(atoms, next, _hyphen) && !atoms[next].Spaced || any && Is(atoms, next, _and) && Word(atoms, next - 1, _scale) is not null ? 1 : 0;
            if (!any && atoms[next].Kind == AtomKind.Digits)
            {
                part = atoms[next].Number;
            }
            else if (Word(atoms, next + skip, _scale) is { } scale && (any || Is(atoms, next - 1, _a)))
            {
                if (scale == 100)
                {
                    part = Math.Max(part, 1) * scale;
                }
                else
                {
                    total += Math.Max(part, 1) * scale;
                    part = 0;
                }
            }
            else if (Word(atoms, next + skip, _number) is { } small && Fits(part, small))
            {
                part += small;
            }
            else
            {
                break;
            }

            any = true;
            next += skip + 1;
        }

        value = total + part;
        // "two and a half", "two-and-a-half"
        var end = next;
        if (any && Passes(_and, ref end) && Passes(_a, ref end) && Passes(_half, ref end))
        {
            value += 0.5;
            next = end;
        }

        return next - at;

        bool Passes(LexicalWord word, ref int from)
        {
            var stands = Is(atoms, from, _hyphen) ? from + 1 : from;
            if (!Is(atoms, stands, word))
            {
                return false;
            }

            from = stands + 1;
            return true;
        }
    }

    // "twenty" takes "six", "hundred" takes anything below; "nineteen" takes nothing ("nineteen ninety" is a year).
    private static bool Fits(double part, double small) =>
        part == 0 || part % 100 == 0 && small < 100 || part % 100 is >= 20 && part % 10 == 0 && small < 10;

    private int Ordinal(List<Atom> atoms, int at, out double value)
    {
        value = 0;
        if (at >= atoms.Count)
        {
            return 0;
        }

        if (atoms[at].Kind == AtomKind.Digits)
        {
            value = atoms[at].Number;
            return atoms[at].Digits > 0 && IsSuffix(atoms, at + 1) ? 2 : 0;
        }

        if (Word(atoms, at, _ordinal) is { } simple)
        {
            value = simple;
            return 1;
        }

        if (Word(atoms, at, _number) is { } tens and >= 20 && tens % 10 == 0)
        {
            var skip = Is(atoms, at + 1, _hyphen) ? 2 : 1;
            if (Word(atoms, at + skip, _ordinal) is { } ones and < 10)
            {
                value = tens + ones;
                return skip + 1;
            }
        }

        return 0;
    }

    private bool IsSuffix(List<Atom> atoms, int at) => at < atoms.Count && !atoms[at].Spaced && atoms[at].Word?.Has(_suffix) == true;

    private int Day(List<Atom> atoms, int at, out double value)
    {
        var ordinal = Ordinal(atoms, at, out value);
        if (ordinal > 0)
        {
            return value is >= 1 and <= 31 ? ordinal : 0;
        }

        return at < atoms.Count && atoms[at].Digits is 1 or 2 && (value = atoms[at].Number) is >= 1 and <= 31 && !IsSuffix(atoms, at + 1) ? 1 : 0;
    }

    private int Year(List<Atom> atoms, int at, out double value)
    {
        value = 0;
        if (at >= atoms.Count)
        {
            return 0;
        }

        if (atoms[at].Kind == AtomKind.Digits)
        {
            value = atoms[at].Number;
            var decade = at + 1 < atoms.Count && !atoms[at + 1].Spaced && atoms[at + 1].Word == _s;
            return atoms[at].Digits == 4 && value is >= FirstYear and <= LastYear && !decade ? 1 : 0;
        }

        if (Word(atoms, at, _number) is { } century and >= 11 and <= 20)
        {
            var skip = Is(atoms, at + 1, _hyphen) ? 2 : 1;
            if (Word(atoms, at + skip, _number) is >= 10)
            {
                var taken = Number(atoms, at + skip, out var rest);
                value = century * 100 + rest;
                return rest < 100 ? skip + taken : 0;
            }
        }

        if (atoms[at].Word?.Has(_number) == true)
        {
            var taken = Number(atoms, at, out value);
            return taken > 1 && value is >= 1900 and <= LastYear ? taken : 0;
        }

        return 0;
    }

    // "1990s", "1990's", "'90s", "90s", "nineties": the first year, or the last two digits of it.
    private int Decade(List<Atom> atoms, int at, out double value)
    {
        value = 0;
        var next = Is(atoms, at, _apostrophe) ? at + 1 : at;
        if (next >= atoms.Count)
        {
            return 0;
        }

        if (atoms[next].Digits is 2 or 4 && atoms[next].Number % 10 == 0)
        {
            value = atoms[next].Number;
            var plural = next + 1 < atoms.Count && !atoms[next + 1].Spaced && (atoms[next + 1].Word == _s || atoms[next + 1].Word == _possessive);
            return plural ? next + 2 - at : 0;
        }

        if (Word(atoms, next, _decade) is { } name)
        {
            value = name;
            return next + 1 - at;
        }

        if (Word(atoms, next, _number) is { } century and >= 11 and <= 20)
        {
            var skip = Is(atoms, next + 1, _hyphen) ? 2 : 1;
            if (Word(atoms, next + skip, _decade) is { } tens)
            {
                value = century * 100 + tens;
                return next + skip + 1 - at;
            }
        }

        return 0;
    }
}

/// <summary>Kinds of numerals that patterns name with "#".</summary>
internal enum Numeral : byte
{
    /// <summary>#number: "15", "twenty six", "2.5".</summary>
    Number,

    /// <summary>#ordinal: "third", "20th".</summary>
    Ordinal,

    /// <summary>#day: a day of a month, "5", "5th", "fifth".</summary>
    Day,

    /// <summary>#year: "1996", "nineteen ninety-six".</summary>
    Year,

    /// <summary>#recent-year: the same from 1900 to 2049, which stands alone more often than an amount does.</summary>
    RecentYear,

    /// <summary>#decade: "1990s", "nineties".</summary>
    Decade,

    /// <summary>#digits: any plain run of digits.</summary>
    Digits,

    /// <summary>#two: two digits.</summary>
    TwoDigits,

    /// <summary>#four: four digits.</summary>
    FourDigits,
}
