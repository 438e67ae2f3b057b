using Demarche.Actors.Tables;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Actors.Finding;

/// <summary>Finds organisations, places and other names of the trained model that no table knows.</summary>
internal sealed class BodySpotter(ActorTables tables)
{
    private const int LongestTitle = 5;

    /// <summary>Adds a name of the model to the drafts, and takes the names inside it off <paramref name="matches"/>.</summary>
    public void Add(SentenceDrafts drafts, Entity entity, List<NameMatch> matches)
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
            || entity.Kind == EntityKind.Organisation && char.IsLower(sentence[last].Form[0]) && (tables.Roles.LongestAt(sentence, last)?.Length ?? 0) > 0
            || entity.Kind == EntityKind.Nationality && (sentence[last].BaseRelation is "amod" or "compound" || first == last && tables.Roles.LongestAt(sentence, last) is not null)
            || AreSeveral(sentence, inside, first, last) || IsTornTitle(sentence, first, last) || IsEndOfTitle(sentence, first, last) || IsNamedBefore(sentence, first, last) || !drafts.IsFree(first, last))
        {
            return;   // what the tables or the common noun say stays
        }

        if (first == last && IsFamilyName(sentence, first, entity.Kind))
        {
            drafts.Add(new Draft(sentence, first, last, DraftKind.Person) { Entity = entity.Kind });   // "Merkel" taken for a body, "Obama" for a town
            return;
        }

        if (last == first + 1 && tables.Roles.Words.GivenNames.ContainsKey(sentence[first].Form) && sentence[last].Tag == Upos.PROPN && (sentence[last].Relation == "flat" && sentence[last].HeadIndex == first || entity.Kind == EntityKind.Place && tables.Roles.LongestAt(sentence, last) is null && sentence[last].BaseRelation is "nsubj"))
        {
            drafts.Add(new Draft(sentence, first, last, DraftKind.Person) { Entity = entity.Kind });   // "Jordan Pickett" taken for a place
            return;
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

    private bool IsFamilyName(Sentence sentence, int at, EntityKind kind) => kind switch
    {
        EntityKind.Organisation => TokenRange.IsArgument(sentence[at]) && tables.Families.Find(sentence[at].Form).Any(),
        EntityKind.Place => !(ClauseReader.PrepositionOf(sentence[at]) is { } preposition && (tables.Roles.Words.PlacePrepositions.Contains(preposition) || preposition is "to" or "from"))
            && tables.Families.Find(sentence[at].Form).Any(person => person.Offices.Any(tables.Leads)),
        _ => false,
    };

    // "the United States and Soviet Union": names of the tables side by side, which the model took for one.
    private static bool AreSeveral(Sentence sentence, List<NameMatch> inside, int first, int last)
    {
        if (inside.Count < 2 || inside[0].First != first || inside[^1].Last != last)
        {
            return false;
        }

        for (var i = 0; i < inside.Count; i++)
        {
            if (inside[i].Reading is not { Form: NameForm.Name, Entry.Kind: NameKind.State or NameKind.Organisation or NameKind.ArmedGroup } || i > 0 && !AreJoined(sentence, inside[i - 1].Last + 1, inside[i].First))
            {
                return false;
            }
        }

        return true;
    }

    // Whether only commas, "and" and an article stand between two names.
    private static bool AreJoined(Sentence sentence, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (sentence[i].Tag is not (Upos.CCONJ or Upos.DET) && sentence[i].Form != ",")
            {
                return false;
            }
        }

        return end > start;
    }

    // "The Federation insists": a common noun with a capital, for one that was named before.
    private bool IsNamedBefore(Sentence sentence, int first, int last) => first == last && first > 0 && sentence[first - 1].Lemma is "the" or "this" && tables.Roles.LongestAt(sentence, first) is { Length: 1 } match && match.Values[0].Kind is RoleKind.Institution or RoleKind.Group;

    // "Indian National Security Adviser": the model ends the name inside a title.
    private bool IsTornTitle(Sentence sentence, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (tables.Roles.LongestAt(sentence, i) is { Length: > 1 } title && i + title.Length - 1 > last)
            {
                return true;
            }
        }

        return false;
    }

    // "chancellor of the Exchequer": the model finds a body inside a title.
    private bool IsEndOfTitle(Sentence sentence, int first, int last)
    {
        for (var i = first - 1; i >= 0 && i >= first - LongestTitle; i--)
        {
            if (tables.Roles.LongestAt(sentence, i) is { Length: > 1 } title && i + title.Length - 1 >= last && title.Values[0].Kind == RoleKind.Person)
            {
                return true;
            }
        }

        return false;
    }

    // "US State Department", "northern Iraq": the known name is what the longer one is about. "Bank of England", "Gulf of Oman" are not.
    private static bool IsHeart(Sentence sentence, NameMatch match, int first, int last, EntityKind kind)
    {
        if (match.Last == last && kind == EntityKind.Place && match.Reading.Form == NameForm.Demonym && sentence[last].PennTag == "NNPS")
        {
            return true;   // "In Ramallah Palestinians danced"
        }

        if (match.Last != last || match.Reading.Form is NameForm.Adjective or NameForm.Demonym || match.Reading.Entry.Kind == NameKind.NoActor)
        {
            return false;
        }

        return kind switch
        {
            EntityKind.Organisation => match.Reading.Entry.Kind != NameKind.State,
            EntityKind.Place => match.First <= first || sentence[match.First - 1] is var before && before.Tag != Upos.ADP && (before.Tag == Upos.PUNCT || char.IsLower(before.Form[0])),
            _ => true,
        };
    }
}
