using System.Collections.Immutable;
using Demarche.Actors.Tables;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>One who is named in a report, as far as is known by now; becomes an <see cref="Actor"/> when the whole report was read.</summary>
internal sealed class Identity(string name)
{
    private ImmutableArray<Actor> _actors;
    private Identity? _same;

    /// <summary>The fullest name so far.</summary>
    public string Name { get; set; } = name;

    /// <summary>Codes that the text gives; several for "leaders of Iran and Iraq".</summary>
    public ImmutableArray<string> Codes { get; set; } = [];

    /// <summary>Sectors that the text gives, the primary first.</summary>
    public ImmutableArray<string> Sectors { get; set; } = [];

    /// <summary>Whether the text told the sectors, so that the table is not asked.</summary>
    public bool HasRole { get; set; }

    /// <summary>Whether the code was guessed from the setting of the report.</summary>
    public bool IsGuessed { get; set; }

    public string? Office { get; set; }

    public bool IsPerson { get; init; }

    public bool IsState { get; init; }

    public bool IsPlural { get; init; }

    /// <summary>Whether "a president" made it: nobody in particular.</summary>
    public bool IsIndefinite { get; init; }

    public char? Gender { get; set; }

    /// <summary>Whether a person's name was read, not only a role.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether it counts for "the two leaders".</summary>
    public bool IsLeader { get; set; }

    /// <summary>What the tables know of it.</summary>
    public NameEntry? Entry { get; set; }

    /// <summary>Whether the office that the tables give is one of an international body, whose heads are in no government.</summary>
    public bool IsInternational { get; init; }

    /// <summary>Place among the identities of the report, by first naming.</summary>
    public int Order { get; set; }

    /// <summary>How often it was named.</summary>
    public int Mentions { get; set; }

    /// <summary>Lets all who were taken for this one be another: "the prime minister", whom the report names only later.</summary>
    public void Become(Identity other) => _same = other._same == this ? _same : other;

    /// <summary>The identity as others see it; the same objects every time. The first actor is the one meant by the name, others share it.</summary>
    public ImmutableArray<Actor> Freeze(LocalDate? published)
    {
        if (_same is not null)
        {
            return _same.Freeze(published);
        }

        if (_actors.IsDefault)
        {
            _actors = Build(published);
        }

        return _actors;
    }

    /// <summary>Whether the text or the tables give an office of that name.</summary>
    public bool Held(string office) => Office?.EndsWith(office, StringComparison.OrdinalIgnoreCase) == true || Entry?.Offices.Any(o => o.Title.EndsWith(office, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>Code by text, else by table.</summary>
    public string? CodeOn(LocalDate? published) => !Codes.IsEmpty ? Codes[0] : Entry?.OfficeOn(published)?.Code ?? Entry?.Code;

    /// <summary>Primary sector by text, else by table, or null.</summary>
    public string? SectorOn(LocalDate? published) => SectorsOn(published).FirstOrDefault();

    private ImmutableArray<string> SectorsOn(LocalDate? published)
    {
        if (HasRole || Entry is null)
        {
            return Sectors;
        }

        if (IsInternational)
        {
            return [.. Entry.OfficeOn(published) is { } post ? post.Sectors.Where(s => s != "GOV") : Entry.Sectors];
        }

        if (Entry.OfficeOn(published) is not { } office)
        {
            return Entry.Offices.IsEmpty || published is null ? Entry.Sectors : [];   // not in office yet
        }

        return published is not { } day || office.Term.Covers(day) ? office.Sectors
            : office.Term.IsOverBefore(day) ? ["ELI", .. office.Sectors.Where(s => s != "ELI")]
            : [];
    }

    private ImmutableArray<Actor> Build(LocalDate? published)
    {
        var sectors = SectorsOn(published);
        var office = Entry?.OfficeOn(published);
        var title = Office ?? (office is null ? null : published is { } day && office.Term.IsOverBefore(day) ? "former " + office.Title : office.Title);
        string?[] codes = Codes.IsEmpty ? [CodeOn(published)] : [.. Codes];
        return [.. codes.Select(code => new Actor(code, sectors, Name) { Office = title, IsPerson = IsPerson })];
    }
}
