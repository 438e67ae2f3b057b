using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using Demarche.Language.Clauses;
using Demarche.Reports;
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
    private readonly Identities _identities;
    private readonly Determiners _determiners;
    private readonly StateDescriptions _states;
    private readonly Groups _groups;
    private readonly Descriptions _descriptions;
    private readonly Belonging _belonging;
    private readonly Headlines _headlines;
    private readonly Pronouns _pronouns;
    private readonly Names _names;
    private int _order;

    public Resolver(ActorTables tables, IReadOnlyList<SentenceDrafts> report, Quotes quotes, Report head, Action<StateQuestion>? asked)
    {
        _tables = tables;
        var published = _published = head.Day;
        _report = report;
        _headlines = new Headlines(report, published);
        var sectors = new SectorReader(tables, published);
        _facts = new FactReader(tables, sectors, published);
        _identities = new Identities(tables, published);
        var subject = new ReportSubject(report, tables, published, head.Dateline?.Place);
        var families = new FamilyNames(tables, code => subject.ShareOf(code) > 0, published);
        _people = new People(tables, families, published);
        var setting = new Setting(tables, _facts, new StateGuesses(report, subject, _identities, tables, published), _identities, published, asked);
        var antecedents = new Antecedents(report, quotes, tables.Roles);
        _determiners = new Determiners(tables.Roles);
        _states = new StateDescriptions(tables, _determiners, antecedents, _identities, subject, published);
        _groups = new Groups(tables, _determiners, _states, antecedents, _identities, subject, published);
        var people = new PersonDescriptions(tables, _determiners, antecedents, _identities, published);
        var crowds = new CrowdDescriptions(tables, antecedents, _identities, published);
        _descriptions = new Descriptions(tables, _determiners, _states, people, crowds, antecedents, _identities, published);
        _belonging = new Belonging(tables, _descriptions, setting, _identities, published);
        _pronouns = new Pronouns(report, antecedents, quotes, _identities, published, HomeOf(tables, head));
        _names = new Names(report, _facts, sectors, new Citizens(tables, antecedents, _identities, published), _people, families, setting, _identities, published, draft => Resolve(draft, report[draft.Sentence.Index]));
    }

    // The state for which an agency speaks that says "we" of it.
    private static string? HomeOf(ActorTables tables, Report head) =>
        (head.Dateline?.Agency ?? head.Outlet) is { } agency && tables.Roles.Words.Mouthpieces.Contains(agency) ? tables.Names.Find(agency.Split(' ')).FirstOrDefault()?.Entry.Code : null;

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
                    Assign(draft, draft.Pronoun is "we" or "i" ? _pronouns.OfSpeaker(draft) : _pronouns.OfLater(draft, sentence));
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
                Assign(draft, _names.OfName(draft));
                draft.Joined.ForEach(joined => Resolve(joined, sentence));
                draft.Others = [.. draft.Joined.Select(j => j.Identity).OfType<Identity>()];   // a broken tree may tie two drafts to each other
                break;
            case DraftKind.Person:
                Assign(draft, _names.OfPerson(draft));
                break;
            case DraftKind.Body:
                Assign(draft, _names.OfBody(draft));
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
            draft.IsThing = TokenRange.IsArgument(ClauseRoles.Conjunct(draft.HeadToken));
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
            _identities.Named(known.Identity);
            known.Identity.Order = known.Identity.Mentions++ == 0 ? _order++ : known.Identity.Order;
        }
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
            draft.IsThing = TokenRange.IsArgument(ClauseRoles.Conjunct(draft.HeadToken));
            return;
        }

        if (_states.Island(draft) is { } island)
        {
            Assign(draft, (island, $"stands for {island.Name}, named before"));
            return;
        }

        if (draft.Role!.Kind is RoleKind.Holding or RoleKind.Deed or RoleKind.Quantity)
        {
            ResolveByOwner(draft);
            return;
        }

        if (_groups.Of(draft) is { IsEmpty: false } members)
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

        if (IsBodyOfGroup(draft) is { } group)
        {
            if (_determiners.IsDefinite(draft) && group.Identity!.Mentions == 1 && _identities.LastIn("#" + draft.Role!.Group, null) is { Entry: null, IsPlural: true, Mentions: > 0 } unnamed)
            {
                unnamed.Become(group.Identity);   // "Gunmen held hostages. The rebels of the movement …"
            }

            Assign(draft, (group.Identity!, $"\"{draft.Role!.Words}\" of {group.Identity!.Name}"));
            return;
        }

        var examples = Examples(draft, sentence);
        if (examples.Count > 0 && draft.Role!.Kind == RoleKind.State)
        {
            Assign(draft, (examples[0].Identity!, "the ones named for example: " + string.Join(", ", examples.Select(e => e.Identity!.Name))));
            draft.Others = [.. examples.Skip(1).Select(e => e.Identity!)];
            return;
        }

        var facts = _facts.Common(draft);
        if (facts.Codes.IsEmpty && examples.Count > 0)
        {
            facts = facts with { Codes = [.. examples.Select(e => e.Identity!.CodeOn(_published)!).Distinct()], Reason = facts.Reason + ", such as " + string.Join(", ", examples.Select(e => e.Identity!.Name)) };
        }

        if (_descriptions.Find(draft, facts) is { } found)
        {
            Assign(draft, found);
            return;
        }

        facts = _belonging.Complete(draft, sentence, facts);
        draft.IsGuessed = facts.IsGuessed;
        var identity = _identities.Common(draft, facts, _determiners.IsIndefinite(draft));
        _headlines.Join(draft, identity);
        Assign(draft, (identity, facts.Reason));
    }

    // "firms such as Huawei and Samsung", "states like Iran": those of a code that are named behind a plural.
    private List<Draft> Examples(Draft draft, SentenceDrafts sentence)
    {
        if (!draft.IsPlural || ExamplesOf(draft.HeadToken) is not { } phrase)
        {
            return [];
        }

        var named = sentence.All.FindAll(d => !d.IsFolded && d.Kind is DraftKind.Name or DraftKind.Body && ClauseRoles.Conjunct(d.HeadToken).Index == phrase.Index);
        named.ForEach(d => Resolve(d, sentence));
        return named.FindAll(d => d.Identity?.CodeOn(_published) is not null);
    }

    private Token? ExamplesOf(Token plural)
    {
        foreach (var child in plural.Children)
        {
            if (child.BaseRelation is "nmod" && child.Index > plural.Index && ClauseReader.PrepositionOf(child) is { } preposition && _tables.Roles.Words.ExamplePrepositions.Contains(preposition))
            {
                return child;
            }
        }

        return null;
    }

    // "Islamic State fighters", "Hamas militants" are the group itself; "two Hamas militants" are some of it.
    private static Draft? IsBodyOfGroup(Draft draft) =>
        (draft.IsPlural || draft.Role!.Kind == RoleKind.Group) && draft.Role is { Sector: "REB" or "UAF" or "PRM" or "MIL" } && draft.HeadToken.Child("nummod") is null
            ? draft.Attached.Find(a => a is { Link: HostLink.Modifier or HostLink.Of, Reading.Entry.Kind: NameKind.ArmedGroup, Identity: not null }) : null;
}
