using Demarche.Actors.Tables;
using Demarche.Language;

namespace Demarche.Actors.Finding;

/// <summary>Finds people among the names of the trained model: what belongs to the name, and whether the tables know better.</summary>
internal sealed class PersonSpotter(ActorTables tables)
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

    /// <summary>Whether what the model takes for a place or body is the last word of a person's name elsewhere in the report, and no name of the tables.</summary>
    public bool IsKnown(Sentence sentence, Entity entity, List<NameMatch> matches) =>
        entity.First == entity.Last && sentence[entity.First].Tag == Upos.PROPN && _personWords.Contains(sentence[entity.First].Form)
        && !matches.Exists(m => m.First <= entity.First && entity.First <= m.Last)
        && (entity.First + 1 == sentence.Count || sentence[entity.First + 1].Tag != Upos.PROPN) && (entity.First == 0 || sentence[entity.First - 1].Tag != Upos.PROPN);

    /// <summary>Adds the free proper nouns that are the last word of a person's name elsewhere in the report, where the model saw none.</summary>
    public void AddKnown(SentenceDrafts drafts)
    {
        var sentence = drafts.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Tag == Upos.PROPN && _personWords.Contains(sentence[i].Form) && drafts.IsFree(i, i) && NameMatcher.KindAt(sentence, i) is null && RoleLength(sentence, i) == 0
                && (i + 1 == sentence.Count || sentence[i + 1].Tag != Upos.PROPN) && (i == 0 || sentence[i - 1].Tag != Upos.PROPN))
            {
                drafts.Add(new Draft(sentence, i, i, DraftKind.Person));
            }
        }
    }

    // "Al-Shabaab" taken for a person.
    private bool IsKnownOther(Sentence sentence, Entity entity) =>
        tables.Names.Longest(sentence, entity.First) is { } match && match.Length > entity.Last - entity.First && match.Values[0].Entry.Kind != NameKind.Person;

    /// <summary>Adds a name of the model to the drafts, and takes the names inside it off <paramref name="matches"/>.</summary>
    public void Add(SentenceDrafts drafts, Entity entity, List<NameMatch> matches)
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

        if (first == last && tables.Roles.Words.Honorifics.ContainsKey(sentence[first].Form))
        {
            return;   // "Sheikh" alone is nobody's name
        }

        if (tables.Roles.Words.Firms.Contains(sentence[last].Form))
        {
            while (first > 0 && sentence[first - 1].Tag == Upos.PROPN && drafts.IsFree(first - 1, first - 1))
            {
                first--;
            }

            if (first < last && drafts.IsFree(first, last))
            {
                drafts.Add(new Draft(sentence, first, last, DraftKind.Body) { Entity = EntityKind.Organisation });   // "MAL Zrt", taken for a person
            }

            return;
        }

        if (IsTown(sentence, first, last))
        {
            drafts.Add(new Draft(sentence, first, last, DraftKind.Body) { Entity = EntityKind.Place });   // "in Khan Younis", taken for a person
            return;
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

    private bool IsTown(Sentence sentence, int first, int last) => first > 0 && tables.Roles.Words.PlacePrepositions.Contains(sentence[first - 1].Form)
        && tables.Towns.StateOf(TokenRange.Text(sentence, first, last)) is not null;

    private bool IsNameOfPerson(Sentence sentence, int first, int last) =>
        _personWords.Contains(sentence[last].Form) || first > 0 && tables.Roles.Words.Honorifics.ContainsKey(sentence[first - 1].Form);

    // Titles, honorifics and adjectives of states that the model took into a person's name.
    private int FrontLength(Sentence sentence, int first, int last, List<NameMatch> matches)
    {
        if (tables.Roles.Words.HonorificLength(sentence, first) is > 0 and var honorific)
        {
            return honorific;
        }

        if (sentence[first].Tag is Upos.DET or Upos.PUNCT or Upos.PART or Upos.ADP || tables.Roles.Words.Former.Contains(sentence[first].Form))
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
        return first + role <= last && !(role == 1 && tables.Roles.Words.GivenNames.ContainsKey(sentence[first].Form)) ? role : 0;   // "Christian Dahl"
    }

    private int RoleLength(Sentence sentence, int at) => tables.Roles.LongestAt(sentence, at)?.Length ?? 0;
}
