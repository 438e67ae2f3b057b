namespace Demarche.Language.Words;

/// <summary>Features of one decision, collected into a buffer of the caller. Features are numbered in the order in which they are added.</summary>
internal ref struct FeatureList(Span<uint> buffer)
{
    /// <summary>More than any decision has.</summary>
    public const int Capacity = 64;

    private readonly Span<uint> _buffer = buffer;
    private int _count;
    private uint _number;

    /// <summary>The features so far.</summary>
    public readonly ReadOnlySpan<uint> All => _buffer[.._count];

    /// <summary>Adds a feature of one or two values.</summary>
    public void Add(uint a, uint b = 0) => _buffer[_count++] = Fingerprint.Mix(++_number, a, b);

    /// <summary>Adds a feature of three values.</summary>
    public void Add(uint a, uint b, uint c) => _buffer[_count++] = Fingerprint.Mix(++_number, Fingerprint.Mix(a, b), c);

    /// <summary>Leaves out a feature, so that the next ones keep their numbers.</summary>
    public void Skip(int features = 1) => _number += (uint)features;
}
