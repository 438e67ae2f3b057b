using System.Runtime.InteropServices;

namespace Demarche.Language.Words;

/// <summary>A linear classifier over hashed features, its weights in one signed byte each. Immutable and thread-safe.</summary>
/// <remarks>Layout, little-endian: number of classes (int32), table bits (int32), then table size × classes weights, the classes of one feature side by side.</remarks>
internal sealed class HashedClassifier
{
    private readonly sbyte[] _weights;
    private readonly int _shift;

    private HashedClassifier(int classes, int bits, sbyte[] weights)
    {
        Classes = classes;
        Bits = bits;
        _weights = weights;
        _shift = 32 - bits;
    }

    /// <summary>Number of classes; class 0 always scores 0, so the table holds one weight fewer a feature.</summary>
    public int Classes { get; }

    /// <summary>Binary logarithm of the table's size.</summary>
    public int Bits { get; }

    /// <summary>A classifier with the given weights.</summary>
    public static HashedClassifier Of(int classes, int bits, sbyte[] weights) => new(classes, bits, weights);

    /// <summary>Reads what <see cref="Write"/> wrote; null where the bytes are of another size.</summary>
    public static HashedClassifier? Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes.Length < at + 8)
        {
            return null;
        }

        var classes = BitConverter.ToInt32(bytes[at..]);
        var bits = BitConverter.ToInt32(bytes[(at + 4)..]);
        if (classes is < 2 or > 8 || bits is < 1 or > 24 || bytes.Length < at + 8 + ((classes - 1) << bits))
        {
            return null;
        }

        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes.Slice(at + 8, (classes - 1) << bits)).ToArray();
        at += 8 + weights.Length;
        return new HashedClassifier(classes, bits, weights);
    }

    /// <summary>Appends the classifier.</summary>
    public void Write(Stream stream)
    {
        stream.Write(BitConverter.GetBytes(Classes));
        stream.Write(BitConverter.GetBytes(Bits));
        stream.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <summary>Score of class 1 against class 0, in steps of the quantisation.</summary>
    public int Score(ReadOnlySpan<uint> features)
    {
        var score = 0;
        foreach (var feature in features)
        {
            score += _weights[feature >> _shift];
        }

        return score;
    }

    /// <summary>The best class of three; ties go to the lower one.</summary>
    public int BestOfThree(ReadOnlySpan<uint> features)
    {
        int one = 0, two = 0;
        foreach (var feature in features)
        {
            var row = (int)(feature >> _shift) * 2;
            one += _weights[row];
            two += _weights[row + 1];
        }

        return one > 0 && one >= two ? 1 : two > 0 ? 2 : 0;
    }
}
