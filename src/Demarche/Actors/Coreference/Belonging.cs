using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Tells whose a common noun is where its own words do not: by those named before, by what the verb does, by the setting of the report.</summary>
internal sealed class Belonging(ActorTables tables, Descriptions descriptions, Setting setting, Identities identities, LocalDate? published)
{
    /// <summary>The facts of a noun that is a new one in the report, completed.</summary>
    public Facts Complete(Draft draft, SentenceDrafts sentence, Facts facts)
    {
        facts = facts.Codes.IsEmpty ? ByNamedBefore(draft, facts) : facts;
        if (facts.Codes.IsEmpty && descriptions.Voice(draft) is { } voice)
        {
            facts = facts with { Codes = [voice.CodeOn(published)!], Sectors = voice.SectorOn(published) is { } ofBody ? [ofBody] : [], Reason = facts.Reason + ", of " + voice.Name + ", which spoke last" };
        }

        if (facts.Codes.IsEmpty && setting.Owner(draft, sentence) is { } owner)
        {
            facts = Guess(facts, owner, "whom their own state sends or keeps");
            facts = tables.Codes.IsInternational(owner) ? facts with { Sectors = facts.Sectors.RemoveAll(s => s is "CVL" or "GOV") } : facts;   // experts whom the European Union sends
        }

        if (facts.Codes.IsEmpty && setting.Overthrown(draft, sentence) is { } fallen)
        {
            facts = Guess(facts, fallen, "who rise against their own state");
        }

        if (facts.Codes.IsEmpty && identities.BodyOf(draft.Role!) is { } body)
        {
            facts = Guess(facts, body, "of " + body + ", which the report names");
        }

        if (facts is { Codes.IsEmpty: true, Sectors: ["OPP" or "REB" or "PRM" or "UAF"] } && GovernmentBeside(draft, sentence) is { } ruled)
        {
            facts = Guess(facts, ruled, "who stand beside the government of " + ruled);
        }

        if (facts is { Codes.IsEmpty: true, Sectors: ["JUD"] } && identities.LastBody("JUD")?.CodeOn(published) is { } court && tables.Codes.IsInternational(court))
        {
            facts = Guess(facts, court, "of the court named before");
        }

        if (AreOfPolice(draft, facts))
        {
            facts = facts with { Sectors = ["COP"], Reason = facts.Reason + ", of the police named before" };
        }

        if (facts.Codes.IsEmpty && draft.Role!.Kind != RoleKind.State && setting.Of(draft, sentence) is { } where)
        {
            facts = Guess(facts, where.Code, where.Reason);
        }

        return facts.Codes.IsEmpty && facts.Sectors is ["GOV" or "MIL"] && setting.IsOfFirm(draft) ? facts with { Sectors = ["BUS"], Reason = facts.Reason + ", of a firm" } : facts;
    }

    private Facts ByNamedBefore(Draft draft, Facts facts)
    {
        var role = draft.Role!;
        if (role.Words.IndexOf(' ') is > 0 and var blank && identities.LastIn(role.Words[..blank], null)?.CodeOn(published) is { } force)
        {
            return Guess(facts, force, "of the " + role.Words[..blank] + " named before");   // "a police spokesman"
        }

        return draft.IsPlural && role.IsAbroad && identities.LastIn(role.Words, null) is { IsGuessed: false, IsPlural: true } others && others.CodeOn(published) is { } theirs
            ? Guess(facts, theirs, "as those named before") : facts;   // "Russian peacekeepers … Several peacekeepers"
    }

    // "The Syrian government and opposition groups agreed": those who stand beside a government are its own opponents.
    private string? GovernmentBeside(Draft draft, SentenceDrafts sentence) =>
        draft.HeadToken is { Relation: "conj", Head: { } first } && sentence.Owner(first.Index) is { Kind: DraftKind.Common, Identity: { } beside } && beside.SectorOn(published) == "GOV" && beside.CodeOn(published) is { } code && !tables.Codes.IsInternational(code) ? code : null;

    private bool AreOfPolice(Draft draft, Facts facts) => draft.Role is { Kind: RoleKind.Person, IsOpen: true, Sector: "MIL" } && facts.Sectors is ["MIL"]
        && draft.Attached.TrueForAll(a => a.Link == HostLink.Possessive && !a.IsState) && identities.PoliceCameLast;

    private static Facts Guess(Facts facts, string code, string because) => facts with { Codes = [code], IsGuessed = true, Reason = facts.Reason + ", " + because };
}
