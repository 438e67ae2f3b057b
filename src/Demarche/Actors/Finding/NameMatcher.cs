using System.Collections.Immutable;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Finding;

/// <summary>A name of the tables in a sentence.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token, included.</param>
/// <param name="Reading">What it names.</param>
internal readonly record struct NameMatch(int First, int Last, NameReading Reading);

/// <summary>Finds the names of the tables, and chooses among their readings.</summary>
/// <param name="tables">The tables.</param>
/// <param name="named">The states that the report names.</param>
/// <param name="published">Day of the report, or null.</param>
internal sealed class NameMatcher(ActorTables tables, NamedStates named, LocalDate? published)
{
    /// <summary>The names of a sentence, in reading order; they do not overlap.</summary>
    public List<NameMatch> Matches(Sentence sentence)
    {
        var matches = new List<NameMatch>();
        for (var i = 0; i < sentence.Count;)
        {
            if (named.LongestAt(sentence, i) is { } found && Choose(found.Values, found.Length) is { } chosen && Seated(chosen, found.Values, sentence, i) is var reading && CanName(sentence, i, found.Length, reading))
            {
                matches.Add(new NameMatch(i, i + found.Length - 1, reading));
                i += found.Length;
            }
            else
            {
                i++;
            }
        }

        return matches;
    }

    // "Brussels" is the Union in a report that names it and not Belgium, except where a preposition makes it the place.
    private NameReading Seated(NameReading chosen, ImmutableArray<NameReading> all, Sentence sentence, int at) =>
        chosen.Form == NameForm.Capital && named.Count(chosen.Entry) == 0 && !(at > 0 && (sentence[at - 1].Lemma is "to" or "from" || tables.Roles.Words.PlacePrepositions.Contains(sentence[at - 1].Lemma)))
            ? all.FirstOrDefault(r => named.NamesBody(r.Entry)) ?? chosen
            : chosen;

    // Of several readings: one whose term covers the day, the state before its parts, the one of the state that the report names most, the first in the tables.
    private NameReading? Choose(ImmutableArray<NameReading> readings, int length)
    {
        NameReading? best = null;
        foreach (var reading in readings)
        {
            if (!Counts(reading, readings, length) || IsOfOtherTime(reading) && readings.Length > 1)
            {
                continue;
            }

            if (best is not null && IsRival(best.Entry, reading.Entry) && named.Count(best.Entry) != named.Count(reading.Entry))
            {
                best = named.Count(best.Entry) > named.Count(reading.Entry) ? best : reading;
            }
            else if (reading.Entry.Kind == NameKind.Person && best is { Entry.Kind: NameKind.Person } && published is { } day)
            {
                best = Foremost(best, reading, day);
            }
            else if (best is null || reading.Entry.Kind < best.Entry.Kind && (best.Entry.Kind != NameKind.Seat || reading.Form == NameForm.Name))
            {
                best = reading;
            }
        }

        return best;
    }

    // "King Abdullah": of two in office the one of the state that the report names more, else the one in office.
    private NameReading Foremost(NameReading one, NameReading other, LocalDate day)
    {
        var (serves, alsoServes) = (one.Entry.OfficeOn(day)?.Term.Covers(day) == true, other.Entry.OfficeOn(day)?.Term.Covers(day) == true);
        return serves && alsoServes ? named.Count(other.Entry) > named.Count(one.Entry) ? other : one : serves ? one : other;
    }

    // The Taliban who govern are no insurgents; Moscow was the capital of the Soviet Union before it was Russia's.
    private bool IsOfOtherTime(NameReading reading) => (reading.Entry.Kind == NameKind.ArmedGroup || reading.Form == NameForm.Capital) && published is { } day && !reading.Entry.Term.Covers(day);

    // "Congress" and "Democratic Party" are those of a state that the report names; "Georgia" is the American one where no other state is named.
    private bool Counts(NameReading reading, ImmutableArray<NameReading> all, int length) => reading.Entry.Needs is null ? !all.Any(r => named.MeetsAlone(r.Entry)) || reading.Entry.Kind != NameKind.State
        : reading.Entry.IsState || (all.Any(r => r.Entry.Kind == NameKind.State) ? named.MeetsAlone(reading.Entry) : named.Meets(reading.Entry, length == 1));

    // Two bodies of different states that share a name.
    private static bool IsRival(NameEntry one, NameEntry other) => one.Kind is not (NameKind.State or NameKind.Person or NameKind.NoActor) && other.Kind is not (NameKind.State or NameKind.Person or NameKind.NoActor)
        && !one.Codes.SequenceEqual(other.Codes);

    private bool CanName(Sentence sentence, int first, int length, NameReading reading)
    {
        if (length > 1 || reading.Entry.Kind == NameKind.NoActor)
        {
            return true;
        }

        if (reading.Entry is { Needs: not null, IsState: true } && first + 1 < sentence.Count && sentence[first + 1].Tag == Upos.PROPN)
        {
            return false;   // "the North" may be a state; "North Atlantic" is none
        }

        if (reading.Entry is { Needs: not null, IsState: false } && first > 1 && sentence[first - 1] is { Tag: Upos.PROPN or Upos.ADJ } before && char.IsUpper(before.Form[0]) && named.LongestAt(sentence, first - 1) is null)
        {
            return false;   // "the African Democratic Congress"
        }

        var token = sentence[first];
        if (reading is { Entry.Kind: NameKind.State, Form: NameForm.Name } && IsGivenName(sentence, first))
        {
            return false;
        }

        if (IsAcronym(token.Form) && !(first + 1 < sentence.Count && IsAcronym(sentence[first + 1].Form)))
        {
            return true;   // whatever the tag: the tagger has not seen every acronym
        }

        return token.Tag switch
        {
            Upos.PROPN => true,
            Upos.ADJ or Upos.NOUN when reading.Form is NameForm.Adjective or NameForm.Demonym => true,
            Upos.NOUN when reading.Entry is { Kind: NameKind.Seat, Sectors: ["CVL"] } => true,   // "Quebecers"
            Upos.NOUN or Upos.ADJ or Upos.X or Upos.SYM => KindAt(sentence, first) is not null || first > 0 && reading.Form == NameForm.Name,
            Upos.VERB or Upos.AUX or Upos.NUM => KindAt(sentence, first) is not null,
            _ => false,
        };
    }

    // "Jordan Pickett", "Chad Smith"; not "Jordan Valley", which the tables know.
    private bool IsGivenName(Sentence sentence, int at) => tables.Roles.Words.GivenNames.ContainsKey(sentence[at].Form) && at + 1 < sentence.Count
        && sentence[at + 1] is { Tag: Upos.PROPN, Relation: "flat" } family && family.HeadIndex == at && tables.Roles.LongestAt(sentence, at + 1) is null;

    private static bool IsAcronym(string form) => form.Length > 1 && form.All(c => char.IsUpper(c) || c == '.');

    /// <summary>What the trained model takes a token for, or null.</summary>
    public static EntityKind? KindAt(Sentence sentence, int token)
    {
        foreach (var entity in sentence.Entities)
        {
            if (entity.First <= token && token <= entity.Last)
            {
                return entity.Kind;
            }
        }

        return null;
    }
}
