namespace Demarche.Actors.Tables;

/// <summary>What a common noun names.</summary>
internal enum RoleKind
{
    /// <summary>One or more persons.</summary>
    Person,

    /// <summary>Several people as one: troops, police.</summary>
    Group,

    /// <summary>A body: a ministry, a court.</summary>
    Institution,

    /// <summary>A state: "the country".</summary>
    State,

    /// <summary>A thing or place that stands for who holds it: "militant targets", "the army's positions".</summary>
    Holding,

    /// <summary>An act that stands for who did it: "Israeli air strikes".</summary>
    Deed,

    /// <summary>A number that stands for those counted: "dozens of soldiers".</summary>
    Quantity,

    /// <summary>An event or matter that several may have a part in, so that whose it is does not tell who is meant: "the referendum".</summary>
    Thing,
}

/// <summary>A title or common noun that names an actor. Immutable.</summary>
/// <param name="Words">The phrase, in dictionary form.</param>
/// <param name="Group">Number of the group of words of like meaning that it stands in.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Sector">PLOVER sector, or null where the word alone does not tell.</param>
internal sealed record Role(string Words, int Group, RoleKind Kind, string? Sector)
{
    /// <summary>International code that the word itself tells, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Whether the sector gives way to that of a modifier.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it counts for "the two leaders".</summary>
    public bool IsLeader { get; init; }

    /// <summary>m, f, or null.</summary>
    public char? Gender { get; init; }

    /// <summary>Whether it names another than the one whose it is: "its ally".</summary>
    public bool IsOther { get; init; }

    /// <summary>The sector where no state owns it: a chief executive is in business but for a territory's; null where it stays.</summary>
    public string? PrivateSector { get; init; }

    /// <summary>Whether those named are often of another state than the one that a report is about: diplomats, peacekeepers.</summary>
    public bool IsAbroad { get; init; }

    /// <summary>Whether "the tycoon" alone takes up a person whom the report named.</summary>
    public bool IsDescription { get; init; }

    /// <summary>Whether it names machines, which are no people: "the soldiers" do not take up "aircraft".</summary>
    public bool IsMachine { get; init; }

    /// <summary>Whether any word of its group can take another one up: "the demonstrators" after "protesters".</summary>
    public bool IsSame { get; init; }
}
