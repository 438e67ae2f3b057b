namespace Demarche.Training.Network;

/// <summary>Random numbers that are the same on every machine for the same seed (SplitMix64).</summary>
public sealed class Dice
{
    private ulong _state;

    public Dice(params ReadOnlySpan<int> seeds)
    {
        foreach (var seed in seeds)
        {
            _state = (Next() ^ (ulong)(uint)seed) * 0x9e3779b97f4a7c15;
        }
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9e3779b97f4a7c15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to below 1.</summary>
    public float Share() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>An index below <paramref name="count"/>.</summary>
    public int Index(int count) => (int)(Next() % (ulong)count);

    /// <summary>Puts items in random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Index(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
