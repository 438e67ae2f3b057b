using System.Collections.Immutable;

namespace Demarche.Actors.Tables;

/// <summary>What an entry of the actor tables is.</summary>
internal enum NameKind
{
    /// <summary>A state.</summary>
    State,

    /// <summary>A seat, byname, region or named part of a state.</summary>
    Seat,

    /// <summary>An organisation, of states or other.</summary>
    Organisation,

    /// <summary>An armed group.</summary>
    ArmedGroup,

    /// <summary>A political party.</summary>
    Party,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A name that only looks like that of an actor: "Jordan River".</summary>
    NoActor,
}

/// <summary>How a name stands for its entry.</summary>
internal enum NameForm
{
    /// <summary>By its name.</summary>
    Name,

    /// <summary>By the adjective of a state: "Iranian".</summary>
    Adjective,

    /// <summary>By the name of its people: "Iranians".</summary>
    Demonym,

    /// <summary>By its capital: "Tehran".</summary>
    Capital,
}

/// <summary>An identity that the tables know. Immutable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its usual name.</param>
/// <param name="Codes">PLOVER codes; more than one where the name means several states ("the two Koreas").</param>
/// <param name="Sectors">PLOVER sectors, the primary first.</param>
/// <param name="Where">File and line of its row.</param>
internal sealed record NameEntry(NameKind Kind, string Name, ImmutableArray<string> Codes, ImmutableArray<string> Sectors, CodebookLine Where)
{
    /// <summary>When it existed.</summary>
    public Term Term { get; init; }

    /// <summary>A state that the report must name before the name counts ("the North"), or null.</summary>
    public string? Needs { get; init; }

    /// <summary>A person's family name in all its spellings; empty for others.</summary>
    public ImmutableArray<string> Families { get; init; } = [];

    /// <summary>A person's offices, in the order of the table.</summary>
    public ImmutableArray<OfficeTerm> Offices { get; init; } = [];

    /// <summary>Whether it is a state, or a byname of one that only some reports use: "the North".</summary>
    public bool IsState => Kind == NameKind.State || Kind == NameKind.Seat && Sectors.IsEmpty && Codes.Length == 1 && Needs == Codes[0];

    /// <summary>The first code, or null.</summary>
    public string? Code => Codes.IsEmpty ? null : Codes[0];

    /// <summary>The office that a person held on a day; without a day, or on one that no term covers, the latest by then.</summary>
    public OfficeTerm? OfficeOn(NodaTime.LocalDate? day)
    {
        OfficeTerm? latest = null;
        foreach (var office in Offices)
        {
            if (day is { } on)
            {
                if (office.Term.Covers(on) && !office.Term.Covers(on.PlusDays(1)))
                {
                    latest = latest?.Term.Covers(on) == true ? latest : office;   // the last day in an office may be the first one in another
                    continue;
                }

                if (office.Term.Covers(on))
                {
                    return office;
                }

                if (office.Term.Start is { } start && start > on)
                {
                    continue;   // not yet
                }
            }

            if (latest is null || !(day is { } now && latest.Term.Covers(now)) && Later(office.Term, latest.Term))
            {
                latest = office;
            }
        }

        return latest;
    }

    private static bool Later(Term one, Term other) =>
        other.End is { } otherEnd && (one.End is not { } end || end > otherEnd || (end == otherEnd && one.Start > other.Start))
        || (other.End is null && one.End is null && one.Start > other.Start);
}

/// <summary>An office and when a person held it.</summary>
/// <param name="Code">PLOVER code.</param>
/// <param name="Sectors">PLOVER sectors, the primary first.</param>
/// <param name="Title">"Foreign Minister".</param>
/// <param name="Term">From when to when.</param>
/// <param name="Where">File and line.</param>
internal sealed record OfficeTerm(string Code, ImmutableArray<string> Sectors, string Title, Term Term, CodebookLine Where);

/// <summary>One way to read a name.</summary>
/// <param name="Entry">What it names.</param>
/// <param name="Form">How.</param>
internal sealed record NameReading(NameEntry Entry, NameForm Form);
