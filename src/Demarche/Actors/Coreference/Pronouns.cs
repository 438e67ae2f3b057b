using Demarche.Actors.Finding;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds whom pronouns mean; those of the first person mean the speaker of the quotation that they stand in.</summary>
internal sealed class Pronouns(IReadOnlyList<SentenceDrafts> report, Antecedents antecedents, Quotes quotes, Identities identities, LocalDate? published)
{
    /// <summary>Whom a pronoun of the third person means, and why; null where that is not clear.</summary>
    public (Identity Identity, string Reason)? Of(Draft pronoun)
    {
        var kind = pronoun.Pronoun!;
        if (kind is "we" or "i")
        {
            return null;   // the speaker may be named later in the sentence
        }

        if (kind == "they" && Pair(pronoun) is { } pair)
        {
            pronoun.Others = [pair.Second.Identity!];
            return (pair.First.Identity!, $"\"{pronoun.HeadToken.Form}\" are {pair.First.Identity!.Name} and {pair.Second.Identity!.Name}");
        }

        var speaker = quotes.Hold(pronoun.HeadToken) && kind is "m" or "f" ? Speaker(pronoun) : null;
        var found = antecedents.Of(pronoun, i => Fits(i, kind), speaker?.Identity);
        if (found is null || kind is "it" && !IsClear(pronoun, found))
        {
            return null;
        }

        return (found.Identity!, $"\"{pronoun.HeadToken.Form}\" is {found.Identity!.Name}, sentence {found.Sentence.Index + 1}");
    }

    /// <summary>Whom a pronoun of the first person means, after all else in the sentence was resolved.</summary>
    public (Identity Identity, string Reason)? OfSpeaker(Draft pronoun)
    {
        if (pronoun.Pronoun is not ("we" or "i") || !quotes.Hold(pronoun.HeadToken) || Speaker(pronoun) is not { Identity: { } speaker })
        {
            return null;
        }

        var side = pronoun.Pronoun == "we" && speaker.SectorOn(published) is "GOV" or "MIL" or "LEG" or null ? identities.OfState(speaker.CodeOn(published)) : null;
        return side is null ? (speaker, $"{speaker.Name} speaks") : (side, $"the side of {speaker.Name}, who speaks");
    }

    // "Iran and Iraq said they": the two subjects of the clause above.
    private (Draft First, Draft Second)? Pair(Draft pronoun)
    {
        foreach (var second in antecedents.Before(pronoun, 1))
        {
            if (second.HeadToken is { Relation: "conj", Head: { } head } && second.Use == MentionUse.Actor && second.Identity is { IsPlural: false } && Antecedents.IsSubject(second) && !Antecedents.SharesClause(pronoun, second))
            {
                foreach (var first in report[second.Sentence.Index].All)
                {
                    if (first.Head == head.Index && first is { IsFolded: false, Identity.IsPlural: false })
                    {
                        return (first, second);
                    }
                }
            }

            if (Antecedents.IsSubject(second) && second.Identity is { IsPlural: true })
            {
                return null;   // a nearer subject is plural by itself
            }
        }

        return null;
    }

    private static bool Fits(Identity identity, string kind) => kind switch
    {
        "m" or "f" => identity is { IsPerson: true, IsPlural: false } && (identity.Gender is null || identity.Gender == kind[0]),
        "it" => identity is { IsPerson: false } && (!identity.IsPlural || identity.IsState),
        _ => identity.IsPlural || identity is { IsPerson: false, IsState: false },
    };

    // "It" is more often a thing than an actor: only the subject of the clause above, or of the sentence before, is safe.
    private static bool IsClear(Draft pronoun, Draft found) =>
        found.Sentence == pronoun.Sentence ? found.Use == MentionUse.Actor || pronoun.HeadToken.Relation == "nmod:poss"
            : pronoun.Sentence.Index - found.Sentence.Index == 1 && Antecedents.IsSubject(found) && (Antecedents.IsSubject(pronoun) || pronoun.HeadToken.Relation == "nmod:poss");

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
