using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Records;

namespace Demarche.Chronology;

/// <summary>What runs through the events of an episode, as <c>codebook/chronology/episodes.yaml</c> has it. Immutable.</summary>
/// <param name="Name">"summits".</param>
/// <param name="Gap">The most days between two of its events.</param>
internal sealed record Track(string Name, int Gap)
{
    private const string Path = "chronology/episodes.yaml";

    private FrozenSet<string> Acts { get; init; } = [];

    private FrozenSet<string> Types { get; init; } = [];

    private FrozenSet<string> Words { get; init; } = [];

    private FrozenSet<string> Not { get; init; } = [];

    /// <summary>The tracks in file order, and the stems of words that refer to an earlier event; null where the file is at fault.</summary>
    public static (ImmutableArray<Track> Tracks, FrozenSet<string> References)? Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        if (files.At(Path) is not { } file)
        {
            complaints.Add(Diagnostics.BadCodebook("codebook", Path + " is missing", "Add it, or leave it to the shipped codebook."));
            return null;
        }

        if (CodebookYaml.Parse(file, complaints) is not { } root)
        {
            return null;
        }

        var tracks = ImmutableArray.CreateBuilder<Track>();
        foreach (var node in root["tracks"]?.Items ?? [])
        {
            if (node["name"]?.Scalar is not { } name || !int.TryParse(node["gap"]?.Scalar, out var gap))
            {
                complaints.Add(Diagnostics.BadCodebook(node.Where, "the track has no name or no gap", "Give it both: {name: summits, gap: 800, …}."));
                continue;
            }

            tracks.Add(new Track(name, gap) { Acts = Set(node["acts"]), Types = Set(node["types"]), Words = Stems(node["words"]), Not = Stems(node["not"]) });
        }

        return (tracks.ToImmutable(), Stems(root["references"]));
    }

    /// <summary>Why an act belongs to the track, in words, or null where it does not.</summary>
    /// <param name="act">The act.</param>
    /// <param name="words">Words of its sentences by their stems.</param>
    public string? Fit(ActRecord act, IReadOnlyDictionary<string, string> words)
    {
        if (Not.Any(words.ContainsKey))
        {
            return null;
        }

        var word = Words.FirstOrDefault(words.ContainsKey);
        return Acts.Contains(act.Type) ? $"{act.Type} is of the {Name}"
            : act.Mode is { } mode && Acts.Contains($"{act.Type} {mode}") ? $"{act.Type} {mode} is of the {Name}"
            : word is not null && Types.Contains(act.Type) ? $"'{words[word]}' is of the {Name}"
            : null;
    }

    private static FrozenSet<string> Set(CodebookYaml? node) => (node?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Stems(CodebookYaml? node) => (node?.Scalars ?? []).Select(Wording.Stem).ToFrozenSet(StringComparer.Ordinal);
}
