using Demarche.Actors.Tables;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Actors.Finding;

/// <summary>Finds titles, common nouns and pronouns that name actors, and people whom only a title betrays.</summary>
internal sealed class RoleSpotter(Roles roles, PhraseTable<NameEntry> families)
{
    private const int AgeTokens = 5;   // "79", "-", "year", "-", "old"

    /// <summary>Adds the common nouns of a sentence to its drafts, after its names.</summary>
    public void Spot(SentenceDrafts drafts)
    {
        var sentence = drafts.Sentence;
        for (var i = 0; i < sentence.Count;)
        {
            if (roles.LongestAt(sentence, i) is not { } match)
            {
                if (sentence[i].Tag == Upos.PRON && roles.Words.Pronouns.TryGetValue(sentence[i].Form, out var pronoun) && (sentence[i].Relation != "expl" || IsSubjectAfterAll(sentence[i])))
                {
                    drafts.Add(new Draft(sentence, i, i, DraftKind.Pronoun) { Pronoun = pronoun });
                }

                i++;
                continue;
            }

            Take(drafts, i, i + match.Length - 1, match.Values[0]);
            i += match.Length;
        }

        AddUntaggedPeople(drafts);
        AddAges(drafts);
        AddNumbers(drafts);
        AddUntaggedNames(drafts);
    }

    // "It is the tenth ally to go": no dummy, for nothing follows that it could stand in for.
    // "It was ready to talk": things are not ready.
    // "It recalled that five had died": who speaks is no dummy.
    private bool IsSubjectAfterAll(Token it) => it.Head is { Tag: Upos.VERB } telling && roles.Words.Telling.Contains(telling.Lemma) && telling.Child("aux:pass") is null || it.Head is { Tag: Upos.ADJ } mood && roles.Words.Moods.Contains(mood.Lemma) || it.Head is { Tag: Upos.NOUN } said && said.Child("cop") is not null && said.Child("csubj") is null && said.Child("ccomp") is null && said.Child("acl:relcl") is null
        && roles.LongestAt(said.Sentence, said.Index)?.Values[0].Kind is RoleKind.Person or RoleKind.Group or RoleKind.Institution or RoleKind.State;

    private void Take(SentenceDrafts drafts, int first, int last, Role role)
    {
        var sentence = drafts.Sentence;
        if (role.Kind == RoleKind.Thing && !(drafts.IsFree(first, last) && sentence[TokenRange.Head(sentence, first, last)].Tag == Upos.NOUN))
        {
            return;
        }

        if (first == last && (IsFamilyName(sentence, first) || IsAttitude(sentence, first, role) || IsMeans(sentence[first], role)))
        {
            return;
        }

        if (drafts.IsFree(first, last) && !IsPartOfCompound(sentence, first, last))
        {
            var head = sentence[TokenRange.Head(sentence, first, last)];
            if (head.Tag is Upos.NOUN or Upos.PROPN || last > first && char.IsUpper(sentence[first].Form[0]) || head.Tag is Upos.ADJ && TokenRange.IsArgument(head) && head.Child("det") is not null && head.Child("cop") is null
                || head.Tag is Upos.ADJ && role.Kind == RoleKind.Person && char.IsUpper(sentence[first].Form[0]) && drafts.Owner(last + 1) is { Kind: DraftKind.Person }   // "Premier Dahl"
                || role.Kind == RoleKind.Quantity && head.Child("nmod") is not null)
            {
                drafts.Add(new Draft(sentence, first, last, DraftKind.Common) { Role = role });
            }
        }
        else if (drafts.Owner(last) is { Kind: DraftKind.Body } body && (body.Role is null || last == body.Head || last == body.CoreLast && (body.Role.Kind == RoleKind.Person || role.Kind != RoleKind.Person)))   // a "National Union of Mineworkers" is a union, a "Union Bank of Finland" a bank
        {
            body.Role = role;   // "Kano State University", "Ministry of Works"
        }
    }

    // "Baker finished his remarks": a trade that is the name of somebody in the tables, with neither an article nor a name beside it.
    private bool IsFamilyName(Sentence sentence, int at) => sentence[at] is { Tag: Upos.PROPN, PennTag: "NNP" } token && families.Find(token.Form).Any() && token.Child("det") is null
        && (at + 1 == sentence.Count || sentence[at + 1].Tag != Upos.PROPN) && TokenRange.IsArgument(token);

    // "his resistance to arming the rebels", "opposition to the war"; not "the opposition to meet the king".
    private bool IsAttitude(Sentence sentence, int at, Role role) =>
        roles.Words.Attitudes.Contains(role.Words) && at + 2 < sentence.Count && sentence[at + 1].Form == "to" && sentence[at + 2].PennTag != "VB";

    // "the excessive use of force", "took it by force"; not "a force", "Israeli force".
    private bool IsMeans(Token token, Role role)
    {
        if (!roles.Words.Means.Contains(role.Words) || token.PennTag != "NN")
        {
            return false;
        }

        foreach (var child in token.Children)
        {
            if (child.BaseRelation is "det" or "compound" or "nummod" || child.Relation is "nmod:poss" || child.BaseRelation is "amod" && char.IsUpper(child.Form[0]))
            {
                return false;
            }
        }

        return true;
    }

    // "three-nation alliance", "all-girl team": a piece of a hyphened word.
    // The last piece of "stone-throwers" is one where it is the noun itself.
    private static bool IsPartOfCompound(Sentence sentence, int first, int last) =>
        first > 0 && sentence[first - 1].Form == "-" && sentence[first - 1].Span.End == sentence[first].Span.Start && !(sentence[last].Tag == Upos.NOUN && sentence[last].BaseRelation is not ("compound" or "amod" or "flat"))
        || last + 1 < sentence.Count && sentence[last + 1].Form == "-" && sentence[last].Span.End == sentence[last + 1].Span.Start;

    // "President Okoro", "Mr. Okoro": a title tells that a name follows where the model saw none.
    private void AddUntaggedPeople(SentenceDrafts drafts)
    {
        var sentence = drafts.Sentence;
        for (var i = 1; i < sentence.Count; i++)
        {
            if (drafts.Owner(i) is not null || sentence[i].Tag != Upos.PROPN || roles.Words.Honorifics.ContainsKey(sentence[i].Form))
            {
                continue;
            }

            var titled = drafts.Owner(i - 1) is { Kind: DraftKind.Common, Role: { Kind: RoleKind.Person } } title && !title.IsPlural && char.IsUpper(sentence[i - 1].Form[0]);
            if (!titled && !roles.Words.Honorifics.ContainsKey(sentence[i - 1].Form))
            {
                continue;
            }

            var last = i;
            while (last + 1 < sentence.Count && drafts.Owner(last + 1) is null && (sentence[last + 1].Tag == Upos.PROPN || IsJoined(sentence, last + 1)))
            {
                last++;
            }

            drafts.Add(new Draft(sentence, i, last, DraftKind.Person));
            i = last;
        }
    }

    private static bool IsJoined(Sentence sentence, int at) =>
        sentence[at].Form == "-" && at + 1 < sentence.Count && sentence[at].Span.Start == sentence[at - 1].Span.End && sentence[at + 1].Span.Start == sentence[at].Span.End
        || sentence[at - 1].Form == "-" && sentence[at].Span.Start == sentence[at - 1].Span.End;

    // A proper name that does or suffers something, and that neither table nor model knows.
    private void AddUntaggedNames(SentenceDrafts drafts)
    {
        var sentence = drafts.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i] is { Tag: Upos.PROPN, Relation: "nsubj" or "nsubj:pass" or "obj" or "iobj" or "obl:agent" or "nmod:poss" } && drafts.Owner(i) is null && !IsInOther(sentence, i) && !roles.Words.Honorifics.ContainsKey(sentence[i].Form) && !roles.Words.Times.Contains(sentence[i].Form))
            {
                var (first, last) = (i, i);
                while (first > 0 && sentence[first - 1].Tag == Upos.PROPN && drafts.Owner(first - 1) is null && sentence[first - 1].HeadIndex == i)
                {
                    first--;
                }

                while (last + 1 < sentence.Count && sentence[last + 1].Tag == Upos.PROPN && drafts.Owner(last + 1) is null && sentence[last + 1].HeadIndex == i)
                {
                    last++;
                }

                var isPerson = first == last ? families.Find(sentence[first].Form).Any() : roles.Words.GivenNames.ContainsKey(sentence[first].Form) || IsToldOf(drafts, sentence[i]);
                drafts.Add(new Draft(sentence, first, last, isPerson ? DraftKind.Person : DraftKind.Body));
            }
        }
    }

    // "Tahir Pasha, a student": what somebody is stands beside the name.
    private static bool IsToldOf(SentenceDrafts drafts, Token name) =>
        name.Child("appos") is { } told && drafts.Owner(told.Index) is { Kind: DraftKind.Common, IsPlural: false, Role.Kind: RoleKind.Person };

    private static bool IsInOther(Sentence sentence, int token)
    {
        foreach (var entity in sentence.Entities)
        {
            if (entity.First <= token && token <= entity.Last)
            {
                return entity.Kind == EntityKind.Other;
            }
        }

        return false;
    }

    // "The 79-year-old denied it": an age stands for the one who has it.
    private void AddAges(SentenceDrafts drafts)
    {
        var sentence = drafts.Sentence;
        for (var i = AgeTokens - 1; i < sentence.Count; i++)
        {
            if (sentence[i].Form == "old" && sentence[i - 2].Form == "year" && sentence[i - 4].Tag == Upos.NUM && TokenRange.IsArgument(sentence[i]) && sentence[i].BaseRelation is not "amod" && drafts.IsFree(i - 4, i)
                && roles.Phrases.Find("year-old").FirstOrDefault() is { } role)
            {
                drafts.Add(new Draft(sentence, i - 4, i, DraftKind.Common) { Role = role, Head = i });
            }
        }
    }

    // "both agreed", "the two met": a number that fills a role of the clause alone.
    private void AddNumbers(SentenceDrafts drafts)
    {
        var sentence = drafts.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            var token = sentence[i];
            if (drafts.Owner(i) is null && token.BaseRelation is "nsubj" or "obj" or "obl" && roles.Words.Numbers.GetValueOrDefault(token.Form) > 1
                && (token.Tag is Upos.PRON or Upos.DET || token.Child("det") is not null))
            {
                drafts.Add(new Draft(sentence, i, i, DraftKind.Common) { Role = new Role(token.Form, 0, RoleKind.Person, null) { IsLeader = true, IsOpen = true } });
            }
            else if (drafts.Owner(i) is null && token.Tag == Upos.NUM && TokenRange.IsArgument(token) && token.Child("nmod") is { } counted && ClauseReader.PrepositionOf(counted) == "of")
            {
                drafts.Add(new Draft(sentence, i, i, DraftKind.Common) { Role = new Role(token.Form, 0, RoleKind.Quantity, null) { IsOpen = true } });   // "11 of the prisoners"
            }
        }
    }
}
