using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds whom names mean: those of the tables, of people, and of bodies that no table knows.</summary>
/// <param name="report">The drafts of the report.</param>
/// <param name="facts">Reads codes and sectors off words.</param>
/// <param name="sectors">Reads sectors off words.</param>
/// <param name="citizens">Tells the people of a state from the state.</param>
/// <param name="persons">The people whom the report names.</param>
/// <param name="families">Who is meant by a family name alone.</param>
/// <param name="setting">The state that the report is about.</param>
/// <param name="identities">The identities of the report.</param>
/// <param name="published">Day of the report, or null.</param>
/// <param name="resolve">Resolves what hangs on a draft.</param>
internal sealed class Names(IReadOnlyList<SentenceDrafts> report, FactReader facts, SectorReader sectors, Citizens citizens, People persons, FamilyNames families, Setting setting, Identities identities, LocalDate? published, Action<Draft> resolve)
{
    /// <summary>The identity of a name of the tables, and why.</summary>
    public (Identity Identity, string Reason) OfName(Draft draft)
    {
        var reading = draft.Reading!;
        var form = reading.Form switch { NameForm.Name => "name", NameForm.Adjective => "adjective", NameForm.Demonym => "people", _ => "capital" };
        var reason = $"{form} of {reading.Entry.Name} ({reading.Entry.Where})";
        if (citizens.Of(draft) is { } people)
        {
            return (people.Identity, reason + ", " + people.Reason);
        }

        if (reading.Entry.Kind == NameKind.Party && sectors.IsOpposition(draft) && identities.OfEntry(reading.Entry) is var party)
        {
            (party.HasRole, party.Sectors) = (true, ["OPP", .. party.Sectors.Where(s => s != "OPP")]);   // "the main opposition Labour Party"
            return (party, reason + ", in opposition");
        }

        if (reading.Entry.Kind == NameKind.Party && draft.IsPlural && draft.Attached.Find(a => a.Link is HostLink.In or HostLink.Of && a.Identity?.SectorOn(published) == "LEG") is { } chamber)
        {
            return (identities.Common(NounPhrase.Name(draft), reading.Entry.Codes, ["LEG"], null, plural: true), reason + ", in " + chamber.Identity!.Name);   // "Democrats in Congress"
        }

        var instead = facts.Override(draft);
        return instead.IsEmpty ? (identities.OfEntry(reading.Entry), reason) : (identities.Common(reading.Entry.Name, instead, reading.Entry.Sectors, null, plural: false), reason + ", of another state");
    }

    /// <summary>The identity of a person's name, and why.</summary>
    public (Identity Identity, string Reason) OfPerson(Draft draft)
    {
        if (draft.Reading is null && draft.Equal is { Kind: DraftKind.Common, Role.Kind: RoleKind.Group or RoleKind.Institution } && draft.Titles.Count == 0 || persons.IsShortForBody(draft))
        {
            return OfBody(draft);   // "Jaish, an armed group", "Mesa" after "Mesa Airlines": the model took it for a person
        }

        draft.Titles.Sort((a, b) => (b.Attached.Count > 0).CompareTo(a.Attached.Count > 0));   // "Qatari Foreign Minister Prince …": the office of a state first
        var offices = draft.Titles.ConvertAll(t => facts.Common(t, draft));
        var told = offices.Find(f => !f.Codes.IsEmpty);
        var (identity, reason) = persons.Resolve(draft, told?.Codes[0]);
        NameLater(draft, offices, identity);
        if (identity.Gender is null)
        {
            identity.Gender = draft.Gender;
        }

        if (draft.Equal is { Kind: DraftKind.Common, Identity: null } post && draft.Titles.Count > 0 && (!post.IsFormer && draft.Titles.TrueForAll(t => t.IsFormer || draft.IsFormer)
            || post.Role!.Sector is not ("CVL" or null) && (!post.IsFormer || post.Role.IsLeader) && !IsInOffice(identity) && draft.Titles.Zip(offices).All(t => IsRank(t.First.Role!, t.Second))))
        {
            reason += ", " + Tell(identity, post, OfficeFacts(post), isTitle: true);   // "the ambassador, retired Admiral …", "General Pinochet, the former dictator"
        }

        if (draft.TaggedState is { } tagged && identity.Codes.IsEmpty)
        {
            identity.Codes = [tagged];
            identity.Sectors = identity.HasRole ? identity.Sectors : ["LEG"];
            reason += ", of " + tagged + " by the party and constituency behind the name";
        }

        for (var i = 0; i < offices.Count; i++)
        {
            reason += ", " + Tell(identity, draft.Titles[i], offices[i], isTitle: true);
        }

        if (draft.Equal is { Kind: DraftKind.Common or DraftKind.Body, Identity: null } office)
        {
            var apposed = office.Kind == DraftKind.Body ? facts.Body(office) : OfficeFacts(office);
            reason += ", " + Tell(identity, office, apposed, isTitle: false);
        }

        if (identity.Codes.IsEmpty && identity.Entry is null && draft.Attached.Find(a => a.Link is HostLink.Modifier or HostLink.Possessive && a.Kind == DraftKind.Name && a.Identity?.CodeOn(published) is not null) is { } owner)
        {
            identity.Codes = [owner.Identity!.CodeOn(published)!];
        }

        if (!identity.HasRole && identity.SectorOn(published) is null or "ELI" && draft.Attached.Exists(a => a is { Link: HostLink.Of, Kind: DraftKind.Common, Role: { Sector: "OPP", Kind: RoleKind.Group } }))
        {
            (identity.HasRole, identity.Sectors) = (true, ["OPP"]);   // "Kim of the opposition"
            reason += ", of the opposition";
        }

        if (!identity.HasRole && (identity.Entry is null || identity.SectorOn(published) is null) && draft.Attached.Find(IsMembership) is { } party)
        {
            identity.HasRole = true;   // "Malik of the Awami League", "Greenpeace's Dahl"
            identity.Sectors = party.Identity!.Sectors;
            identity.Codes = identity.CodeOn(published) is null && party.Identity.CodeOn(published) is { } own ? [own] : identity.Codes;
            reason += ", of " + party.Identity.Name;
        }

        if (identity.CodeOn(published) is null && families.StateLedBy(draft.Words) is { } led && (draft.Titles.Exists(t => t.Role!.IsLeader) || setting.Names(led)))
        {
            identity.Codes = [led];   // "President Bush" of a report without a day, "Kenyatta" where Kenya was named: one of two, both of one state
            reason += $", as each leader of that name of {led}";
        }

        if (identity.CodeOn(published) is null && draft.Titles.Find(t => identities.BodyOf(t.Role!) is not null) is { } served)
        {
            (identity.Codes, identity.IsGuessed) = ([identities.BodyOf(served.Role!)!], true);
            identity.Sectors = identity.Sectors.Remove("GOV");
            reason += ", of " + identity.Codes[0] + ", which the report names";
        }

        if (identity.CodeOn(published) is null && (draft.Titles.Count > 0 || draft.Equal is { Kind: DraftKind.Common }) && setting.Of(draft, report[draft.Sentence.Index]) is { } where)
        {
            (identity.Codes, identity.IsGuessed) = ([where.Code], true);
            reason += ", of " + where.Reason;
        }

        identities.Remember(identity, draft.Titles.Count > 0 ? draft.Titles.Select(t => t.Role!) : facts.RolesOf(identity));
        return (identity, reason);
    }

    // "Malik of the Awami League", "Dahl of the leftist Workers Party"
    private static bool IsMembership(Draft body) => body.Link is not HostLink.In && body.Identity is not null && (body.Reading?.Entry.Kind is NameKind.Party or NameKind.ArmedGroup or NameKind.Organisation || body is { Kind: DraftKind.Body, Role: { Kind: RoleKind.Institution, Sector: "PTY" } });

    /// <summary>The identity of a name that no table knows, and why.</summary>
    public (Identity Identity, string Reason) OfBody(Draft draft)
    {
        if (draft.Words.Length == 1 && persons.Knows(draft))
        {
            draft.Use = draft.Use == MentionUse.Place ? MentionUse.Actor : draft.Use;   // the model may take a family name for a town
            return persons.Resolve(draft, null);   // "Ban" after "Ban Ki-moon", taken for something else
        }

        if (draft.Equal is { Kind: DraftKind.Person } person)
        {
            resolve(person);
            if (person.Identity is { } holder)
            {
                return (holder, $"the same as {holder.Name}");
            }
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

        if (about.Codes.IsEmpty && (draft.Role is { Kind: RoleKind.Institution, Sector: "GOV" or "LEG" or "JUD" or "MIL" or "COP" or "PTY" or "LAB" } || about.Sectors is ["GOV"]) && setting.Of(draft, report[draft.Sentence.Index]) is { } where)
        {
            about = about with { Codes = [where.Code], IsGuessed = true, Reason = about.Reason + ", " + where.Reason };
        }

        return (identities.Body(draft, about), about.Reason);
    }

    // What the report says of an office wins over the table; a bare "the father of two" does not.
    private string Tell(Identity identity, Draft title, Facts told, bool isTitle)
    {
        var role = title.Role!;
        var inOffice = IsInOffice(identity);
        var weak = role is { Sector: "CVL" or null, Code: null } && identity.Entry is not null || IsRank(role, told) && identity.Entry is not null && identity.SectorOn(published) is not null || inOffice && (told.IsByPronoun || identity.IsInternational && (!told.IsOfState || !isTitle)   // "Ban, a diplomat from South Korea"
            || title.IsFormer && !isTitle   // who left a post may hold another
            || !isTitle && !role.IsLeader && IsInGovernment(identity) && told.Sectors is not ["GOV", ..] && told.Codes.Contains(identity.CodeOn(published)!));   // a minister may be called a cleric or a general
        if (!identity.HasRole && !weak && (isTitle || identity.Entry is null || identity.SectorOn(published) is "CVL" or null && told.Sectors.FirstOrDefault() is not ("CVL" or null) || title.IsFormer || told.Sectors.FirstOrDefault() == "ELI" || !told.Codes.IsEmpty))
        {
            identity.HasRole = true;
            identity.Sectors = told.Sectors;
            (identity.Codes, identity.IsGuessed) = told.Codes.IsEmpty || told.IsGuessed && inOffice ? (identity.Codes, identity.IsGuessed) : ([told.Codes[0]], told.IsGuessed);   // the tables know better than a guess
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

    private bool IsInOffice(Identity identity) => published is { } day && identity.Entry?.OfficeOn(day)?.Term.Covers(day) == true;

    // "General", "Mullah": a rank says less than an office that the tables know, or that stands behind the name.
    private static bool IsRank(Role role, Facts told) => role is { Sector: "MIL" or "REL", IsOpen: false, Code: null } && told.Codes.IsEmpty;

    private bool IsInGovernment(Identity identity) => identity.SectorOn(published) == "GOV";

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
        if (identity is { Mentions: 0, Entry: null } && draft.Equal is { Kind: DraftKind.Common, IsPlural: false, Attached.Count: 0 } same && same.HeadToken.Child("det") is { Lemma: "the" }
            && identities.LastIn(same.Role!.Words, null) is { IsPerson: true, IsNamed: false, IsPlural: false, Mentions: > 0 } unnamed)
        {
            unnamed.Become(identity);   // "a pilot died … Lars Dahl, the pilot,"
            (identity.HasRole, identity.Codes, identity.Sectors, identity.IsGuessed) = (true, unnamed.Codes, unnamed.Sectors, unnamed.IsGuessed);
        }

        for (var i = 0; i < offices.Count && identity.Mentions == 0; i++)
        {
            var code = identity.CodeOn(published) ?? offices[i].Codes.FirstOrDefault();
            var told = draft.Titles[i].Role!;
            if (!draft.IsFormer && (identities.LastIn(told.Words, null) ?? (told.IsLeader && code is not null ? identities.LastIn("leader", code) : null)) is { IsPerson: true, IsNamed: false, IsPlural: false, Mentions: > 0 } before && before != identity && (!before.IsIndefinite || before is { IsGuessed: false, Mentions: 1 } && offices[i].Codes.IsEmpty)   // "a Spanish judge … Judge Garzon"
                && (before.CodeOn(published) is not { } other || code is null || other == code))
            {
                before.Become(identity);
                (identity.Codes, identity.IsGuessed) = identity.CodeOn(published) is null ? (before.Codes, before.IsGuessed) : (identity.Codes, identity.IsGuessed);
            }
        }
    }
}
