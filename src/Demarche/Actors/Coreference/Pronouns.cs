using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds whom pronouns mean; those of the first person mean the speaker of the quotation that they stand in.</summary>
internal sealed class Pronouns(IReadOnlyList<SentenceDrafts> report, Antecedents antecedents, Quotes quotes, Identities identities, LocalDate? published, string? home)
{
    private const int LongestClause = 4;   // verbs that share a subject

    /// <summary>Whom a pronoun of the third person means, and why; null where that is not clear.</summary>
    public (Identity Identity, string Reason)? Of(Draft pronoun)
    {
        var kind = pronoun.Pronoun!;
        if (kind is "we" or "i")
        {
            return kind == "we" && !quotes.Hold(pronoun.HeadToken) && identities.OfState(home) is { } own ? (own, $"the side of {own.Name}, for which the report speaks")
                : null;   // the speaker may be named later in the sentence
        }

        if (kind == "who")
        {
            return Relative(pronoun) is { } one ? (one.Identity!, $"\"{pronoun.HeadToken.Form}\" is {one.Identity!.Name}, whom the clause is about") : null;
        }

        if (Reflexive(pronoun) is { } self)
        {
            pronoun.Others = self.Others;
            return (self.Identity!, $"\"{pronoun.HeadToken.Form}\" is the subject, {self.Identity!.Name}");
        }

        if (kind == "they" && Several(pronoun) is { Count: > 1 } several)
        {
            pronoun.Others = [.. several.Skip(1).Select(s => s.Identity!)];
            return (several[0].Identity!, $"\"{pronoun.HeadToken.Form}\" are {string.Join(" and ", several.Select(s => s.Identity!.Name))}");
        }

        var speaker = quotes.Hold(pronoun.HeadToken) && kind is "m" or "f" ? Speaker(pronoun) : null;
        var found = antecedents.Of(pronoun, d => Fits(pronoun, d, kind), speaker?.Identity);
        if (kind is "it" && found?.Sentence != pronoun.Sentence && !antecedents.Before(pronoun, 0).Any(d => Fits(pronoun, d, kind) && d.Use == MentionUse.Actor) && StateOfSpeaker(pronoun) is { } state)
        {
            return (state, $"\"it\" is {state.Name}, of whoever speaks");
        }

        if (found is null || kind is "it" && !IsClear(pronoun, found))
        {
            return null;
        }

        if (kind is "m" or "f" && found.Identity is { IsNamed: true } named && ClauseRoles.IsSubject(found))
        {
            named.Gender ??= kind[0];   // who was "she" once is not "he" later
        }

        pronoun.Others = kind == "they" ? found.Others : [];
        return (found.Identity!, $"\"{pronoun.HeadToken.Form}\" is {found.Identity!.Name}, sentence {found.Sentence.Index + 1}");
    }

    /// <summary>Whom a pronoun means that stands before the name in its sentence: "In his speech, the king …".</summary>
    public (Identity Identity, string Reason)? OfLater(Draft pronoun, SentenceDrafts sentence)
    {
        var verb = pronoun.Sentence.Root;
        foreach (var draft in sentence.All)
        {
            if (draft is { IsFolded: false, Identity: { } later } && draft.CoreFirst > pronoun.CoreLast && draft.HeadToken.HeadIndex == verb.Index && ClauseRoles.IsSubject(draft)
                && verb.Index > pronoun.CoreLast && Fits(pronoun, draft, pronoun.Pronoun!) && quotes.Hold(draft.HeadToken) == quotes.Hold(pronoun.HeadToken))
            {
                return (later, $"\"{pronoun.HeadToken.Form}\" is {later.Name}, named later in the sentence");
            }
        }

        return null;
    }

    // "The army, which …": the noun that the clause hangs on.
    private Draft? Relative(Draft pronoun)
    {
        Token? at = pronoun.HeadToken;
        for (var step = 0; step < LongestClause && at is { } token; step++)
        {
            if (token.Relation == "acl:relcl")
            {
                var all = report[pronoun.Sentence.Index].All;
                var found = all.Find(d => d is { IsFolded: false, Identity: not null, HeadToken.Relation: "conj" } && d.HeadToken.HeadIndex == token.HeadIndex && IsBefore(d, pronoun))   // "Peres and Abbas, who led the talks"
                    ?? all.Find(d => d is { IsFolded: false, Identity: not null } && (d.Head == token.HeadIndex || d.CoreFirst <= token.HeadIndex && token.HeadIndex <= d.CoreLast))
                    ?? all.Find(d => d is { IsFolded: false, Identity: not null } && IsBefore(d, pronoun));   // "windows and police, who had mutinied"
                return found is { Kind: DraftKind.Name or DraftKind.Body, Host: { Kind: DraftKind.Person, Identity: not null } or { Kind: DraftKind.Common, Role.Kind: RoleKind.Person, Identity: not null } } && found.Host is { } holder && IsWho(pronoun) ? holder : found;   // "a lawmaker from the party, who …"
            }

            at = token.Head;
        }

        return null;
    }

    // "Turkey's president says it will begin an operation": the state of whoever says so, where the sentence names it.
    private Identity? StateOfSpeaker(Draft pronoun)
    {
        if (pronoun.HeadToken is not { BaseRelation: "nsubj", Head: { Tag: Upos.VERB, BaseRelation: "ccomp" } })
        {
            return null;
        }

        var voice = report[pronoun.Sentence.Index].All.Find(d => d is { IsFolded: false, Identity: { IsPerson: true } who } && who.SectorOn(published) is "GOV" && ClauseRoles.IsSubject(d) && ClauseRoles.IsSaidBy(pronoun, d));
        return voice is not null && voice.Attached.Concat(voice.Titles.SelectMany(t => t.Attached)).Any(a => a is { IsState: true, Link: HostLink.Modifier or HostLink.Possessive }) ? identities.OfState(voice.Identity!.CodeOn(published)) : null;
    }

    private static bool IsBefore(Draft draft, Draft pronoun) => draft.CoreLast + 2 == pronoun.CoreFirst && pronoun.Sentence[draft.CoreLast + 1].Form == ",";

    private static bool IsWho(Draft pronoun) => pronoun.HeadToken.Lemma is "who" or "whom";

    // "The leaders gave themselves up": the subject of the same verb.
    private Draft? Reflexive(Draft pronoun)
    {
        if (!pronoun.HeadToken.Form.EndsWith("self", StringComparison.OrdinalIgnoreCase) && !pronoun.HeadToken.Form.EndsWith("selves", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var verb = pronoun.HeadToken.Head;
        for (var step = 0; step < LongestClause && verb is { } at; step++)
        {
            if ((at.Child("nsubj") ?? at.Child("nsubj:pass")) is { } subject)
            {
                return report[pronoun.Sentence.Index].All.Find(d => d is { IsFolded: false, Identity: not null } && d.Head == subject.Index);
            }

            verb = at.Head;
        }

        return null;
    }

    /// <summary>Whom a pronoun of the first person means, after all else in the sentence was resolved.</summary>
    public (Identity Identity, string Reason)? OfSpeaker(Draft pronoun)
    {
        if (pronoun.Pronoun is not ("we" or "i") || !quotes.Hold(pronoun.HeadToken) || Speaker(pronoun) is not { Identity: { } speaker })
        {
            return null;
        }

        var side = pronoun.Pronoun == "we" && (speaker.SectorOn(published) is "GOV" or "MIL" or "LEG" || speaker.IsState) ? identities.OfState(speaker.CodeOn(published)) : null;
        return side is null ? (speaker, $"{speaker.Name} speaks") : (side, $"the side of {speaker.Name}, who speaks");
    }

    // "Iran and Iraq said they": the subjects of the clause above, side by side.
    private List<Draft>? Several(Draft pronoun)
    {
        foreach (var last in antecedents.Before(pronoun, 1))
        {
            if (last.HeadToken is { Relation: "conj" } && last.Use == MentionUse.Actor && last.Identity is { IsPlural: false } && ClauseRoles.IsSubject(last) && !ClauseRoles.SharesClause(pronoun, last))
            {
                var all = ClauseRoles.Coordinated(last, report[last.Sentence.Index].All).Where(d => d is { IsFolded: false, Identity.IsPlural: false } && d.Use != MentionUse.Place).ToList();
                if (all.Count > 1)
                {
                    return all;
                }
            }

            if (ClauseRoles.IsSubject(last) && last.Identity is { IsPlural: true })
            {
                return null;   // a nearer subject is plural by itself
            }
        }

        return null;
    }

    private static bool Fits(Draft pronoun, Draft draft, string kind) => kind switch
    {
        "m" or "f" => draft.Identity is { IsPerson: true, IsPlural: false } person && (person.Gender is null || person.Gender == kind[0]),
        "it" => draft.Identity is { IsPerson: false } body && (!body.IsPlural || body.IsState || draft is { Kind: DraftKind.Common, IsPlural: false, Role.Kind: RoleKind.Group }) && draft.Others.IsEmpty,
        _ when pronoun.Host is { Role.Kind: RoleKind.Quantity } || ClauseRoles.IsCounted(pronoun) => draft.Identity!.IsPlural && draft.Identity.IsNamed is false && draft.Identity.Entry is null || draft is { Reading.Form: NameForm.Demonym, IsPlural: true },   // "most of them" are people
        _ when draft is { Kind: DraftKind.Common, IsPlural: false, Role.IsMachine: true } or { Entity: EntityKind.Place, Kind: DraftKind.Body } or { Reading.Entry: { Kind: NameKind.Seat, Sectors.IsEmpty: true } } => false,   // an island is no crowd
        _ => !draft.Others.IsEmpty || draft.Identity!.IsPlural || draft is { Reading.Form: NameForm.Demonym, IsPlural: true } || draft.Identity is { IsPerson: false, IsState: false },
    };

    // "It" is more often a thing than an actor: only the subject of the clause above, or of the sentence before, is safe.
    private static bool IsClear(Draft pronoun, Draft found) =>
        found.Sentence == pronoun.Sentence ? found.Use == MentionUse.Actor || found.Host is { Kind: DraftKind.Common or DraftKind.Person } voice && ClauseRoles.IsSubject(voice) && ClauseRoles.IsUnder(pronoun, voice) || pronoun.HeadToken.Relation == "nmod:poss" || Antecedents.IsAuthor(found, pronoun)
            : pronoun.Sentence.Index - found.Sentence.Index == 1 && ClauseRoles.IsSubject(found) && (ClauseRoles.IsSubject(pronoun) || pronoun.HeadToken.Relation == "nmod:poss");

    // The subject of a verb outside the quotation in its sentence, else of the sentence before.
    private Draft? Speaker(Draft pronoun)
    {
        for (var s = pronoun.Sentence.Index; s >= 0 && s >= pronoun.Sentence.Index - 3; s--)
        {
            foreach (var draft in report[s].All)
            {
                if (draft is { IsFolded: false, Identity: not null } && draft.Pronoun is not ("we" or "i") && draft.HeadToken is { Relation: "nsubj", Head: { Tag: Upos.VERB } verb } && !quotes.Hold(draft.HeadToken) && !quotes.Hold(verb))
                {
                    return draft;
                }
            }

            if (!quotes.HoldStartOf(report[s].Sentence))
            {
                return null;
            }
        }

        return null;
    }
}
