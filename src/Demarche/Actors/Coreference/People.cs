using System.Collections.Immutable;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using Demarche.Reports;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>The people whom a report names in full, and who is meant by a part of a name.</summary>
/// <param name="tables">The tables.</param>
/// <param name="families">Who is meant by a family name that the report gives nobody in full.</param>
/// <param name="published">Day of the report, or null.</param>
internal sealed class People(ActorTables tables, FamilyNames families, LocalDate? published)
{
    private readonly Dictionary<ulong, Identity> _byName = [];
    private readonly Dictionary<ulong, List<Person>> _byWord = [];
    private readonly HashSet<ulong> _firstOfBodies = [];

    private sealed record Person(Identity Identity, ulong Family, int Words, int FirstSentence)
    {
        public int LastSentence { get; set; } = FirstSentence;
    }

    /// <summary>Takes in the full names of the report, and how its bodies' names begin, in reading order, before anything is resolved.</summary>
    public void Collect(Draft draft)
    {
        var words = draft.Words;
        if (words.Length > 1 && draft is { Kind: DraftKind.Body, Entity: EntityKind.Organisation } or { Kind: DraftKind.Name, Reading.Entry.Kind: NameKind.Organisation })
        {
            _firstOfBodies.Add(PhraseKey.Extend(PhraseKey.Empty, words[0]));
        }

        var key = KeyOf(words);
        if (draft.Kind != DraftKind.Person || _byName.ContainsKey(key) || words.Length < 2 && draft.Reading is null)
        {
            return;
        }

        var entry = draft.Reading?.Entry ?? EntryByEnds(words);
        entry = IsYetToServe(entry) ? null : entry;
        var known = entry is null ? null : FindKnown(entry);
        known ??= entry is null ? FindLonger(words) : null;
        if (known is not null)
        {
            _byName[key] = known.Identity;
            if (draft.Kind == DraftKind.Person && words.Length > known.Identity.Name.Split(' ').Length && entry is null)
            {
                known.Identity.Name = TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast);
            }
        }
        else
        {
            var identity = new Identity(entry?.Name ?? TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast)) { IsPerson = true, IsNamed = true, Entry = entry, IsInternational = IsInternational(entry) };
            identity.Gender = GenderOf(words) ?? GenderOf(entry);
            var family = PhraseKey.Extend(PhraseKey.Empty, FamilyOf(words, entry));
            known = new Person(identity, family, words.Length, draft.Sentence.Index);
            _byName[key] = identity;
        }

        foreach (var word in words)
        {
            Index(PhraseKey.Extend(PhraseKey.Empty, word), known);
        }

        Index(known.Family, known);
    }

    /// <summary>The person whom a name means, and why.</summary>
    /// <param name="draft">The name.</param>
    /// <param name="code">Code that a title gives, or null.</param>
    public (Identity Identity, string Reason) Resolve(Draft draft, string? code)
    {
        var words = draft.Words;
        if (_byName.TryGetValue(KeyOf(words), out var identity))
        {
            Touch(identity, words, draft.Sentence.Index);
            return (identity, identity.Entry is { } entry ? $"named in full ({entry.Where})" : "named in full");
        }

        if (BestMatch(words, draft) is { } person)
        {
            person.LastSentence = draft.Sentence.Index;
            return (person.Identity, $"short for {person.Identity.Name} (sentence {person.FirstSentence + 1})");
        }

        var found = families.OfTitle(words, draft) ?? families.Holder(words, code);
        identity = new Identity(found?.Name ?? TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast)) { IsPerson = true, IsNamed = true, Entry = found, IsInternational = IsInternational(found), Gender = GenderOf(found) };
        _byName[KeyOf(words)] = identity;
        return (identity, found is null ? "a person's name" : $"family name of {found.Name} ({found.Where})");
    }

    /// <summary>Whether a word alone stands for a firm or body whose name begins with it: the report names nobody of that name in full, nor the state of one in office who bears it.</summary>
    public bool IsShortForBody(Draft draft)
    {
        var words = draft.Words;
        if (words.Length > 1 || draft is not { Kind: DraftKind.Person, Reading: null, Gender: null, Titles.Count: 0, Equal: null } || draft.IsFormer)
        {
            return false;
        }

        var word = PhraseKey.Extend(PhraseKey.Empty, words[0]);
        return _firstOfBodies.Contains(word) && !_byWord.ContainsKey(word) && !families.IsOfNamedState(words);
    }

    /// <summary>Whether a word is the family name of a person named before, or in the report below a headline.</summary>
    public bool Knows(Draft draft)
    {
        var word = PhraseKey.Extend(PhraseKey.Empty, draft.Words[^1]);
        foreach (var person in _byWord.GetValueOrDefault(word) ?? [])
        {
            if (person.Family == word && (person.FirstSentence < draft.Sentence.Index || draft.Sentence.Section.Kind == SectionKind.Headline))
            {
                return true;
            }
        }

        return false;
    }

    private void Index(ulong word, Person person)
    {
        if (!_byWord.TryGetValue(word, out var list))
        {
            _byWord[word] = list = [];
        }

        if (!list.Contains(person))
        {
            list.Add(person);
        }
    }

    // As the report spells it: "Akhunzada" where the table has "Akhundzada"; the first word where the family comes first.
    private static string FamilyOf(ImmutableArray<string> words, NameEntry? entry) =>
        entry is null || !entry.Families.Contains(words[0], StringComparer.OrdinalIgnoreCase) ? words[^1] : words[0];

    private void Touch(Identity identity, IReadOnlyList<string> words, int sentence)
    {
        foreach (var person in _byWord.GetValueOrDefault(PhraseKey.Extend(PhraseKey.Empty, words[^1])) ?? [])
        {
            if (person.Identity == identity)
            {
                person.LastSentence = sentence;
            }
        }
    }

    // A family name before any other part of a name, the person named last before one named earlier.
    private Person? BestMatch(IReadOnlyList<string> words, Draft draft)
    {
        Person? best = null;
        var bestRank = int.MinValue;
        var last = PhraseKey.Extend(PhraseKey.Empty, words[^1]);
        foreach (var person in _byWord.GetValueOrDefault(last) ?? [])
        {
            if (draft.Gender is { } gender && person.Identity.Gender is { } other && gender != other || !HoldsAll(person, words))
            {
                continue;
            }

            var rank = (person.Family == last ? 1000 : 0) + (person.FirstSentence <= draft.Sentence.Index ? 500 : 0) + person.LastSentence;
            if (rank > bestRank)
            {
                (best, bestRank) = (person, rank);
            }
        }

        return best;
    }

    private bool HoldsAll(Person person, IReadOnlyList<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (_byWord.GetValueOrDefault(PhraseKey.Extend(PhraseKey.Empty, words[i])) is not { } list || !list.Contains(person))
            {
                return false;
            }
        }

        return true;
    }

    private Person? FindKnown(NameEntry entry)
    {
        foreach (var person in _byWord.GetValueOrDefault(PhraseKey.Extend(PhraseKey.Empty, entry.Families[0])) ?? [])
        {
            if (person.Identity.Entry == entry)
            {
                return person;
            }
        }

        return null;
    }

    // "Javad Zarif" after "Mohammad Javad Zarif", "Donald J. Trump" after "Donald Trump": the same last word and first or second.
    private Person? FindLonger(IReadOnlyList<string> words)
    {
        var family = PhraseKey.Extend(PhraseKey.Empty, words[^1]);
        var first = PhraseKey.Extend(PhraseKey.Empty, words[0]);
        foreach (var person in _byWord.GetValueOrDefault(family) ?? [])
        {
            var isSame = person.Family == family && first != family && _byWord.GetValueOrDefault(first)?.Contains(person) == true;
            if (isSame || person.Family == KeyOf(words) || words.Count < person.Words && HoldsAll(person, words))
            {
                return person;
            }
        }

        return null;
    }

    private NameEntry? EntryByEnds(IReadOnlyList<string> words)
    {
        if (words.Count < 3)
        {
            return null;
        }

        foreach (var reading in tables.Names.Find(words[0], words[^1]))
        {
            if (reading.Entry.Kind == NameKind.Person)
            {
                return reading.Entry;
            }
        }

        return null;
    }

    // Who is to lead an international body one day is of a state till then, and the tables do not tell of which.
    private bool IsYetToServe(NameEntry? entry) => published is not null && entry?.Code is { } code && tables.Codes.IsInternational(code) && entry.OfficeOn(published) is null;

    private bool IsInternational(NameEntry? entry) => entry?.OfficeOn(published)?.Code is { } code && tables.Codes.IsInternational(code);

    private char? GenderOf(NameEntry? entry) => entry is null ? null : GenderOf([.. entry.Name.Split(' ', '-')]);

    private char? GenderOf(ImmutableArray<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (tables.Roles.Words.GivenNames.TryGetValue(words[i], out var gender) || i + 1 < words.Length && tables.Roles.Words.GivenNames.TryGetValue($"{words[i]}-{words[i + 1]}", out gender))
            {
                return gender[0];   // "Jae-in" stands as two words
            }
        }

        return null;
    }

    private static ulong KeyOf(IReadOnlyList<string> words)
    {
        var key = PhraseKey.Empty;
        foreach (var word in words)
        {
            key = PhraseKey.Extend(key, word);
        }

        return key;
    }
}
