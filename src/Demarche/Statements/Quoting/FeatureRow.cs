using Demarche.Language.Words;

namespace Demarche.Statements.Quoting;

/// <summary>The hashed features of one choice; one row is used again and again.</summary>
/// <param name="weights">By which the choices are scored; null where nobody asks for their score, as in training.</param>
internal sealed class FeatureRow(ChoiceWeights? weights = null)
{
    private uint[] _features = new uint[128];

    /// <summary>The features so far.</summary>
    public ReadOnlySpan<uint> All => _features.AsSpan(0, Count);

    /// <summary>Number of features so far.</summary>
    public int Count { get; private set; }

    /// <summary>Sum of the weights of the features so far: a logarithm of odds; 0 without weights.</summary>
    public float Score => weights?.Score(All) ?? 0;

    /// <summary>Starts anew.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a feature of up to three values; <paramref name="number"/> tells it from the others.</summary>
    public void Add(uint number, uint a, uint b = 0, uint c = 0)
    {
        var feature = Fingerprint.Mix(number, c == 0 ? a : Fingerprint.Mix(c, a), b);
        weights?.Fetch(feature);
        if (Count == _features.Length)
        {
            Array.Resize(ref _features, Count * 2);
        }

        _features[Count++] = feature;
    }

    /// <summary>A number as the class of its size: 0 to 4 as they are, then by doubling.</summary>
    public static uint Size(int number) => number < 5 ? (uint)Math.Max(number, 0) : 3 + (uint)Math.Log2(number);
}
