using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Reports.Repairs;

/// <summary>Tells "Iraqs", "North Koreas" and "Trumps" as possessives: names of states have no plural, and those of people hardly ever. Immutable and thread-safe.</summary>
internal sealed class PossessiveNames
{
    private const int ShortestFamily = 3;
    private const int LongestAcronym = 6;

    private readonly ApostropheWords _words;
    private readonly KnownNames _known;
    private readonly FrozenSet<string> _names;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _longNames;   // by their last word

    public PossessiveNames(ApostropheWords words, KnownNames known)
    {
        _words = words;
        _known = known;
        _names = words.Names.ToFrozenSet(StringComparer.Ordinal);
        _longNames = known.Places.Concat(words.Names).Where(n => n.Contains(' ', StringComparison.Ordinal))
            .GroupBy(n => n[(n.LastIndexOf(' ') + 1)..], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Whether a capitalised word that ends on "s" is a name and its possessive "s"; what follows it has been looked at.</summary>
    public bool IsPossessive(List<TextWord> section, int at, Lazy<NameEvidence> evidence)
    {
        var form = section[at].Text;
        var name = form[..^1];
        if (_known.Places.Contains(form) || _known.Words.Contains(form) || _known.Families.Contains(form) || _names.Contains(form))
        {
            return false;
        }

        if (IsLongName(section, at, name))
        {
            return true;
        }

        // "Frances Miller" and "the Americas director", but "Frances foreign minister".
        if (_words.OwnNames.Contains(form) && !(at + 1 < section.Count && _words.IsHead(section[at + 1].Text)))
        {
            return false;
        }

        return IsPlace(section, at, name) || IsFamily(section, at, name, evidence);
    }

    /// <summary>"North Koreas", "Saudi Arabias": no word before them makes them plural.</summary>
    private bool IsLongName(List<TextWord> section, int at, string last)
    {
        foreach (var name in _longNames.TryGetValue(last, out var names) ? names : [])
        {
            var parts = name.Split(' ');
            var first = at - parts.Length + 1;
            if (first >= 0 && Enumerable.Range(0, parts.Length - 1).All(i => section[first + i].Text == parts[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPlace(List<TextWord> section, int at, string name)
    {
        var before = at > 0 ? section[at - 1].Text.ToLowerInvariant() : "";
        if (_names.Contains(name) || (_known.Places.Contains(name) && name.Length <= LongestAcronym && name.All(char.IsUpper)))
        {
            return before == "the" || !_words.PluralOpenings.Contains(before);   // "the EUs envoy", "the Kremlins spokesman"
        }

        return _known.Places.Contains(name) && !_words.PluralOpenings.Contains(before);
    }

    /// <summary>"Trumps visit" in a report that names Trump; of people that no table knows only before a word that must be possessed.</summary>
    private bool IsFamily(List<TextWord> section, int at, string name, Lazy<NameEvidence> evidence)
    {
        if (name.Length < ShortestFamily || _known.Words.Contains(name) || _words.PluralNouns.Contains(name) || evidence.Value.IsSmallWord(name))
        {
            return false;
        }

        if (at > 0 && _known.People.Contains(section[at - 1].Text + " " + name))
        {
            return true;
        }

        var known = _known.Families.Contains(name) && evidence.Value.Has(name);
        if (!known && (!evidence.Value.IsFamily(name) || evidence.Value.IsWordOfItsOwn(name + "s") || !_words.IsHead(section[at + 1].Text)))
        {
            return false;
        }

        if (at == 0)
        {
            return true;
        }

        var before = section[at - 1];
        return before.IsCapital && !before.OpensSentence
            ? evidence.Value.Stands(before.Text, name) || _words.Titles.Contains(before.Text)
            : !_words.PluralOpenings.Contains(before.Text.ToLowerInvariant());
    }
}
