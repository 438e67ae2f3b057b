using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Coding;

/// <summary>The event types of the codebook with their modes, quads and scores, and its contexts. Immutable and thread-safe.</summary>
/// <remarks>Source: PLOVER manual, February 2024; see <c>codebook/ontology.yaml</c>.</remarks>
public sealed class Ontology
{
    private Ontology(FrozenDictionary<string, EventType> types, FrozenSet<string> contexts, FrozenSet<string> privateSectors)
    {
        PrivateSectors = privateSectors;
        Types = types;
        Contexts = contexts;
    }

    /// <summary>Event types by name.</summary>
    public FrozenDictionary<string, EventType> Types { get; }

    /// <summary>Whether the shipped rules are left out, as they code types that this ontology does not have ("rules: own").</summary>
    public bool HasOwnRules { get; private init; }

    /// <summary>Sectors whose dealings among themselves are no diplomacy: where nobody of another sector or with a state takes part, nothing is coded.</summary>
    public FrozenSet<string> PrivateSectors { get; }

    /// <summary>Sectors of people at large, who are no public body either.</summary>
    public FrozenSet<string> PeopleSectors { get; private init; } = FrozenSet<string>.Empty;

    /// <summary>Sectors that do not speak for their state, so that it may be whom they address: parties, lawmakers, the opposition.</summary>
    internal FrozenSet<string> FacingSectors { get; private init; } = FrozenSet<string>.Empty;

    /// <summary>Of these, the armed ones, who take places of their own state.</summary>
    internal FrozenSet<string> TakingSectors { get; private init; } = FrozenSet<string>.Empty;

    /// <summary>Sectors that bear arms: what they do counts though their country is not known.</summary>
    public FrozenSet<string> ArmedSectors { get; private init; } = FrozenSet<string>.Empty;

    /// <summary>Types that are coded whoever does it.</summary>
    public FrozenSet<string> OfAnybody { get; private init; } = FrozenSet<string>.Empty;

    /// <summary>Names of the contexts.</summary>
    public FrozenSet<string> Contexts { get; }

    internal static Ontology? Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        if (files.At("ontology.yaml") is not { } file)
        {
            complaints.Add(Diagnostics.BadCodebook("codebook", "ontology.yaml is missing", "Add it, or leave it to the shipped codebook."));
            return null;
        }

        if (CodebookYaml.Parse(file, complaints) is not { } root)
        {
            return null;
        }

        var types = new Dictionary<string, EventType>(StringComparer.Ordinal);
        foreach (var (name, node) in root["events"]?.Entries ?? [])
        {
            if (!Quads.TryParse(node["quad"]?.Scalar, out var quad))
            {
                complaints.Add(Diagnostics.BadCodebook(node.Where, $"event {name} has no quad of the four", $"Use one of {Quads.All}."));
                continue;
            }

            var modes = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
            foreach (var (mode, points) in node["modes"]?.Entries ?? [])
            {
                modes[mode] = Number(points, complaints);
            }

            types[name] = new EventType(name, quad, node["score"] is { } score ? Number(score, complaints) : 0, modes.ToImmutable())
            {
                NeedsRecipient = node["recipient"]?.Scalar == "required",
                IsReciprocal = node["reciprocal"]?.Scalar == "true",
                IsToldByPurpose = node["by-purpose"]?.Scalar == "true",
                Future = node["future"]?.Scalar,
                Content = node["content"]?.Scalar switch { "actor" => ContentActor.Actor, "recipient" => ContentActor.Recipient, _ => ContentActor.None },
                Meaning = node["means"]?.Scalar ?? "",
            };
        }

        FrozenSet<string> facing = (root["facing-sectors"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal), armed = (root["armed-sectors"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal);
        return new Ontology(types.ToFrozenDictionary(StringComparer.Ordinal), (root["contexts"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal),
            (root["private-sectors"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal))
        {
            HasOwnRules = root["rules"]?.Scalar == "own",
            PeopleSectors = (root["people-sectors"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal),
            FacingSectors = facing,
            TakingSectors = facing.Intersect(armed).ToFrozenSet(StringComparer.Ordinal),
            ArmedSectors = armed,
            OfAnybody = (root["of-anybody"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal),
        };
    }

    private static double Number(CodebookYaml node, ICollection<Diagnostic> complaints)
    {
        if (double.TryParse(node.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{node.Scalar}' is no number", "Write a score such as -6.5."));
        return 0;
    }
}

/// <summary>A type of event.</summary>
/// <param name="Name">"CONSULT".</param>
/// <param name="Quad">Verbal or material, cooperation or conflict.</param>
/// <param name="Score">On PLOVER's conflict-cooperation scale, -10 to 10.</param>
/// <param name="Modes">Scores of its modes, on the same scale.</param>
public sealed record EventType(string Name, Quad Quad, double Score, ImmutableSortedDictionary<string, double> Modes)
{
    /// <summary>Whether an event of this type needs a recipient.</summary>
    public bool NeedsRecipient { get; init; }

    /// <summary>Whether all who take part are actors where none is the recipient.</summary>
    public bool IsReciprocal { get; init; }

    /// <summary>Whether the purpose of a deed tells that it took place: who "gathered to protest" protested.</summary>
    public bool IsToldByPurpose { get; init; }

    /// <summary>The type that codes this one while it is only to come, or null.</summary>
    public string? Future { get; init; }

    /// <summary>Whether it is said about another event, its content, and who is to do that.</summary>
    public ContentActor Content { get; init; }

    /// <summary>What it means, in a sentence.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>The score of an event of this type and mode.</summary>
    public double ScoreOf(string? mode) => mode is not null && Modes.TryGetValue(mode, out var score) ? score : Score;
}

/// <summary>Who does what an act of speech is about, where the report does not say.</summary>
public enum ContentActor
{
    /// <summary>The type has no content.</summary>
    None,

    /// <summary>Who speaks: one agrees, refuses and threatens to act oneself.</summary>
    Actor,

    /// <summary>Who is spoken to: one asks others to act.</summary>
    Recipient,
}

/// <summary>Verbal or material, cooperation or conflict; the values are PLOVER's quad codes.</summary>
public enum Quad
{
    /// <summary>Verbal cooperation.</summary>
    VerbalCooperation = 1,

    /// <summary>Material cooperation.</summary>
    MaterialCooperation = 2,

    /// <summary>Verbal conflict.</summary>
    VerbalConflict = 3,

    /// <summary>Material conflict.</summary>
    MaterialConflict = 4,
}

/// <summary>The names of quads in codebooks and records.</summary>
public static class Quads
{
    /// <summary>Every quad, for messages.</summary>
    public const string All = "verbal-cooperation, material-cooperation, verbal-conflict, material-conflict";

    /// <summary>The quad of a name.</summary>
    public static bool TryParse(string? name, out Quad quad)
    {
        quad = name switch
        {
            "verbal-cooperation" => Quad.VerbalCooperation,
            "material-cooperation" => Quad.MaterialCooperation,
            "verbal-conflict" => Quad.VerbalConflict,
            "material-conflict" => Quad.MaterialConflict,
            _ => default,
        };
        return quad != default;
    }
}
