using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Finding;

/// <summary>The states that a report names beyond doubt: what "Congress", "Democratic Party" and "Georgia" mean depends on them.</summary>
/// <param name="tables">The tables.</param>
/// <param name="published">Day of the report, or null.</param>
internal sealed class NamedStates(ActorTables tables, LocalDate? published)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts the states of a sentence; all sentences come before the first question.</summary>
    public void Learn(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count;)
        {
            if (tables.Names.Longest(sentence, i) is not { } found)
            {
                i++;
                continue;
            }

            if (sentence[i].Tag is Upos.PROPN or Upos.ADJ or Upos.NOUN && OnlyCode(found) is { } code)
            {
                _counts[code] = _counts.GetValueOrDefault(code) + 1;
            }

            i += found.Length;
        }
    }

    /// <summary>How often the report names the state of an entry.</summary>
    public int Count(NameEntry entry) => entry.Codes.Length == 1 ? _counts.GetValueOrDefault(entry.Codes[0]) : 0;

    /// <summary>Whether the report names the state that an entry needs, or names none at all.</summary>
    public bool Meets(NameEntry entry) => entry.Needs is not { } needed || _counts.Count == 0 || _counts.ContainsKey(needed);

    /// <summary>Whether the report names the state that an entry needs, and no other.</summary>
    public bool MeetsAlone(NameEntry entry) => entry.Needs is { } needed && _counts.Count == 1 && _counts.ContainsKey(needed);

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
