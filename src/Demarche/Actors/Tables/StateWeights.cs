using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Actors.Tables;

/// <summary>What speaks for a state being that of a noun that names none.</summary>
internal enum StateClue
{
    /// <summary>The sentence has it as a place.</summary>
    Place,

    /// <summary>The clause of the noun has it as a place.</summary>
    NearPlace,

    /// <summary>The sentence before has it as a place.</summary>
    PlaceBefore,

    /// <summary>It is the only place of the first sentence.</summary>
    Scene,

    /// <summary>The dateline's place lies in it.</summary>
    Dateline,

    /// <summary>The report leaves no doubt that it is about this state.</summary>
    Topic,

    /// <summary>Its share of all namings of states in the report.</summary>
    Share,

    /// <summary>The report names it first.</summary>
    First,

    /// <summary>It, or one of its own, is the subject of the clause or of one above it.</summary>
    Subject,

    /// <summary>It, or its army, acts on those whom the noun names.</summary>
    Doer,

    /// <summary>It, or one of its own, is what the noun acts on.</summary>
    Object,

    /// <summary>The sentence names it, or one of its own, before the noun.</summary>
    Beside,

    /// <summary>The sentence names it, or one of its own, after the noun.</summary>
    After,

    /// <summary>An official of it acts on the noun or is acted on by it.</summary>
    Official,

    /// <summary>The sentence names its police or court.</summary>
    Power,

    /// <summary>Those named last in the noun's sector are of it.</summary>
    Kin,

    /// <summary>The subject of the sentence before is of it.</summary>
    Before,

    /// <summary>Its share of the states and people named in the three sentences before, the nearer the more.</summary>
    Recent,
}

/// <summary>What speaks for a noun being of no state that the report names.</summary>
internal enum NoStateClue
{
    /// <summary>Always met.</summary>
    Any,

    /// <summary>The report is about no state clearly.</summary>
    NoTopic,

    /// <summary>The binary logarithm of the number of states that may be meant.</summary>
    Choice,

    /// <summary>A noun of trade and business.</summary>
    Business,

    /// <summary>"A court", "two men": a noun with an indefinite article or a number.</summary>
    Indefinite,

    /// <summary>A plural without an article: "nurses".</summary>
    Bare,

    /// <summary>A person's name goes with it: "analyst Dahl".</summary>
    Named,
}

/// <summary>How much each clue to the state of a noun weighs, by <c>codebook/actors/states.yaml</c>. Immutable and thread-safe.</summary>
internal sealed class StateWeights
{
    /// <summary>How many clues there are to a state.</summary>
    public static readonly int Clues = Enum.GetValues<StateClue>().Length;

    /// <summary>How many clues there are to none.</summary>
    public static readonly int NoClues = Enum.GetValues<NoStateClue>().Length;

    private const string Path = "actors/states.yaml";
    private const string Remedy = "Write a number for a clue of the shipped file.";

    private readonly ImmutableArray<double> _people;
    private readonly ImmutableArray<double> _organs;

    private StateWeights(ImmutableArray<double> people, ImmutableArray<double> organs, ImmutableHashSet<string> trades)
    {
        _people = people;
        _organs = organs;
        PeopleSectors = trades;
    }

    /// <summary>Sectors of people at large; the others are those of a state's organs and arms.</summary>
    public ImmutableHashSet<string> PeopleSectors { get; }

    /// <summary>The weights for nouns of a sector: those of states first, then those of none.</summary>
    public ImmutableArray<double> Of(bool isPeople) => isPeople ? _people : _organs;

    /// <summary>Reads the file; what is wrong goes to <paramref name="complaints"/>.</summary>
    public static StateWeights Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        if (files.At(Path) is not { } file || CodebookYaml.Parse(file, complaints) is not { } root)
        {
            complaints.Add(Diagnostics.BadCodebook("codebook/" + Path, "is missing or no YAML", "Add it, or leave it to the shipped codebook."));
            var none = ImmutableArray.Create(new double[Clues + NoClues]);
            return new StateWeights(none, none, []);
        }

        return new StateWeights(Column(root["people"], complaints), Column(root["organs"], complaints), [.. root["people-sectors"]?.Scalars ?? []]);
    }

    private static ImmutableArray<double> Column(CodebookYaml? clues, ICollection<Diagnostic> complaints)
    {
        var weights = new double[Clues + NoClues];
        foreach (var (name, node) in clues?.Entries ?? [])
        {
            var at = IndexOf(name);
            if (at < 0 || !double.TryParse(node.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out weights[at]))
            {
                complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{name}: {node.Scalar}' cannot stand here", Remedy));
            }
        }

        return [.. weights];
    }

    /// <summary>Name of a clue in the file: "near-place", "none-any".</summary>
    public static string NameOf(int clue) => clue < Clues ? Dashed(((StateClue)clue).ToString()) : "none-" + Dashed(((NoStateClue)(clue - Clues)).ToString());

    private static int IndexOf(string name)
    {
        for (var i = 0; i < Clues + NoClues; i++)
        {
            if (NameOf(i) == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Dashed(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
