using System.Collections.Frozen;
using System.Globalization;
using Demarche.Language;
using NodaTime;

namespace Demarche.Time.Dating;

/// <summary>Terms of office by name, from codebook/actors/officials.tsv: "President Moon Jae-in" dates a report to his term. Immutable.</summary>
internal sealed class OfficeTerms
{
    private static readonly string[] Columns = ["name", "office", "start", "end"];

    private static readonly char[] Joints = [' ', '-'];   // "secretary-general" and "Secretary General" are one office

    private readonly FrozenDictionary<ulong, (string[] Words, Term Term)[]> _byFirstWord;   // by the key of a word, without accents

    private OfficeTerms(FrozenDictionary<ulong, (string[] Words, Term Term)[]> byFirstWord)
    {
        _byFirstWord = byFirstWord;
        KnownUntil = new LocalDate(byFirstWord.Values.SelectMany(forms => forms).Select(f => f.Term.Start.Year).DefaultIfEmpty(1).Max() + 1, 12, 31);
    }

    /// <summary>Reads the table; without one there are no terms.</summary>
    public static OfficeTerms Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        var forms = new Dictionary<ulong, List<(string[], Term)>>();
        if (files.At("actors/officials.tsv") is { } file && CodebookTable.Open(file, Columns, complaints) is { } table)
        {
            int name = table.Column("name"), others = table.Column("other_names"), family = table.Column("family"), office = table.Column("office"),
                start = table.Column("start"), end = table.Column("end");
            foreach (var row in table.Rows)
            {
                if (row.Text(name) is not { } full || row.Text(office) is not { } held || Day(row.Cell(start), last: false) is not { } first)
                {
                    continue;
                }

                var term = new Term(full, held.Split(Joints), first, Day(row.Cell(end), last: true));
                var families = row.Values(family).DefaultIfEmpty(full[(full.LastIndexOf(' ') + 1)..]);
                foreach (var form in row.Values(others).Concat(families).Prepend(full))
                {
                    Add(form.Split(Joints, StringSplitOptions.RemoveEmptyEntries), term);
                }
            }
        }

        return new OfficeTerms(forms.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray()));

        void Add(string[] words, Term term)
        {
            if (!forms.TryGetValue(KeyOf(words[0]), out var list))
            {
                forms[KeyOf(words[0])] = list = [];
            }

            list.Add((words, term));
        }
    }

    /// <summary>The end of the year after the last in which the table has somebody take office: nothing later is known.</summary>
    public LocalDate KnownUntil { get; }

    /// <summary>The terms of those whom the text names with their office, each person once; a former holder tells nothing.</summary>
    public IEnumerable<(Span Span, string Name, Term[] Terms)> In(string text)
    {
        var words = WordsOf(text);
        var found = new Dictionary<string, (Span, string, Term[])>(StringComparer.Ordinal);
        for (var i = 1; i < words.Count; i++)
        {
            if (!char.IsUpper(text[words[i].Start]) || !_byFirstWord.TryGetValue(KeyOf(words[i].In(text)), out var forms))
            {
                continue;
            }

            var held = forms.Where(f => Stands(text, words, i, f.Words) && Precedes(text, words, i, f.Term.Office)).ToArray();
            if (held.Length == 0)
            {
                continue;
            }

            // The longest form is the person meant: "President George W. Bush" is not his father.
            var longest = held.Max(h => h.Words.Length);
            var terms = held.Where(h => h.Words.Length == longest).Select(h => h.Term).Distinct().ToArray();
            var label = string.Join('/', terms.Select(t => t.Name).Distinct());
            var span = words[i - terms[0].Office.Length].Cover(words[i + longest - 1]);
            found.TryAdd(label, (span, label, terms));
        }

        return found.Values;
    }

    private static ulong KeyOf(ReadOnlySpan<char> word) => PhraseKey.Extend(PhraseKey.Empty, word);

    private static bool Stands(string text, List<Span> words, int at, string[] form)
    {
        for (var i = 0; i < form.Length; i++)
        {
            if (at + i >= words.Count || KeyOf(words[at + i].In(text)) != KeyOf(form[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Precedes(string text, List<Span> words, int at, string[] office)
    {
        var first = at - office.Length;
        if (first < 0 || !Stands(text, words, first, office) || text.AsSpan(words[first].Start, words[at].Start - words[first].Start).IndexOfAny(",.;\n") >= 0)
        {
            return false;
        }

        for (var i = Math.Max(0, first - 3); i < first; i++)
        {
            if (words[i].In(text) is "former" or "Former" or "then" or "late" or "ex" or "ousted" or "deposed" or "vice" or "Vice" or "deputy" or "Deputy" or "elect")
            {
                return false;
            }
        }

        return true;
    }

    private static List<Span> WordsOf(string text)
    {
        var words = new List<Span>();
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '.' && at - start == 1))
            {
                at++;
            }

            words.Add(new Span(start, at));
        }

        return words;
    }

    private static LocalDate? Day(ReadOnlySpan<char> written, bool last)
    {
        if (written.Length < 4 || !int.TryParse(written[..4], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        return TimexValue.Interval(written.ToString()) is { } interval ? last ? interval.End : interval.Start : null;
    }
}

/// <summary>An office held for a term.</summary>
/// <param name="Name">Who held it.</param>
/// <param name="Office">The office in words.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day, or null where it is open.</param>
internal sealed record Term(string Name, string[] Office, LocalDate Start, LocalDate? End);
