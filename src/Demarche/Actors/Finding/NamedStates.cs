using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Finding;

/// <summary>The states that a report names beyond doubt: what "Congress", "Democratic Party" and "Georgia" mean depends on them.</summary>
/// <param name="tables">The tables.</param>
/// <param name="published">Day of the report, or null.</param>
internal sealed class NamedStates(ActorTables tables, LocalDate? published)
{
    private static readonly PhraseMatch<NameReading> Nothing = new(0, []);

    private const int FarAhead = 5;   // times: "the Senate" of a report on Argentina that names Washington once is not the American one

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<NameEntry>> _needing = new(StringComparer.Ordinal);
    private PhraseMatch<NameReading>[]?[] _looked = [];   // by sentence, what starts at each token; null where nobody looked yet
    private int _most;

    /// <summary>Counts the states of a sentence; all sentences come before the first question.</summary>
    public void Learn(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count;)
        {
            if (LongestAt(sentence, i) is not { } found)
            {
                if (sentence[i].Tag == Upos.PROPN && IsAlone(sentence, i) && InOffice(sentence[i].Form) is { } home)
                {
                    Add(home);
                }

                i++;
                continue;
            }

            if (sentence[i].Tag is Upos.PROPN or Upos.ADJ or Upos.NOUN && OnlyCode(found) is { } code && !IsGivenName(sentence, i, found))
            {
                Add(code);
            }

            if (found.Values.All(r => r.Entry.Kind == NameKind.Organisation))
            {
                _bodies.UnionWith(found.Values[0].Entry.Codes);
            }

            foreach (var reading in found.Values)
            {
                if (reading.Entry is { Needs: { } needed, IsState: false })
                {
                    if (!_needing.TryGetValue(needed, out var those))
                    {
                        _needing[needed] = those = [];
                    }

                    those.Add(reading.Entry);
                }
            }

            i += found.Length;
        }
    }

    /// <summary>The longest name of the tables that starts at a token; looked up once.</summary>
    public PhraseMatch<NameReading>? LongestAt(Sentence sentence, int at)
    {
        if (sentence.Index >= _looked.Length)
        {
            Array.Resize(ref _looked, Math.Max(sentence.Index + 1, 2 * _looked.Length));
        }

        var looked = _looked[sentence.Index] ??= new PhraseMatch<NameReading>[sentence.Count];
        var found = looked[at] ??= tables.Names.Longest(sentence, at) ?? Nothing;
        return found.Length == 0 ? null : found;
    }

    private void Add(string code) => _most = Math.Max(_most, _counts[code] = _counts.GetValueOrDefault(code) + 1);

    /// <summary>How often the report names the state of an entry.</summary>
    public int Count(NameEntry entry) => entry.Codes.Length == 1 ? _counts.GetValueOrDefault(entry.Codes[0]) : 0;

    /// <summary>Whether the report names a body of the code of an entry by a name that only bodies bear.</summary>
    public bool NamesBody(NameEntry entry) => entry.Kind == NameKind.Organisation && entry.Code is { } code && _bodies.Contains(code);

    /// <summary>Whether the report names the state that an entry needs, and for a word alone none other far more often, or another entry that needs it ("Republicans in Congress"), or no state at all.</summary>
    public bool Meets(NameEntry entry, bool isOneWord) => entry.Needs is not { } needed || _counts.Count == 0 || _counts.GetValueOrDefault(needed) * (isOneWord ? FarAhead : _most + 1) > _most || _needing.GetValueOrDefault(needed)?.Count > 1;

    /// <summary>Whether the report names the state that an entry needs, and no other.</summary>
    public bool MeetsAlone(NameEntry entry) => entry.Needs is { } needed && _counts.Count == 1 && _counts.ContainsKey(needed);

    // "Jordan Whitfield", whatever the model takes it for.
    private bool IsGivenName(Sentence sentence, int at, PhraseMatch<NameReading> found) => found.Values[0].Entry.Kind != NameKind.Person
        && (NameMatcher.KindAt(sentence, at) == EntityKind.Person || found.Length == 1 && tables.Roles.Words.GivenNames.ContainsKey(sentence[at].Form) && at + 1 < sentence.Count && sentence[at + 1].Tag == Upos.PROPN && tables.Roles.LongestAt(sentence, at + 1) is null);

    // A family name with no other name in front.
    private bool IsAlone(Sentence sentence, int at) => NameMatcher.KindAt(sentence, at) == EntityKind.Person
        && (at == 0 || sentence[at - 1].Tag != Upos.PROPN || tables.Roles.LongestAt(sentence, at - 1) is not null || tables.Roles.Words.Honorifics.ContainsKey(sentence[at - 1].Form));

    // "Obama": the state of those of that family name who are in office.
    private string? InOffice(string family)
    {
        string? only = null;
        foreach (var person in tables.Families.Find(family))
        {
            if (published is not { } day || person.OfficeOn(day) is not { } office || !office.Term.Covers(day))
            {
                continue;
            }

            if (only is not null && only != office.Code)
            {
                return null;
            }

            only = office.Code;
        }

        return only;
    }

    private string? OnlyCode(PhraseMatch<NameReading> found)
    {
        string? only = null;
        foreach (var reading in found.Values)
        {
            var entry = reading.Entry;
            var code = entry.Kind switch
            {
                NameKind.Person => entry.OfficeOn(published)?.Code,
                NameKind.State or NameKind.Seat when entry is { Needs: null, Codes.Length: 1 } => entry.Codes[0],
                _ => null,
            };
            if (code is null || only is not null && code != only)
            {
                return null;
            }

            only = code;
        }

        return only;
    }
}
