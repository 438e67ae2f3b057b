using System.Collections.Immutable;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Finding;

/// <summary>Finds names: those of the tables, and those of the trained model that no table knows.</summary>
/// <param name="tables">The tables.</param>
/// <param name="published">Day of the report, or null.</param>
internal sealed class NameSpotter(ActorTables tables, LocalDate? published)
{
    private readonly HashSet<string> _personWords = new(StringComparer.Ordinal);

    /// <summary>Remembers the names of people in a sentence, so that "Jordan" alone can be one of them.</summary>
    public void Learn(Sentence sentence)
    {
        foreach (var entity in sentence.Entities)
        {
            if (entity.Kind == EntityKind.Person && entity.Last > entity.First && !IsKnownOther(sentence, entity))
            {
                _personWords.Add(sentence[entity.Last].Form);
            }
        }
    }

    // "Al-Shabaab" taken for a person.
    private bool IsKnownOther(Sentence sentence, Entity entity) =>
        tables.Names.Longest(sentence, entity.First) is { } match && match.Length > entity.Last - entity.First && match.Values[0].Entry.Kind != NameKind.Person;

    /// <summary>Adds the names of a sentence to its drafts.</summary>
    public void Spot(SentenceDrafts drafts)
    {
        var sentence = drafts.Sentence;
        var matches = Matches(sentence);
        foreach (var entity in sentence.Entities)
        {
            if (entity.Kind == EntityKind.Person)
            {
                AddPerson(drafts, entity, matches);
            }
            else if (entity.Kind is not EntityKind.Other)
            {
                AddBody(drafts, entity, matches);
            }
        }

        foreach (var match in matches)
        {
            if (match.Reading.Entry.Kind != NameKind.NoActor && drafts.IsFree(match.First, match.Last))
            {
                var kind = match.Reading.Entry.Kind == NameKind.Person ? DraftKind.Person : DraftKind.Name;
                drafts.Add(new Draft(sentence, match.First, match.Last, kind) { Reading = match.Reading, Entity = KindAt(sentence, match.First) });
            }
        }
    }

    private List<NameSpan> Matches(Sentence sentence)
    {
        var matches = new List<NameSpan>();
        for (var i = 0; i < sentence.Count;)
        {
            if (tables.Names.Longest(sentence, i) is { } found && Choose(found.Values) is { } reading && CanName(sentence, i, found.Length, reading))
            {
                matches.Add(new NameSpan(i, i + found.Length - 1, reading));
                i += found.Length;
            }
            else
            {
                i++;
            }
        }

        return matches;
    }

    // Of several readings: one whose term covers the day, the state before its parts, the first in the tables.
    private NameReading? Choose(ImmutableArray<NameReading> readings)
    {
        NameReading? best = null;
        foreach (var reading in readings)
        {
            if (reading.Entry.Kind == NameKind.Person && best is { Entry.Kind: NameKind.Person } && published is { } day)
            {
                best = best.Entry.OfficeOn(day)?.Term.Covers(day) == true ? best : reading;
            }
            else if (best is null || reading.Entry.Kind < best.Entry.Kind && (best.Entry.Kind != NameKind.Seat || reading.Form == NameForm.Name))
            {
                best = reading;
            }
        }

        return best;
    }

    private static bool CanName(Sentence sentence, int first, int length, NameReading reading)
    {
        if (length > 1 || reading.Entry.Kind == NameKind.NoActor)
        {
            return true;
        }

        if (reading.Entry.Needs is not null && first + 1 < sentence.Count && sentence[first + 1].Tag == Upos.PROPN)
        {
            return false;   // "the North" may be a state; "North Atlantic" is none
        }

        var token = sentence[first];
        if (IsAcronym(token.Form) && !(first + 1 < sentence.Count && IsAcronym(sentence[first + 1].Form)))
        {
            return true;   // whatever the tag: the tagger has not seen every acronym
        }

        return token.Tag switch
        {
            Upos.PROPN => true,
            Upos.ADJ or Upos.NOUN when reading.Form is NameForm.Adjective or NameForm.Demonym => true,
            Upos.NOUN or Upos.ADJ or Upos.X or Upos.SYM => KindAt(sentence, first) is not null || first > 0 && reading.Form == NameForm.Name,
            Upos.VERB or Upos.AUX or Upos.NUM => KindAt(sentence, first) is not null,
            _ => false,
        };
    }

    private static bool IsAcronym(string form) => form.Length > 1 && form.All(c => char.IsUpper(c) || c == '.');

    private static EntityKind? KindAt(Sentence sentence, int token)
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

    private void AddPerson(SentenceDrafts drafts, Entity entity, List<NameSpan> matches)
    {
        var sentence = drafts.Sentence;
        var (first, last) = (entity.First, entity.Last);
        while (first < last && FrontLength(sentence, first, last, matches) is > 0 and var front)
        {
            first += front;
        }

        while (last > first && sentence[last].Tag is Upos.PART or Upos.PUNCT)
        {
            last--;
        }

        NameReading? reading = null;
        for (var i = matches.Count - 1; i >= 0; i--)
        {
            var match = matches[i];
            if (match.Last < first || match.First > last)
            {
                continue;
            }

            var covers = match.First <= first && match.Last >= last;
            if (match.Reading.Entry.Kind == NameKind.Person)
            {
                reading = match.Reading;
                (first, last) = covers ? (match.First, match.Last) : (first, last);
                matches.RemoveAt(i);
            }
            else if (covers && !IsNameOfPerson(sentence, first, last))
            {
                return;   // the tables know better: "Hamas" taken for a person
            }
            else
            {
                matches.RemoveAt(i);
            }
        }

        if (RoleLength(sentence, first) < last - first + 1 && drafts.IsFree(first, last))
        {
            drafts.Add(new Draft(sentence, first, last, DraftKind.Person) { Reading = reading, Entity = EntityKind.Person });
        }
    }

    private bool IsNameOfPerson(Sentence sentence, int first, int last) =>
        _personWords.Contains(sentence[last].Form) || first > 0 && tables.Roles.Honorifics.ContainsKey(sentence[first - 1].Form);

    // Titles, honorifics and adjectives of states that the model took into a person's name.
    private int FrontLength(Sentence sentence, int first, int last, List<NameSpan> matches)
    {
        if (tables.Roles.Honorifics.ContainsKey(sentence[first].Form) || sentence[first].Tag is Upos.DET or Upos.PUNCT or Upos.PART or Upos.ADP || tables.Roles.Former.Contains(sentence[first].Form))
        {
            return 1;
        }

        foreach (var match in matches)
        {
            if (match.First == first && match.Last < last && match.Reading.Entry.Kind != NameKind.Person
                && (match.Reading.Form == NameForm.Adjective || sentence[match.Last + 1].Tag == Upos.PART || RoleLength(sentence, match.Last + 1) > 0))
            {
                return match.Last - first + 1;
            }
        }

        var role = RoleLength(sentence, first);
        return first + role <= last ? role : 0;
    }

    private int RoleLength(Sentence sentence, int at) => tables.Roles.LongestAt(sentence, at)?.Length ?? 0;

    private void AddBody(SentenceDrafts drafts, Entity entity, List<NameSpan> matches)
    {
        var sentence = drafts.Sentence;
        var (first, last) = (entity.First, entity.Last);
        while (first < last && sentence[first].Tag is Upos.DET or Upos.PUNCT)
        {
            first++;
        }

        while (last > first && sentence[last].Tag is Upos.PART or Upos.PUNCT)
        {
            last--;
        }

        var inside = matches.FindAll(m => m.First <= last && m.Last >= first);
        if (inside.Exists(m => IsHeart(sentence, m, first, last, entity.Kind)) || inside.Exists(m => m.First <= first && m.Last >= last)
            || entity.Kind == EntityKind.Organisation && char.IsLower(sentence[last].Form[0]) && RoleLength(sentence, last) > 0
            || entity.Kind == EntityKind.Nationality && sentence[last].BaseRelation is "amod" or "compound"
            || !drafts.IsFree(first, last))
        {
            return;   // what the tables or the common noun say stays
        }

        var body = new Draft(sentence, first, last, DraftKind.Body) { Entity = entity.Kind };
        foreach (var match in inside)
        {
            if (match.Reading.Entry.Kind is NameKind.State or NameKind.Seat or NameKind.Organisation && match.Reading.Form != NameForm.Capital && match.Reading.Entry.Needs is null)
            {
                body.Inner.Add(match.Reading);
            }

            matches.Remove(match);
        }

        drafts.Add(body);
    }

    // "US State Department", "northern Iraq": the known name is what the longer one is about. "Bank of England", "Gulf of Oman" are not.
    private static bool IsHeart(Sentence sentence, NameSpan match, int first, int last, EntityKind kind)
    {
        if (match.Last != last || match.Reading.Form is NameForm.Adjective or NameForm.Demonym || match.Reading.Entry.Kind == NameKind.NoActor)
        {
            return false;
        }

        return kind switch
        {
            EntityKind.Organisation => match.Reading.Entry.Kind != NameKind.State,
            EntityKind.Place => match.First == first || sentence[match.First - 1] is var before && before.Tag != Upos.ADP && (before.Tag == Upos.PUNCT || char.IsLower(before.Form[0])),
            _ => true,
        };
    }

    private readonly record struct NameSpan(int First, int Last, NameReading Reading);
}
