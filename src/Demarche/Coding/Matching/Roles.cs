using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Coding.Matching;

/// <summary>Finds who takes part in an event from the roles of its rule.</summary>
internal sealed class Roles(Cast cast, Codebook codebook)
{
    /// <summary>The match with its actors and recipients.</summary>
    public Match Fill(Match match, Sight sight, ImmutableArray<ExplainedPart>.Builder parts)
    {
        var rule = match.Rule;
        var actors = First(rule.Actor, match, sight, isRecipient: false, [], "actor", parts);
        var isMutual = actors.Length > 1 && IsMutual(sight);
        var recipients = isMutual ? [] : First(rule.Recipient, match, sight, isRecipient: true, actors, "recipient", parts);
        if (rule.Recipient.IsEmpty && rule.Content is { None: false } && match.Content is { } content)
        {
            recipients = Distinct.Without(match.Type.Content == ContentActor.Recipient ? content.Actors : content.Recipients, actors, shared: true);
        }

        return match with { Actors = actors, Recipients = recipients, IsMutual = isMutual };
    }

    private ImmutableArray<Participant> First(
        ImmutableArray<Role> roles, Match match, Sight sight, bool isRecipient, ImmutableArray<Participant> taken, string part, ImmutableArray<ExplainedPart>.Builder parts)
    {
        foreach (var (role, isNear) in InTurn(roles))
        {
            var found = ImmutableArray.CreateBuilder<Participant>();
            foreach (var term in role.Terms)
            {
                Fill(term, match, sight, isRecipient, isNear, taken, found);
            }

            var left = Distinct.Without(found.ToImmutable(), taken, IsShared(role), isRecipient && IsDirect(role) ? codebook.Ontology : null);
            if (isRecipient && left is [{ Mention: var only }] && only.First == only.Last && only.Sentence[only.Head] is { Tag: Upos.PRON, Lemma: "it" } && taken.Any(left[0].SharesCode))
            {
                left = [];   // "the council of Chad condemned it": of one's own state "it" is a thing
            }

            if (!left.IsEmpty)
            {
                foreach (var one in left)
                {
                    parts.Add(new ExplainedPart($"{part} ({role.Name})", one.Mention.Sentence[one.Mention.Head]));
                }

                return left;
            }
        }

        return [];
    }

    // Of several prepositions, any phrase of the word's own clause comes before those of other clauses: "spoke with him to discuss an answer to the test".
    private static IEnumerable<(Role Role, bool IsNear)> InTurn(ImmutableArray<Role> roles)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            var first = i;
            for (; i < roles.Length && roles[i].IsPhrase; i++)
            {
                yield return (roles[i], true);
            }

            for (var far = first; far < i; far++)
            {
                yield return (roles[far], false);
            }

            if (i < roles.Length)
            {
                yield return (roles[i], false);
            }
        }
    }

    private void Fill(RoleTerm term, Match match, Sight sight, bool isRecipient, bool isNear, ImmutableArray<Participant> taken, ImmutableArray<Participant>.Builder found)
    {
        switch (term.Place)
        {
            case RolePlace.Subject:
                foreach (var group in sight.Subjects(ofPhrase: match.Rule.Object is null && !UsesObject(match.Rule)))
                {
                    AddAll(group, term, isRecipient, found);
                    if (found.Count > 0)
                    {
                        return;
                    }
                }

                break;
            case RolePlace.Object:
                AddAll(sight.Objects.Where(o => !sight.IsNaming(o)), term, isRecipient, found);
                if (found.Count == 0 && term.Possessor)
                {
                    AddAll(sight.Objects.Where(sight.IsNaming), term, isRecipient, found);   // "called the raid an Israeli crime"
                }

                if (found.Count == 0 && ClauseReader.NearAntecedentOf(sight.Trigger, "obj") is { } near)
                {
                    AddAll([near], term, isRecipient, found);   // "rejected talks with Chad, which it accuses"
                }

                break;
            case RolePlace.IndirectObject:
                AddAll(sight.Clause.IndirectObjects, term, isRecipient, found);
                break;
            case RolePlace.Possessor:
                AddAll(sight.Clause.Possessors, term, isRecipient, found);
                if (found.Count == 0 && sight.Outer != sight.Trigger)
                {
                    AddAll(ClauseReader.PossessorsOf(sight.Outer), term, isRecipient, found);
                }

                break;
            case RolePlace.Preposition:
                AddAll(sight.PhrasesWith(term.Preposition ?? "").Where(p => !isNear || sight.IsNear(p)), term, isRecipient, found);
                break;
            case RolePlace.ComplementSubject:
                AddAll(sight.Clause.Complements.SelectMany(c => ClauseReader.Read(c).Subjects), term, isRecipient, found);
                break;
            case RolePlace.ComplementObject:
                AddAll(sight.Clause.Complements.SelectMany(c => ClauseReader.Read(c).Objects), term, isRecipient, found);
                break;
            case RolePlace.ContentActor:
                AddAll(match.Content?.Actors ?? [], found);
                break;
            case RolePlace.ContentRecipient:
                AddAll(match.Content?.Recipients ?? [], found);
                break;
            case RolePlace.Speaker:
                if (cast.SpeakerOf(sight.Trigger) is { } speaker)
                {
                    Cast.Add(speaker, found);
                }

                break;
            case RolePlace.Doer:
                AddAll(DoersBeside(sight.Outer), term, isRecipient, found);
                break;
            case RolePlace.Condition:
                AddAll(ConditionsOf(sight.Trigger).SelectMany(c => ClauseReader.Read(c).Subjects), term, isRecipient, found);
                break;
            default:
                AddClause(sight.Trigger, taken, found);
                break;
        }
    }

    private void AddAll(IEnumerable<Token> tokens, RoleTerm term, bool isRecipient, ImmutableArray<Participant>.Builder found)
    {
        foreach (var token in tokens)
        {
            if (term.Told)
            {
                AddTold(token, found);
            }
            else if (term.Possessor)
            {
                AddOwner(token, found, 0);
            }
            else
            {
                cast.Add(token, isRecipient, found);
            }
        }
    }

    // "ships that carried Iranian oil", "firms accused of arming Chad": the first state that the clause names which tells of them.
    private void AddTold(Token thing, ImmutableArray<Participant>.Builder found)
    {
        foreach (var clause in thing.Children)
        {
            if (clause is { BaseRelation: "acl", Tag: Upos.VERB } && clause.Index > thing.Index)
            {
                for (var i = clause.Index + 1; i < clause.Sentence.Count && found.Count == 0 && clause.Sentence[i].IsWithin(clause); i++)
                {
                    if (cast.MentionAt(clause.Sentence[i]) is { Actor.Code: not null } mention)
                    {
                        Cast.Add(mention, found);
                    }
                }
            }
        }
    }

    // Whose the thing is, or the thing behind "the results of"
    private void AddOwner(Token noun, ImmutableArray<Participant>.Builder found, int depth)
    {
        var before = found.Count;
        cast.AddPossessors(noun, found);
        if (found.Count > before || depth > 2)
        {
            return;
        }

        foreach (var child in noun.Children)
        {
            if (child.Relation == "nmod" && ClauseReader.PrepositionOf(child) is { } preposition
                && (preposition is "by" or "from" || preposition == "of" && !codebook.Suffered.Contains(noun.Lemma.ToLowerInvariant())))
            {
                cast.Add(child, wide: true, found);
            }
        }

        if (found.Count == before && Sight.IsTransparent(noun, codebook))
        {
            foreach (var child in noun.Children)
            {
                if (child.Relation == "nmod")
                {
                    AddOwner(child, found, depth + 1);
                }
            }
        }
    }

    private static void AddAll(ImmutableArray<Participant> participants, ImmutableArray<Participant>.Builder found)
    {
        foreach (var participant in participants)
        {
            Cast.Add(participant, found);
        }
    }

    // "Peru's envoy left after talks with Chile": who does what the clause tells took part in what it followed.
    private static ImmutableArray<Token> DoersBeside(Token noun) =>
        noun is { BaseRelation: "obl", Head: { Tag: Upos.VERB } verb } && ClauseReader.PrepositionOf(noun) is "after" or "following" or "during" && ClauseReader.Read(verb) is { IsPassive: false } clause ? [.. clause.Subjects] : [];

    // "will not talk unless X withdraws": on whom it depends.
    private static IEnumerable<Token> ConditionsOf(Token trigger)
    {
        foreach (var verb in trigger.Children)
        {
            if (verb.Relation == "advcl" && verb.Child("mark")?.Lemma.ToLowerInvariant() is "if" or "unless" or "until")
            {
                yield return verb;
            }
        }
    }

    // The last resort: whoever else the clause names, clauses inside it left out.
    private void AddClause(Token trigger, ImmutableArray<Participant> taken, ImmutableArray<Participant>.Builder found)
    {
        var top = trigger;
        while (top.Head is { } head && !((top.Tag is Upos.VERB or Upos.AUX || top.Child("cop") is not null) && top.Relation is "root" or "ccomp" or "advcl" or "acl:relcl" or "parataxis")
            && top is not { Tag: Upos.VERB, PennTag: "VBN", Relation: "acl" })   // "ordered Chad to leave, in a ruling hailed by Peru": none of those ordered is hailed
        {
            top = head;
        }

        Walk(top);

        // "welcomed the vote and urged Chad to leave": who is urged is not welcomed.
        bool IsLaterAct(Token token) => token is { Tag: Upos.VERB, BaseRelation: "conj" } && token.Index > trigger.Index && !trigger.IsWithin(token);

        // "Peru, backed by Chile, refused it": who backs it is not refused.
        bool IsToldAside(Token token) => token is { Tag: Upos.VERB, PennTag: "VBN", Relation: "acl" } && !trigger.IsWithin(token);

        void Walk(Token token)
        {
            if (cast.MentionAt(token) is { Use: Actors.MentionUse.Actor } mention && !taken.Any(t => t.Mention == mention))
            {
                Cast.Add(mention, found);
            }

            foreach (var child in token.Children)
            {
                if (child.BaseRelation is not ("ccomp" or "advcl" or "parataxis") && child.Relation != "acl:relcl" && !IsLaterAct(child) && !IsToldAside(child))
                {
                    Walk(child);
                }
            }
        }
    }

    // "consulted each other on ties with NATO": those who act are the recipients too.
    private static bool IsMutual(Sight sight) => IsMutual(sight.Clause) || sight.Clause.Complements.Any(c => IsMutual(ClauseReader.Read(c)));

    private static bool IsMutual(Clause clause) => clause.Objects.Any(IsEachOther) || clause.Obliques.Any(o => IsEachOther(o.Noun));

    private static bool IsEachOther(Token word) =>
        word.Index > 0 && (word.Sentence[word.Index - 1].Lemma, word.Lemma) is ("each", "other") or ("one", "another")
        || word.Index + 1 < word.Sentence.Count && (word.Lemma, word.Sentence[word.Index + 1].Lemma) is ("each", "other") or ("one", "another");

    // Roles that list both sides: the side that is already the actor is no recipient, by whatever name.
    private static bool IsShared(Role role) =>
        role.Terms.Length > 1 || role.Terms[0] is { Place: RolePlace.Possessor or RolePlace.Clause or RolePlace.ContentActor or RolePlace.ContentRecipient }
        || role.Terms[0].Preposition is "between" or "among" or "with";

    // Roles that only those have whom the act is addressed to, wherever it takes place.
    private static bool IsDirect(Role role) =>
        role.Terms is [{ Possessor: false, Place: RolePlace.Object or RolePlace.IndirectObject or RolePlace.ComplementSubject }] or [{ Possessor: false, Preposition: "on" or "upon" or "against" }];

    private static bool UsesObject(Rule rule) => rule.Recipient.Any(r => r.Terms.Any(t => t.Place == RolePlace.Object || t.Preposition == "of"));
}
