using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors.Tables;

/// <summary>All that <c>codebook/actors/</c> knows. Immutable and thread-safe.</summary>
internal sealed class ActorTables
{
    private ActorTables(PhraseTable<NameReading> names, PhraseTable<NameEntry> families, FrozenDictionary<string, NameEntry> states, ImmutableArray<NameEntry> people, Roles roles, ActorCodes codes, Towns towns, StateWeights stateWeights)
    {
        StateWeights = stateWeights;
        Names = names;
        Families = families;
        States = states;
        People = people;
        Roles = roles;
        Codes = codes;
        Towns = towns;
    }

    /// <summary>Every name, adjective, demonym and capital.</summary>
    public PhraseTable<NameReading> Names { get; }

    /// <summary>Family names of the people in the tables.</summary>
    public PhraseTable<NameEntry> Families { get; }

    /// <summary>States by code.</summary>
    public FrozenDictionary<string, NameEntry> States { get; }

    /// <summary>The people in the tables.</summary>
    public ImmutableArray<NameEntry> People { get; }

    /// <summary>Titles and common nouns.</summary>
    public Roles Roles { get; }

    /// <summary>The codes that exist.</summary>
    public ActorCodes Codes { get; }

    /// <summary>The states of towns and regions.</summary>
    public Towns Towns { get; }

    /// <summary>What the clues to the state of a noun weigh.</summary>
    public StateWeights StateWeights { get; }

    /// <summary>Whether who holds an office leads a state or a body.</summary>
    public bool Leads(OfficeTerm office) => Roles.Phrases.Find(office.Title.Split(' ')).Any(r => r.IsLeader);

    /// <summary>Reads the tables; all that is wrong with them goes to <paramref name="complaints"/>.</summary>
    public static ActorTables Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        var countries = Countries.Read(files, complaints);
        var codes = ActorCodes.Read(files, countries, complaints);
        var names = new NameIndex(complaints);
        var states = new Dictionary<string, NameEntry>(StringComparer.Ordinal);
        foreach (var country in countries)
        {
            ImmutableArray<string> sectors = country.Sector is { } sector ? [sector] : [];
            codes.Check(country.At, [country.Code], sectors, complaints);
            var entry = new NameEntry(NameKind.State, country.Name, [country.Code], sectors, country.At) { Term = country.Term };
            states.TryAdd(country.Code, entry);
            names.Add(entry, NameForm.Name, [country.Name, .. country.OtherNames]);
            names.Add(entry, NameForm.Adjective, country.Adjectives);
            names.Add(entry, NameForm.Demonym, country.Demonyms);
            names.Add(entry, NameForm.Capital, country.Capitals);
        }

        NameTables.Read(files, codes, names, complaints);
        var people = Officials.Read(files, codes, complaints);
        var families = new PhraseTable<NameEntry>.Builder(people.Length);
        foreach (var (person, written) in people)
        {
            names.Add(person, NameForm.Name, written);
            foreach (var family in person.Families)
            {
                families.Add(family, person);
            }
        }

        return new ActorTables(names.Build(), families.Build(), states.ToFrozenDictionary(StringComparer.Ordinal), [.. people.Select(p => p.Person)], Roles.Read(files, codes, complaints), codes, Towns.Read(files), StateWeights.Read(files, complaints));
    }
}

/// <summary>Collects the names of entries and complains where two tables give one name to different actors.</summary>
internal sealed class NameIndex(ICollection<Diagnostic> complaints)
{
    private const int ExpectedNames = 16_000;

    private readonly PhraseTable<NameReading>.Builder _names = new(ExpectedNames);
    private readonly Dictionary<string, NameEntry> _owners = new(ExpectedNames, StringComparer.Ordinal);
    private readonly Dictionary<string, List<NameEntry>> _laterOwners = new(StringComparer.Ordinal);

    /// <summary>Adds the names of an entry.</summary>
    public void Add(NameEntry entry, NameForm form, ImmutableArray<string> names)
    {
        var reading = new NameReading(entry, form);
        foreach (var name in names)
        {
            if (form == NameForm.Name && entry.Needs is null && Rival(name, entry) is { } owner)
            {
                complaints.Add(Diagnostics.BadCodebook(entry.Where.ToString(), $"'{name}' is {string.Join(';', owner.Codes)} {string.Join(';', owner.Sectors)} on {owner.Where}", "Give the name to one of them, or make both rows agree."));
            }

            _names.Add(name, reading);
        }
    }

    // The first entry of that name that contradicts this one, or null.
    private NameEntry? Rival(string name, NameEntry entry)
    {
        if (_owners.TryAdd(name, entry))
        {
            return null;
        }

        if (Contradicts(_owners[name], entry))
        {
            return _owners[name];
        }

        if (_laterOwners.TryGetValue(name, out var later) && later.Find(l => Contradicts(l, entry)) is { } rival)
        {
            return rival;
        }

        if (later is null)
        {
            _laterOwners[name] = later = [];
        }

        later.Add(entry);
        return null;
    }

    /// <summary>The names.</summary>
    public PhraseTable<NameReading> Build() => _names.Build();

    // An acronym may be shared ("SPA"); the same full name in the same kind of table may not, but for a time before or after: the Taliban in government.
    private static bool Contradicts(NameEntry one, NameEntry other) =>
        one.Kind == other.Kind && one.Name == other.Name && one.Term.Overlaps(other.Term) && (!one.Codes.SequenceEqual(other.Codes) || !one.Sectors.SequenceEqual(other.Sectors));
}
