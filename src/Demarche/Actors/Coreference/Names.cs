using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds whom names mean: those of the tables, of people, and of bodies that no table knows.</summary>
/// <param name="report">The drafts of the report.</param>
/// <param name="facts">Reads codes and sectors off words.</param>
/// <param name="people">The people of the report.</param>
/// <param name="setting">The state that the report is about.</param>
/// <param name="identities">The identities of the report.</param>
/// <param name="published">Day of the report, or null.</param>
/// <param name="resolve">Resolves what hangs on a draft.</param>
internal sealed class Names(IReadOnlyList<SentenceDrafts> report, FactReader facts, People people, Setting setting, Identities identities, LocalDate? published, Action<Draft> resolve)
{
    /// <summary>The identity of a name of the tables, and why.</summary>
    public (Identity Identity, string Reason) OfName(Draft draft)
    {
        var reading = draft.Reading!;
        var form = reading.Form switch { NameForm.Name => "name", NameForm.Adjective => "adjective", NameForm.Demonym => "people", _ => "capital" };
        var reason = $"{form} of {reading.Entry.Name} ({reading.Entry.Where})";
        var isPeople = reading.Form == NameForm.Demonym && draft.IsPlural && draft.HeadToken.Child("det") is null && draft.Host is null
            || reading.Form is NameForm.Demonym or NameForm.Adjective && draft is { Host.Role.Kind: RoleKind.Quantity, Link: HostLink.Of } && draft.HeadToken.Child("det") is null;
        if (isPeople)
        {
            return (identities.Common(TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast), reading.Entry.Codes, ["CVL"], null, plural: true), reason);
        }

        var instead = facts.Override(draft);
        return instead.IsEmpty ? (identities.OfEntry(reading.Entry), reason) : (identities.Common(reading.Entry.Name, instead, reading.Entry.Sectors, null, plural: false), reason + ", of another state");
    }

    /// <summary>The identity of a person's name, and why.</summary>
    public (Identity Identity, string Reason) OfPerson(Draft draft)
    {
        if (draft.Reading is null && draft.Equal is { Kind: DraftKind.Common, Role.Kind: RoleKind.Group or RoleKind.Institution } && draft.Titles.Count == 0)
        {
            return OfBody(draft);   // "Jaish, an armed group": the model took it for a person
        }

        draft.Titles.Sort((a, b) => (b.Attached.Count > 0).CompareTo(a.Attached.Count > 0));   // "Qatari Foreign Minister Prince …": the office of a state first
        var offices = draft.Titles.ConvertAll(t => facts.Common(t, draft));
        var told = offices.Find(f => !f.Codes.IsEmpty);
        var (identity, reason) = people.Resolve(draft, told?.Codes[0]);
        NameLater(draft, offices, identity);
        if (identity.Gender is null)
        {
            identity.Gender = draft.Gender;
        }

        if (draft.Equal is { Kind: DraftKind.Common, Identity: null, IsFormer: false } current && draft.Titles.Count > 0 && draft.Titles.TrueForAll(t => t.IsFormer || draft.IsFormer))
        {
            reason += ", " + Tell(identity, current, OfficeFacts(current), isTitle: true);   // "the ambassador, retired Admiral …"
        }

        for (var i = 0; i < offices.Count; i++)
        {
            reason += ", " + Tell(identity, draft.Titles[i], offices[i], isTitle: true);
        }

        if (draft.Equal is { Kind: DraftKind.Common, Identity: null } office)
        {
            var apposed = OfficeFacts(office);
            reason += ", " + Tell(identity, office, apposed, isTitle: false);
        }

        if (identity.Codes.IsEmpty && identity.Entry is null && draft.Attached.Find(a => a.Link is HostLink.Modifier or HostLink.Possessive && a.Kind == DraftKind.Name && a.Identity?.CodeOn(published) is not null) is { } owner)
        {
            identity.Codes = [owner.Identity!.CodeOn(published)!];
        }

        if (identity is { HasRole: false, Entry: null } && draft.Attached.Find(a => a.Link is not HostLink.In && a.Reading?.Entry.Kind is NameKind.Party or NameKind.ArmedGroup or NameKind.Organisation && a.Identity is not null) is { } party)
        {
            identity.HasRole = true;   // "Malik of the Awami League", "Greenpeace's Dahl"
            identity.Sectors = party.Identity!.Sectors;
            identity.Codes = identity.Codes.IsEmpty && party.Identity.CodeOn(published) is { } own ? [own] : identity.Codes;
            reason += ", of " + party.Identity.Name;
        }

        if (identity.CodeOn(published) is null && draft.Titles.Exists(t => t.Role!.IsLeader) && people.StateLedBy(draft.Words) is { } led)
        {
            identity.Codes = [led];   // "President Bush" of a report without a day: one of two, both of one state
            reason += $", as each leader of that name of {led}";
        }

        if (identity.CodeOn(published) is null && (draft.Titles.Count > 0 || draft.Equal is { Kind: DraftKind.Common }) && setting.Of(draft, report[draft.Sentence.Index]) is { } where)
        {
            (identity.Codes, identity.IsGuessed) = ([where.Code], true);
            reason += ", of " + where.Reason;
        }

        identities.Remember(identity, draft.Titles.Select(t => t.Role!));
        return (identity, reason);
    }

    /// <summary>The identity of a name that no table knows, and why.</summary>
    public (Identity Identity, string Reason) OfBody(Draft draft)
    {
        if (draft.Words.Length == 1 && people.Knows(draft))
        {
            return people.Resolve(draft, null);   // "Ban" after "Ban Ki-moon", taken for something else
        }

        if (draft.Equal is { Identity: { IsPerson: false } same, Kind: DraftKind.Body or DraftKind.Name })
        {
            identities.Alias(draft, same);
            return (same, $"another name of {same.Name}");
        }

        var about = facts.Body(draft);
        if (draft.Equal is { Kind: DraftKind.Common } what && what.Identity is null)
        {
            var told = OfficeFacts(what);
            about = about with { Codes = about.Codes.IsEmpty ? told.Codes : about.Codes, Sectors = about.Sectors.IsEmpty ? told.Sectors : about.Sectors };
        }

        if (about.Codes.IsEmpty && draft.Role is { Kind: RoleKind.Institution, Sector: "GOV" or "LEG" or "JUD" or "MIL" or "COP" or "PTY" } && setting.Of(draft, report[draft.Sentence.Index]) is { } where)
        {
            about = about with { Codes = [where.Code], IsGuessed = true, Reason = about.Reason + ", " + where.Reason };
        }

        return (identities.Body(draft, about), about.Reason);
    }

    // What the report says of an office wins over the table; a bare "the father of two" does not.
    private string Tell(Identity identity, Draft title, Facts told, bool isTitle)
    {
        var role = title.Role!;
        var inOffice = published is { } day && identity.Entry?.OfficeOn(day)?.Term.Covers(day) == true;
        var weak = role is { Sector: "CVL" or null, Code: null } && identity.Entry is not null || inOffice && (told.IsByPronoun || identity.IsInternational && !told.IsOfState || role.Sector == "MIL" && !role.IsOpen && told.Codes.IsEmpty);
        if (!identity.HasRole && !weak && (isTitle || identity.Entry is null || title.IsFormer || told.Sectors.FirstOrDefault() == "ELI" || !told.Codes.IsEmpty))
        {
            identity.HasRole = true;
            identity.Sectors = told.Sectors;
            (identity.Codes, identity.IsGuessed) = told.Codes.IsEmpty ? (identity.Codes, identity.IsGuessed) : ([told.Codes[0]], told.IsGuessed);
            identity.Office = (title.IsFormer ? "former " : "") + TokenRange.Text(title.Sentence, title.CoreFirst, title.CoreLast);
        }
        else if (identity.Codes.IsEmpty && identity.Entry is null && !told.Codes.IsEmpty)
        {
            (identity.Codes, identity.IsGuessed) = ([told.Codes[0]], told.IsGuessed);
        }

        identity.IsLeader |= role.IsLeader;
        identity.Gender ??= role.Gender;
        identities.Remember(identity, [role]);
        return "role " + told.Reason;
    }

    private Facts OfficeFacts(Draft office)
    {
        foreach (var attached in office.Attached)
        {
            resolve(attached);
        }

        return facts.Common(office);
    }

    // "The prime minister denied it. Prime Minister Belk …": the one named only by the office was this one.
    private void NameLater(Draft draft, List<Facts> offices, Identity identity)
    {
        for (var i = 0; i < offices.Count && identity.Mentions == 0; i++)
        {
            var code = identity.CodeOn(published) ?? offices[i].Codes.FirstOrDefault();
            if (!draft.IsFormer && identities.LastIn(draft.Titles[i].Role!.Words, null) is { IsPerson: true, IsNamed: false, IsIndefinite: false, IsPlural: false, Mentions: > 0 } before && before != identity
                && (before.CodeOn(published) is not { } other || code is null || other == code))
            {
                before.Become(identity);
                (identity.Codes, identity.IsGuessed) = identity.CodeOn(published) is null ? (before.Codes, before.IsGuessed) : (identity.Codes, identity.IsGuessed);
            }
        }
    }
}
