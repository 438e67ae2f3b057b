using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Tells when the word for a state's people means them or one of them, not the state: "Haitians voted", "a Palestinian was shot", "the Iranian said".</summary>
internal sealed class Citizens(ActorTables tables, Antecedents antecedents, Identities identities, LocalDate? published)
{
    private const int Window = 3;              // sentences
    private const int BranchWindow = 8;        // a people is called by its short name all along

    /// <summary>The people whom a word of a state means, and why; null where it means the state.</summary>
    public (Identity Identity, string Reason)? Of(Draft draft)
    {
        var reading = draft.Reading!;
        if (reading.Form is not (NameForm.Demonym or NameForm.Adjective) || reading.Entry.Kind is not (NameKind.State or NameKind.Seat))
        {
            return null;
        }

        if (Branch(draft) is { } branch)
        {
            return (branch, $"short for {branch.Name}, named before");
        }

        if (AreSome(draft))
        {
            return (identities.Common(TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast), reading.Entry.Codes, ["CVL"], null, plural: true), "people");
        }

        if (!IsOne(draft))
        {
            return null;
        }

        var isNamedBefore = draft.HeadToken.Child("det") is { Lemma: "the" or "this" or "that" };
        return isNamedBefore && NamedBefore(draft) is { } known ? (known, $"{known.Name}, named before, is one of the people")
            : (new Identity(TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast)) { Codes = reading.Entry.Codes, Sectors = ["CVL"], HasRole = true, IsPerson = true }, "one of the people");
    }

    // "The Serbs" after "the Bosnian Serbs": those of another state who were named so.
    private Identity? Branch(Draft draft) => draft is { IsPlural: true, Host: null } && draft.HeadToken.Child("det") is { Lemma: "the" }
        ? antecedents.Before(draft, BranchWindow).FirstOrDefault(b => b is { Kind: DraftKind.Name, Reading.Entry.Kind: NameKind.ArmedGroup or NameKind.Seat } && Holds(b, draft.HeadToken.Form))?.Identity : null;

    private static bool Holds(Draft name, string people)
    {
        for (var i = name.CoreFirst + 1; i <= name.CoreLast; i++)
        {
            if (people == name.Sentence[i].Form || people == name.Sentence[i].Form + "s")
            {
                return true;
            }
        }

        return false;
    }

    // "Haitians voted", "thousands of Haitians", "many Lebanese".
    private static bool AreSome(Draft draft)
    {
        if (draft.Host is not null)
        {
            return draft is { Host.Role.Kind: RoleKind.Quantity, Link: HostLink.Of } && draft.HeadToken.Child("det") is not { Lemma: "the" };
        }

        return draft.Reading!.Form == NameForm.Demonym && draft.IsPlural && draft.HeadToken.Child("det") is null || draft.Use == MentionUse.Actor && IsCounted(draft.HeadToken);
    }

    private static bool IsCounted(Token people) => (people.Child("nummod") ?? people.Child("amod") ?? people.Child("det")) is { Lemma: "many" or "some" or "most" or "several" or "few" or "other" or "all" } or { BaseRelation: "nummod", Lemma: not "one" };

    // "A Chinese was held" and "the Peruvian won", but "the Chinese agreed": a word that is no other in the plural means all of them.
    private bool IsOne(Draft draft)
    {
        if (draft.IsPlural || draft.Host is not null || draft.Use != MentionUse.Actor || !TokenRange.IsArgument(draft.HeadToken) || draft.HeadToken.Child("det") is not { } determiner || IsHyphened(draft))
        {
            return false;
        }

        return determiner.Lemma is "a" or "an" or "another" or "one" or "every" or "each" || draft.CoreFirst == draft.CoreLast && tables.Names.Find(draft.HeadToken.Form + "s").Any(r => r.Form == NameForm.Demonym && r.Entry == draft.Reading!.Entry);
    }

    private static bool IsHyphened(Draft draft) => draft.CoreLast + 1 < draft.Sentence.Count && draft.Sentence[draft.CoreLast + 1].Form == "-";

    private Identity? NamedBefore(Draft draft)
    {
        foreach (var before in antecedents.Before(draft, Window))
        {
            if (before.Identity is { IsPerson: true, IsPlural: false } who && who.CodeOn(published) == draft.Reading!.Entry.Code && !ClauseRoles.SharesClause(draft, before))
            {
                return who;
            }
        }

        return null;
    }
}
