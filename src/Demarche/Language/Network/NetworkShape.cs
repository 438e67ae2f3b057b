using System.Collections.Immutable;
using System.Text;

namespace Demarche.Language.Network;

/// <summary>Sizes of the network and the names of what it predicts; a text part of the model file, a line each.</summary>
internal sealed record NetworkShape
{
    /// <summary>Width of the pretrained vectors.</summary>
    internal int Vector { get; init; } = 100;

    /// <summary>Width of the trained word vectors.</summary>
    internal int Word { get; init; } = 64;

    /// <summary>Width of the vectors of pieces.</summary>
    internal int Piece { get; init; } = 64;

    /// <summary>Rows of the table of pieces.</summary>
    internal int PieceRows { get; init; } = 1 << 16;

    /// <summary>Recurrent layers.</summary>
    internal int Layers { get; init; } = 2;

    /// <summary>Width of a recurrent state, one direction.</summary>
    internal int Hidden { get; init; } = 192;

    /// <summary>Width in which heads and dependents are matched.</summary>
    internal int Arc { get; init; } = 160;

    /// <summary>Width in which the relation of a head and a dependent is judged.</summary>
    internal int Relation { get; init; } = 96;

    /// <summary>Universal tags, Penn tags and relations, in the order of the outputs.</summary>
    internal ImmutableArray<string> Tags { get; init; } = [];

    /// <inheritdoc cref="Tags"/>
    internal ImmutableArray<string> PennTags { get; init; } = [];

    /// <inheritdoc cref="Tags"/>
    internal ImmutableArray<string> Relations { get; init; } = [];

    /// <summary>The pairs of a universal and a Penn tag that go together, as indexes of <see cref="Tags"/> and <see cref="PennTags"/>.</summary>
    internal ImmutableArray<(int Tag, int PennTag)> TagPairs { get; init; } = [];

    /// <summary>Width of what the network sees of a word.</summary>
    internal int Input => Vector + Word + Piece;

    /// <summary>Width of a word in context.</summary>
    internal int Context => 2 * Hidden;

    /// <summary>The lines of the model part.</summary>
    internal byte[] Write() => Encoding.UTF8.GetBytes(string.Join(
        '\n',
        $"vector {Vector}",
        $"word {Word}",
        $"piece {Piece}",
        $"piece-rows {PieceRows}",
        $"layers {Layers}",
        $"hidden {Hidden}",
        $"arc {Arc}",
        $"relation {Relation}",
        $"tags {string.Join(' ', Tags)}",
        $"penn {string.Join(' ', PennTags)}",
        $"relations {string.Join(' ', Relations)}",
        $"tag-pairs {string.Join(' ', TagPairs.Select(p => $"{p.Tag}:{p.PennTag}"))}"));

    /// <summary>Reads the lines of the model part.</summary>
    internal static NetworkShape Read(ReadOnlySpan<byte> part)
    {
        var lines = Encoding.UTF8.GetString(part).Split('\n').Select(line => line.Split(' ')).ToDictionary(w => w[0], w => w[1..], StringComparer.Ordinal);
        int Size(string name) => int.Parse(lines[name][0]);
        return new NetworkShape
        {
            Vector = Size("vector"),
            Word = Size("word"),
            Piece = Size("piece"),
            PieceRows = Size("piece-rows"),
            Layers = Size("layers"),
            Hidden = Size("hidden"),
            Arc = Size("arc"),
            Relation = Size("relation"),
            Tags = [.. lines["tags"]],
            PennTags = [.. lines["penn"]],
            Relations = [.. lines["relations"]],
            TagPairs = [.. lines["tag-pairs"].Select(Pair)],
        };
    }

    private static (int Tag, int PennTag) Pair(string written)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        return (int.Parse(written.AsSpan(0, colon)), int.Parse(written.AsSpan(colon + 1)));
    }
}
