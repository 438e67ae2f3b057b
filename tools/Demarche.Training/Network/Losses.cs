namespace Demarche.Training.Network;

/// <summary>Sums of losses over words.</summary>
public readonly record struct Losses
{
    public int Words { get; init; }

    public double Tags { get; init; }

    public double PennTags { get; init; }

    public double Arcs { get; init; }

    public double Relations { get; init; }

    public double Entities { get; init; }

    public static Losses operator +(Losses a, Losses b) => new()
    {
        Words = a.Words + b.Words,
        Tags = a.Tags + b.Tags,
        PennTags = a.PennTags + b.PennTags,
        Arcs = a.Arcs + b.Arcs,
        Relations = a.Relations + b.Relations,
        Entities = a.Entities + b.Entities,
    };
}

/// <summary>What is dropped in training.</summary>
/// <param name="Word">Share of words that are seen without their own vector, half of them without their pretrained one too.</param>
/// <param name="Input">Share of the input's places.</param>
/// <param name="Recurrent">Share of the recurrent state's places.</param>
/// <param name="Layer">Share of the places between layers.</param>
public sealed record DropoutShares(float Word, float Input, float Recurrent, float Layer)
{
    /// <summary>Nothing is dropped.</summary>
    public static DropoutShares None { get; } = new(0, 0, 0, 0);

    /// <summary>The same shares, each times <paramref name="factor"/>: a small network that learns from a large one has less to forget.</summary>
    public DropoutShares Times(float factor) => new(Word, Input * factor, Recurrent * factor, Layer * factor);
}
