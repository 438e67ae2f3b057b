using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Gives every draft of a report its identity, in reading order. Lives for one call of the finder.</summary>
internal sealed class Resolver
{
    private readonly ActorTables _tables;
    private readonly LocalDate? _published;
    private readonly IReadOnlyList<SentenceDrafts> _report;
    private readonly FactReader _facts;
    private readonly People _people;
    private readonly Setting _setting;
    private readonly Identities _identities;
    private readonly Descriptions _descriptions;
    private readonly Pronouns _pronouns;
    private int _order;

    public Resolver(ActorTables tables, IReadOnlyList<SentenceDrafts> report, Quotes quotes, LocalDate? published)
    {
        _tables = tables;
        _published = published;
        _report = report;
        _facts = new FactReader(tables, published);
        _people = new People(tables, published);
        _setting = new Setting(report, published);
        _identities = new Identities(tables, published);
        var antecedents = new Antecedents(report, quotes);
        _descriptions = new Descriptions(tables, antecedents, _identities, published);
        _pronouns = new Pronouns(report, antecedents, quotes, _identities, published);
    }

    /// <summary>Resolves every draft.</summary>
    public void Resolve()
    {
        foreach (var sentence in _report)
        {
            foreach (var draft in sentence.All)
            {
                _people.Collect(draft);
            }
        }

        foreach (var sentence in _report)
        {
            foreach (var draft in sentence.All)
            {
                Resolve(draft, sentence);
            }

            foreach (var draft in sentence.All)
            {
                if (draft.Kind == DraftKind.Pronoun && draft.Identity is null)
                {
                    Assign(draft, _pronouns.OfSpeaker(draft));
                }
            }
        }
    }

    private void Resolve(Draft draft, SentenceDrafts sentence)
    {
        if (draft.Identity is not null || draft.IsFolded || draft.IsVisited)
        {
            return;
        }

        draft.IsVisited = true;   // a broken tree may tie two drafts to each other
        foreach (var attached in draft.Titles.SelectMany(t => t.Attached).Concat(draft.Attached))
        {
            Resolve(attached, sentence);
        }

        switch (draft.Kind)
        {
            case DraftKind.Name:
                Assign(draft, OfName(draft));
                break;
            case DraftKind.Person:
                Assign(draft, OfPerson(draft));
                break;
            case DraftKind.Body:
                Assign(draft, OfBody(draft, sentence));
                break;
            case DraftKind.Pronoun:
                Assign(draft, _pronouns.Of(draft));
                break;
            default:
                ResolveCommon(draft, sentence);
                break;
        }
    }

    // "militant targets", "Israeli air strikes", "dozens of soldiers": the words stand for whose they are, and for nobody where that is not told.
    private void ResolveByOwner(Draft draft)
    {
        var owners = draft.Attached.Where(a => a.Identity is not null).OrderBy(a => a.Link).ToList();
        var facts = _facts.Common(draft);
        var told = facts.Sectors.IsEmpty ? 0 : 1;
        if (owners.Count == 0 && told == 0)
        {
            draft.IsThing = TokenRange.IsArgument(Antecedents.Conjunct(draft.HeadToken));
            return;
        }

        if (owners.Count > 0 && (owners[0].Identity!.SectorOn(_published) == facts.Sectors.FirstOrDefault() || told == 0) && (owners[0].Identity!.CodeOn(_published) is not null || facts.Codes.IsEmpty))
        {
            Assign(draft, (owners[0].Identity!, $"\"{draft.Role!.Words}\" of {owners[0].Identity!.Name}"));
            draft.Others = [.. owners[0].Others, .. owners.Skip(1).Where(o => o.Link == owners[0].Link && o.IsState && owners[0].IsState && o.Identity != owners[0].Identity).Select(o => o.Identity!)];
            return;
        }

        Assign(draft, (_identities.Common(draft, facts, indefinite: true), facts.Reason));
    }

    private void Assign(Draft draft, (Identity Identity, string Reason)? found)
    {
        if (found is { } known)
        {
            draft.Identity = known.Identity;
            draft.Reason = known.Reason;
            known.Identity.Order = known.Identity.Mentions++ == 0 ? _order++ : known.Identity.Order;
        }
    }

    private (Identity Identity, string Reason) OfName(Draft draft)
    {
        var reading = draft.Reading!;
        var form = reading.Form switch { NameForm.Name => "name", NameForm.Adjective => "adjective", NameForm.Demonym => "people", _ => "capital" };
        var reason = $"{form} of {reading.Entry.Name} ({reading.Entry.Where})";
        if (reading.Form == NameForm.Demonym && draft.IsPlural && draft.HeadToken.Child("det") is null && draft.Host is null)
        {
            return (_identities.Common(TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast), reading.Entry.Codes, ["CVL"], null, plural: true), reason);
        }

        var instead = _facts.Override(draft);
        return instead.IsEmpty ? (_identities.OfEntry(reading.Entry), reason) : (_identities.Common(reading.Entry.Name, instead, reading.Entry.Sectors, null, plural: false), reason + ", of another state");
    }

    private (Identity Identity, string Reason) OfPerson(Draft draft)
    {
        if (draft.Reading is null && draft.Equal is { Kind: DraftKind.Common, Role.Kind: RoleKind.Group or RoleKind.Institution } && draft.Titles.Count == 0)
        {
            return OfBody(draft, _report[draft.Sentence.Index]);   // "Jaish, an armed group": the model took it for a person
        }

        draft.Titles.Sort((a, b) => (b.Attached.Count > 0).CompareTo(a.Attached.Count > 0));   // "Qatari Foreign Minister Prince …": the office of a state first
        var facts = draft.Titles.ConvertAll(t => _facts.Common(t, draft));
        var told = facts.Find(f => !f.Codes.IsEmpty);
        var (identity, reason) = _people.Resolve(draft, told?.Codes[0]);
        if (identity.Gender is null)
        {
            identity.Gender = draft.Gender;
        }

        for (var i = 0; i < facts.Count; i++)
        {
            reason += ", " + Tell(identity, draft.Titles[i], facts[i], isTitle: true);
        }

        if (draft.Equal is { Kind: DraftKind.Common, Identity: null } office)
        {
            var apposed = OfficeFacts(office);
            reason += ", " + Tell(identity, office, apposed, isTitle: false);
        }

        if (identity.Codes.IsEmpty && identity.Entry is null && draft.Attached.Find(a => a.Link is HostLink.Modifier or HostLink.Possessive && a.Kind == DraftKind.Name && a.Identity?.CodeOn(_published) is not null) is { } owner)
        {
            identity.Codes = [owner.Identity!.CodeOn(_published)!];
        }

        if (identity.CodeOn(_published) is null && (draft.Titles.Count > 0 || draft.Equal is { Kind: DraftKind.Common }) && _setting.Of(draft, _report[draft.Sentence.Index]) is { } setting)
        {
            identity.Codes = [setting.Code];
            reason += ", of " + setting.Reason;
        }

        _identities.Remember(identity, draft.Titles.Select(t => t.Role!));
        return (identity, reason);
    }

    private Facts OfficeFacts(Draft office)
    {
        foreach (var attached in office.Attached)
        {
            Resolve(attached, _report[office.Sentence.Index]);
        }

        return _facts.Common(office);
    }

    // What the report says of an office wins over the table; a bare "the father of two" does not.
    private string Tell(Identity identity, Draft title, Facts facts, bool isTitle)
    {
        var role = title.Role!;
        var weak = role.Sector is "CVL" or null && identity.Entry is not null;
        if (!identity.HasRole && !weak && (isTitle || identity.Entry is null || title.IsFormer || facts.Sectors.FirstOrDefault() == "ELI" || !facts.Codes.IsEmpty))
        {
            identity.HasRole = true;
            identity.Sectors = facts.Sectors;
            identity.Codes = facts.Codes.IsEmpty ? identity.Codes : [facts.Codes[0]];
            identity.Office = (title.IsFormer ? "former " : "") + TokenRange.Text(title.Sentence, title.CoreFirst, title.CoreLast);
        }
        else if (identity.Codes.IsEmpty && identity.Entry is null && !facts.Codes.IsEmpty)
        {
            identity.Codes = [facts.Codes[0]];
        }

        identity.IsLeader |= role.IsLeader;
        identity.Gender ??= role.Gender;
        _identities.Remember(identity, [role]);
        return "role " + facts.Reason;
    }

    private (Identity Identity, string Reason) OfBody(Draft draft, SentenceDrafts sentence)
    {
        if (draft.Words.Length == 1 && _people.Knows(draft))
        {
            return _people.Resolve(draft, null);   // "Ban" after "Ban Ki-moon", taken for something else
        }

        if (draft.Equal is { Identity: { IsPerson: false } same, Kind: DraftKind.Body or DraftKind.Name })
        {
            _identities.Alias(draft, same);
            return (same, $"another name of {same.Name}");
        }

        var facts = _facts.Body(draft);
        if (draft.Equal is { Kind: DraftKind.Common } what && what.Identity is null)
        {
            var told = OfficeFacts(what);
            facts = facts with { Codes = facts.Codes.IsEmpty ? told.Codes : facts.Codes, Sectors = facts.Sectors.IsEmpty ? told.Sectors : facts.Sectors };
        }

        if (facts.Codes.IsEmpty && draft.Role is { Kind: RoleKind.Institution, Sector: "GOV" or "LEG" or "JUD" or "MIL" or "COP" } && _setting.Of(draft, sentence) is { } setting)
        {
            facts = facts with { Codes = [setting.Code], Reason = facts.Reason + ", " + setting.Reason };
        }

        return (_identities.Body(draft, facts), facts.Reason);
    }

    private void ResolveCommon(Draft draft, SentenceDrafts sentence)
    {
        if (draft.Equal is { } equal && equal.Kind != DraftKind.Common)
        {
            Resolve(equal, sentence);
            if (equal.Identity is { } same)
            {
                Assign(draft, (same, $"the same as {same.Name}"));
                return;
            }
        }

        if (draft.Role!.Kind == RoleKind.Thing)
        {
            draft.IsThing = TokenRange.IsArgument(Antecedents.Conjunct(draft.HeadToken));
            return;
        }

        if (draft.Role!.Kind is RoleKind.Holding or RoleKind.Deed or RoleKind.Quantity)
        {
            ResolveByOwner(draft);
            return;
        }

        if (_descriptions.Group(draft) is { IsEmpty: false } members)
        {
            Assign(draft, (members[0], "the ones named last: " + string.Join(", ", members.Select(m => m.Name))));
            draft.Others = members[1..];
            return;
        }

        if (draft.Role!.Group == 0)
        {
            draft.IsThing = true;   // "both" of we know not whom
            return;
        }

        var facts = _facts.Common(draft);
        if (_descriptions.Find(draft, facts) is { } found)
        {
            Assign(draft, found);
            return;
        }

        if (facts.Codes.IsEmpty && draft.Role!.Words.IndexOf(' ') is > 0 and var blank && _identities.LastIn(draft.Role.Words[..blank], null)?.CodeOn(_published) is { } force)
        {
            facts = facts with { Codes = [force], Reason = facts.Reason + ", of the " + draft.Role.Words[..blank] + " named before" };   // "a police spokesman"
        }

        if (facts.Codes.IsEmpty && draft.Role!.Kind != RoleKind.State && _setting.Of(draft, sentence) is { } setting)
        {
            facts = facts with { Codes = [setting.Code], Reason = facts.Reason + ", " + setting.Reason };
        }

        Assign(draft, (_identities.Common(draft, facts, _descriptions.IsIndefinite(draft)), facts.Reason));
    }
}
