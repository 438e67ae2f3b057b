using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Chronology;

/// <summary>A fingerprint of a report's wording, by which reprints and near-copies are found. Immutable.</summary>
/// <remarks>
/// The smallest hashes of its shingles, stretches of four words that overlap: the bottom-k sketch of A. Broder, "On the resemblance and containment of
/// documents" (1997). Two prints tell which share of the shingles of the shorter report the longer one has.
/// </remarks>
public sealed class ReportPrint
{
    private const int Words = 4;
    private const int Most = 64;
    private const int Fewest = 8;   // a shorter text is like others by chance
    private readonly ImmutableArray<uint> _hashes;
    private readonly uint _weekdays;   // a bit for each that the report names

    private ReportPrint(ImmutableArray<uint> hashes, uint weekdays)
    {
        _hashes = hashes;
        _weekdays = weekdays;
    }

    /// <summary>The print of a report's text.</summary>
    public static ReportPrint Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var weekdays = 0u;
        var hashed = new List<uint>();
        foreach (var word in Wording.Words(text))
        {
            hashed.Add(Wording.Hash(word));
            weekdays |= Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.DayNames, d => d.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var day ? 1u << day : 0;
        }

        var words = hashed.ToArray();
        var hashes = new SortedSet<uint>();
        for (var i = 0; i + Words <= words.Length; i++)
        {
            var hash = 2166136261u;
            for (var j = 0; j < Words; j++)
            {
                hash = Mixed((hash ^ words[i + j]) * 16777619u);
            }

            if (hashes.Count < Most || hash < hashes.Max)
            {
                hashes.Add(hash);
                if (hashes.Count > Most)
                {
                    hashes.Remove(hashes.Max);
                }
            }
        }

        return new ReportPrint([.. hashes], weekdays);
    }

    /// <summary>The print that <see cref="ToBytes"/> wrote.</summary>
    public static ReportPrint FromBytes(ReadOnlySpan<byte> bytes)
    {
        var hashes = ImmutableArray.CreateBuilder<uint>(bytes.Length / sizeof(uint));
        var weekdays = bytes.Length < sizeof(uint) ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        bytes = bytes.Length < sizeof(uint) ? default : bytes[sizeof(uint)..];
        for (; bytes.Length >= sizeof(uint); bytes = bytes[sizeof(uint)..])
        {
            hashes.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes));
        }

        return new ReportPrint(hashes.ToImmutable(), weekdays);
    }

    /// <summary>The print as at most 260 bytes, to be kept beside the report.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[(_hashes.Length + 1) * sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, _weekdays);
        for (var i = 0; i < _hashes.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan((i + 1) * sizeof(uint)), _hashes[i]);
        }

        return bytes;
    }

    /// <summary>About which share of the shingles of the report with fewer is in the other, 0 to 1; 0 where a text is too short to tell, or each names a weekday that the other does not.</summary>
    public double SharedWith(ReportPrint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        // The news of Tuesday and of Wednesday from the same front differ in a word alone, but each names its day.
        if (_hashes.Length < Fewest || other._hashes.Length < Fewest || (_weekdays | other._weekdays) is var both && both != _weekdays && both != other._weekdays)
        {
            return 0;
        }

        // Below the smaller of the two largest hashes both prints are complete.
        var limit = Math.Min(Limit, other.Limit);
        int i = 0, j = 0, shared = 0, own = 0, others = 0;
        while (i < _hashes.Length && _hashes[i] <= limit || j < other._hashes.Length && other._hashes[j] <= limit)
        {
            var a = i < _hashes.Length ? _hashes[i] : uint.MaxValue;
            var b = j < other._hashes.Length ? other._hashes[j] : uint.MaxValue;
            shared += a == b ? 1 : 0;
            own += a <= b ? 1 : 0;
            others += b <= a ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return (double)shared / Math.Max(1, Math.Min(own, others));
    }

    /// <summary>The few smallest hashes: reports that share none of them are no copies.</summary>
    internal IEnumerable<uint> Keys => _hashes.Take(Fewest);

    // A print that is not full holds every shingle.
    private uint Limit => _hashes.Length < Most ? uint.MaxValue : _hashes[^1];

    // So that neighbouring shingles do not get neighbouring hashes (the finaliser of MurmurHash3).
    private static uint Mixed(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6bu;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35u;
        return hash ^ (hash >> 16);
    }
}
