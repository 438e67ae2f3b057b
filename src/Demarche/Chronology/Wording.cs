using System.Collections.Frozen;
using System.Globalization;

namespace Demarche.Chronology;

/// <summary>The content words and numbers of a sentence, to be compared with another's. Data: <c>codebook/chronology/wording.yaml</c>. Immutable and thread-safe.</summary>
internal sealed class Wording
{
    private const string Path = "chronology/wording.yaml";
    private const int MostWords = 24;   // beyond that a sentence tells several things
    private readonly FrozenSet<string> _empty;
    private readonly FrozenDictionary<string, long> _numbers;
    private readonly FrozenDictionary<string, string> _counted;

    private Wording(CodebookYaml root)
    {
        _empty = (root["empty"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal);
        _numbers = (root["numbers"]?.Entries ?? [])
            .Where(e => long.TryParse(e.Value.Scalar, out _))
            .ToFrozenDictionary(e => e.Key, e => long.Parse(e.Value.Scalar!, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        _counted = (root["counts"]?.Items ?? []).Select(i => i.Scalars)
            .SelectMany(list => list.Select(word => (Word: Stem(word), Name: list[0])))
            .DistinctBy(p => p.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(p => p.Word, p => p.Name, StringComparer.Ordinal);
    }

    public static Wording? Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        if (files.At(Path) is not { } file)
        {
            complaints.Add(Diagnostics.BadCodebook("codebook", Path + " is missing", "Add it, or leave it to the shipped codebook."));
            return null;
        }

        return CodebookYaml.Parse(file, complaints) is { } root ? new Wording(root) : null;
    }

    /// <summary>Hashes of the stems of the content words, sorted, each once; words of <paramref name="names"/> are left out.</summary>
    public uint[] Stems(string text, IReadOnlySet<string> names)
    {
        var found = new SortedSet<uint>();
        foreach (var word in Words(text))
        {
            if (found.Count < MostWords && !char.IsAsciiDigit(word[0]) && !_empty.Contains(word) && !names.Contains(word) && !_numbers.ContainsKey(word))
            {
                found.Add(Hash(Stem(word)));
            }
        }

        return [.. found];
    }

    /// <summary>The numbers that a sentence counts things with, in order; days and years are left out.</summary>
    public IEnumerable<CountedThing> Counts(string text)
    {
        var words = Words(text).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (NumberOf(words[i]) is not { } number || number is >= 1900 and <= 2100 || IsDay(words, i))
            {
                continue;
            }

            var noun = words.Skip(i + 1).Take(4).FirstOrDefault(w => _counted.ContainsKey(Stem(w)));
            yield return new CountedThing(number, noun is null ? null : _counted[Stem(noun)]);
        }
    }

    /// <summary>A word without its usual endings.</summary>
    public static string Stem(string word) => word switch
    {
        { Length: > 5 } when word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 5 } when word.EndsWith("ing", StringComparison.Ordinal) => Undoubled(word[..^3]),
        { Length: > 4 } when word.EndsWith("ed", StringComparison.Ordinal) => Undoubled(word[..^2]),
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1].TrimEnd('e'),
        { Length: > 3 } => word.TrimEnd('e'),
        _ => word,
    };

    /// <summary>The words of a text in lower case, without possessive endings; numbers keep neither commas nor points of thousands.</summary>
    public static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInside(text, at)))
            {
                at++;
            }

            var word = text[start..at].ToLowerInvariant().Replace(",", "", StringComparison.Ordinal);
            yield return word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
        }
    }

    /// <summary>FNV-1a, so that the same word has the same hash in every run.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }

    // "70,000", "2.5" and "Seoul's" are one word each.
    private static bool IsInside(string text, int at) =>
        at + 1 < text.Length && at > 0 && (text[at] is ',' or '.' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])
            || text[at] is '\'' or '’' && char.IsLetter(text[at + 1]));

    private static string Undoubled(string stem) => stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's') ? stem[..^1] : stem.TrimEnd('e');

    private double? NumberOf(string word) =>
        char.IsAsciiDigit(word[0]) ? double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null
        : _numbers.TryGetValue(word, out var named) && named > 1 ? named : null;

    // "Feb 28", "28 February": a number beside the name of a month, all of which are empty words of three letters or more.
    private static bool IsDay(List<string> words, int i) =>
        double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31
        && (i > 0 && IsMonth(words[i - 1]) || i + 1 < words.Count && IsMonth(words[i + 1]));

    private static bool IsMonth(string word) =>
        word.Length >= 3 && CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Any(m => m.Length > 0 && m.StartsWith(word.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
}

/// <summary>A number with what it counts, where that is one of the things that reports often differ on.</summary>
/// <param name="Number">The number.</param>
/// <param name="Thing">"people", or null.</param>
internal readonly record struct CountedThing(double Number, string? Thing);
