namespace Demarche.Language.Network;

/// <summary>Working memory of one pass through the network: taken piece by piece, given back all at once. For one thread at a time.</summary>
internal sealed unsafe class Arena
{
#if DEBUG
    private const int FirstChunk = 1 << 10;   // small, so that tests walk the growth path
#else
    private const int FirstChunk = 1 << 20;
#endif
    private const int Line = 16;
    private readonly List<AlignedFloats> _full = [];
    private AlignedFloats _chunk = new(FirstChunk);
    private int _used;

    /// <summary>Floats held, used or not.</summary>
    internal long Capacity => _chunk.Length + _full.Sum(c => (long)c.Length);

    /// <summary>Memory for <paramref name="count"/> floats with whatever is in it.</summary>
    internal float* Take(int count)
    {
        var rounded = (count + Line - 1) & -Line;
        if (_used + rounded > _chunk.Length)
        {
            _full.Add(_chunk);
            _chunk = new AlignedFloats(Math.Max(rounded, 2 * _chunk.Length));
            _used = 0;
        }

        var taken = _chunk.Pointer + _used;
        _used += rounded;
        return taken;
    }

    /// <summary>Memory for <paramref name="count"/> floats, all zero.</summary>
    internal float* TakeZeros(int count)
    {
        var taken = Take(count);
        new Span<float>(taken, count).Clear();
        return taken;
    }

    /// <summary>Gives everything back; what was taken must not be used any more.</summary>
    internal void Reset()
    {
        _used = 0;
        if (_full.Count > 0)
        {
            var whole = checked((int)Capacity);   // the next pass of this size then fits one chunk
            _full.Clear();
            _chunk = new AlignedFloats(whole);
        }
    }
}
