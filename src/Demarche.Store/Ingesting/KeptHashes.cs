using System.Collections.Concurrent;
using System.Globalization;

namespace Demarche.Store.Ingesting;

/// <summary>The content hashes of a store and of what came since: 128 bits each, so that a million reports take some tens of megabytes. Thread-safe.</summary>
internal sealed class KeptHashes
{
    private readonly ConcurrentDictionary<UInt128, bool> _isCurrent = new();
    private readonly ConcurrentDictionary<UInt128, bool> _dated = new();

    /// <summary>Notes a report that is kept.</summary>
    /// <param name="hash">Its content hash.</param>
    /// <param name="isCurrent">Whether it is coded as it would be today.</param>
    public void Note(string hash, bool isCurrent) => _isCurrent[Bits(hash)] = isCurrent;

    /// <summary>Whether a report is to be coded; asked again for the same, it is not.</summary>
    public bool Wants(string hash, IngestSettings settings, out bool isNew)
    {
        var bits = Bits(hash);
        isNew = _isCurrent.TryAdd(bits, true);
        if (isNew || !settings.Recode)
        {
            return isNew;
        }

        // With a day given, all are coded anew, once; else those that another version has coded.
        return settings.Date is null ? _isCurrent.TryUpdate(bits, true, false) : _dated.TryAdd(bits, true);
    }

    private static UInt128 Bits(string hash) => UInt128.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
