using System.Collections.Immutable;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>The identities of a report by entry, name and role, and which one was last in each role.</summary>
internal sealed class Identities(ActorTables tables, LocalDate? published)
{
    private readonly Dictionary<NameEntry, Identity> _byEntry = [];
    private readonly Dictionary<ulong, Identity> _byName = [];
    private readonly Dictionary<string, Identity> _byRole = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Identity> _lastInRole = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Role, string Code), Identity> _holders = [];
    private readonly Dictionary<string, string> _lastCodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sectors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _international = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Identity> _bodies = new(StringComparer.Ordinal);

    /// <summary>The identity of an entry that is no person's.</summary>
    public Identity OfEntry(NameEntry entry)
    {
        if (entry.IsState && entry.Kind != NameKind.State && tables.States.TryGetValue(entry.Codes[0], out var state))
        {
            entry = state;   // "the North" is North Korea itself
        }

        if (!_byEntry.TryGetValue(entry, out var identity))
        {
            identity = new Identity(entry.Name) { Entry = entry, Codes = entry.Codes, Sectors = entry.Sectors, IsState = entry.Kind == NameKind.State };
            _byEntry.Add(entry, identity);
        }

        if (!identity.IsState)
        {
            TakeUp(identity, entry);
        }

        return identity;
    }

    /// <summary>The state of a code, or null.</summary>
    public Identity? OfState(string? code) => code is not null && tables.States.TryGetValue(code, out var entry) ? OfEntry(entry) : null;

    /// <summary>The identity of a name that no table knows.</summary>
    public Identity Body(Draft draft, Facts facts)
    {
        var key = KeyOf(draft.Words);
        if (!_byName.TryGetValue(key, out var identity))
        {
            identity = new Identity(TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast)) { Codes = facts.Codes, Sectors = facts.Sectors, IsPlural = draft.IsPlural, IsGuessed = facts.IsGuessed };
            _byName.Add(key, identity);
            if (draft.Words.Length > 1 && draft.Entity == EntityKind.Organisation)
            {
                _byName.TryAdd(KeyOf(draft.Words[..1]), identity);   // "Amnesty" after "Amnesty International"
            }
        }

        else if (identity is { Entry: null, IsPerson: false } && (identity.Codes.IsEmpty || identity.IsGuessed) && !facts.IsGuessed && !facts.Codes.IsEmpty && draft.Attached.Exists(a => a.Link is HostLink.Possessive or HostLink.Modifier && a.IsState))
        {
            (identity.Codes, identity.IsGuessed) = (facts.Codes, false);   // "the Guard … Iraq's Guard": whose it is may be told later
        }

        if (draft.Role is { Kind: not RoleKind.Person } role)
        {
            Remember(identity, [role]);   // a "King Hussein Bridge" is no king
        }

        foreach (var word in tables.Roles.Words.TakenUpBy.GetValueOrDefault(identity.Sectors.FirstOrDefault() ?? "", []))
        {
            Remember(identity, tables.Roles.Phrases.Find(word.Split(' ')));   // "the firm" after the name of one
        }

        return identity;
    }

    /// <summary>Lets another name mean an identity.</summary>
    public void Alias(Draft draft, Identity identity) => _byName.TryAdd(KeyOf(draft.Words), identity);

    /// <summary>The identity that a common noun makes: the same for the same noun and code, but "a court" is a new one each time.</summary>
    public Identity Common(Draft draft, Facts facts, bool indefinite)
    {
        var role = draft.Role!;
        var key = role.Words + "/" + string.Join(';', facts.Codes) + "/" + string.Join(';', facts.Sectors) + (draft.IsFormer ? "/former" : "");
        var isPlural = draft.IsPlural || role.Kind == RoleKind.Group;
        if (!indefinite && _byRole.TryGetValue(key, out var identity) && (identity.IsPlural || !isPlural))
        {
            Remember(identity, [role]);
            identity.IsGuessed &= facts.IsGuessed;
            return identity;
        }

        identity = new Identity(NounPhrase.Name(draft))
        {
            Codes = facts.Codes,
            Sectors = facts.Sectors,
            HasRole = true,
            IsGuessed = facts.IsGuessed,
            IsPerson = role.Kind == RoleKind.Person && !draft.IsPlural,
            IsPlural = isPlural,
            IsLeader = role.IsLeader,
            IsIndefinite = indefinite,
            Gender = role.Gender,
            Office = role.Kind == RoleKind.Person && !draft.IsPlural && role.Sector is not "CVL" ? TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast) : null,
        };
        _byRole[key] = identity;
        if (!draft.IsFormer)
        {
            Remember(identity, [role]);   // "the government" does not take up "former governments"
        }

        return identity;
    }

    /// <summary>The identity of a word that stands for people of a state.</summary>
    public Identity Common(string name, ImmutableArray<string> codes, ImmutableArray<string> sectors, string? office, bool plural)
    {
        var key = name + "/" + string.Join(';', codes);
        if (!_byRole.TryGetValue(key, out var identity))
        {
            identity = new Identity(name) { Codes = codes, Sectors = sectors, HasRole = true, IsPlural = plural, Office = office };
            _byRole.Add(key, identity);
        }

        return identity;
    }

    /// <summary>Who holds an office of a state: the one named in it, else one without a name. A group that is no state stays itself.</summary>
    public Identity Officer(Identity state, Role role) => !state.IsState || state.Codes.IsEmpty ? state
        : LastIn(role.Words, state.Codes[0]) ?? Common($"{role.Words} of {state.Name}", state.Codes, [role.Sector!], role.Words, plural: false);

    /// <summary>Notes that the identity was last named in these roles, and in those that the table knows.</summary>
    public void Remember(Identity identity, IEnumerable<Role> roles)
    {
        foreach (var role in roles)
        {
            Note(identity, role.Words);
            if (role is { Kind: RoleKind.Institution or RoleKind.Group, Sector: "JUD" or "LEG" or "COP" })
            {
                _bodies[role.Sector] = identity;
            }

            if (role.IsSame)
            {
                Note(identity, "#" + role.Group);
            }

            if (identity.IsPlural && role is { Kind: RoleKind.Person or RoleKind.Group, IsMachine: false, Sector: { } trade })
            {
                Note(identity, "#" + trade);
            }

            if (role.Words.LastIndexOf(' ') is > 0 and var blank && !role.Words.EndsWith(" president", StringComparison.Ordinal))
            {
                Note(identity, role.Words[(blank + 1)..]);   // "the minister" for a foreign minister; a vice president is no president
            }
        }

        if (identity is { IsPerson: true, Entry: { } entry } && entry.OfficeOn(published) is { } office)
        {
            Note(identity, office.Title);
            foreach (var role in tables.Roles.Phrases.Find(office.Title.Split(' ')))
            {
                identity.IsLeader |= role.IsLeader;
                if (role.IsSame)
                {
                    Note(identity, "#" + role.Group);   // "the monarch" after a king
                }
            }
        }
    }

    /// <summary>Who was last named in a role, of a state where one is given.</summary>
    public Identity? LastIn(string role, string? code) => code is null ? _lastInRole.GetValueOrDefault(role) : _holders.GetValueOrDefault((role, code));

    /// <summary>The court, parliament or police force named last.</summary>
    public Identity? LastBody(string? sector) => sector is null ? null : _bodies.GetValueOrDefault(sector);

    // "the group" after Hamas, "the council" after the UN Security Council.
    private void TakeUp(Identity identity, NameEntry entry)
    {
        if (entry.Kind is NameKind.Seat or NameKind.Organisation && entry.Sectors.FirstOrDefault() is "JUD" or "LEG" or "COP")
        {
            _bodies[entry.Sectors[0]] = identity;
        }

        var last = entry.Name[(entry.Name.LastIndexOf(' ') + 1)..];
        foreach (var role in tables.Roles.Phrases.Find(last))
        {
            if (role.Sector != "MIL" || entry.Kind != NameKind.ArmedGroup)
            {
                Remember(identity, [role]);   // "the military" is no Salvation Army
            }
        }

        foreach (var key in new[] { entry.Kind.ToString(), entry.Code ?? "", entry.Sectors.FirstOrDefault() ?? "" })
        {
            foreach (var word in tables.Roles.Words.TakenUpBy.GetValueOrDefault(key, []))
            {
                Remember(identity, tables.Roles.Phrases.Find(word.Split(' ')));
            }
        }
    }

    /// <summary>Whether one whose code or sector is told, not guessed, was named in a sector by now.</summary>
    public bool HasSector(string sector) => _sectors.Contains(sector);

    /// <summary>The code of the international body that a word is used for, where one of that code was named by now; else null.</summary>
    public string? BodyOf(Role role) => tables.Roles.Words.OfBodies.GetValueOrDefault(role.Words) is { } code && _international.Contains(code) ? code : null;

    /// <summary>Whether of armies and police it was police that were named last.</summary>
    public bool PoliceCameLast { get; private set; }

    /// <summary>Notes the sector of one that was named.</summary>
    public void Named(Identity identity)
    {
        if (identity.CodeOn(published) is { } code && tables.Codes.IsInternational(code))
        {
            _international.Add(code);
        }

        PoliceCameLast = identity.SectorOn(published) switch { "COP" => true, "MIL" => false, _ => PoliceCameLast };

        if (!identity.IsGuessed && identity.SectorOn(published) is { } sector && (sector == "BUS" || identity.CodeOn(published) is not null))
        {
            _sectors.Add(sector);
        }
    }

    /// <summary>The state of those named last in a sector, or null.</summary>
    public string? LastCodeOf(string sector) => _lastCodes.GetValueOrDefault(sector);

    private void Note(Identity identity, string role)
    {
        _lastInRole[role] = identity;
        if (identity.CodeOn(published) is { } code)
        {
            if (identity.SectorOn(published) is { } sector && !tables.Codes.IsInternational(code))
            {
                _lastCodes[sector] = code;
            }

            _holders[(role, code)] = identity;
        }
    }

    private static ulong KeyOf(IReadOnlyList<string> words)
    {
        var key = PhraseKey.Empty;
        foreach (var word in words)
        {
            key = PhraseKey.Extend(key, word);
        }

        return key;
    }
}
