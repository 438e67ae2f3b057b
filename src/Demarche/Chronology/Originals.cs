using System.Collections.Frozen;
using NodaTime;

namespace Demarche.Chronology;

/// <summary>Which reports are reprints or near-copies of which: sources are counted once per original. Immutable and thread-safe.</summary>
public sealed class Originals
{
    // From this share on the shorter report is taken over, not written anew.
    private const double Copied = 0.7;
    private const int Days = 4;
    private const int MostSharing = 100;   // beyond that the words are boilerplate
    private readonly FrozenDictionary<string, string> _originals;

    private Originals(FrozenDictionary<string, string> originals) => _originals = originals;

    /// <summary>Every report is its own original.</summary>
    public static Originals None { get; } = new(FrozenDictionary<string, string>.Empty);

    /// <summary>Finds the copies among reports; the earliest is the original, and its copies' copies are its own.</summary>
    /// <param name="reports">The reports, in any order.</param>
    public static Originals Of(IEnumerable<PrintedReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var originals = new Dictionary<string, string>(StringComparer.Ordinal);
        var byKey = new Dictionary<uint, List<PrintedReport>>();
        foreach (var one in reports.OrderBy(r => r.Day ?? LocalDate.MaxIsoValue).ThenBy(r => r.Report, StringComparer.Ordinal))
        {
            var near = one.Print.Keys.SelectMany(k => byKey.GetValueOrDefault(k) ?? []).Distinct().Where(r => IsNear(r, one));
            var best = near.Select(r => (Report: r, Share: r.Print.SharedWith(one.Print))).Where(p => p.Share >= Copied)
                .OrderByDescending(p => p.Share).ThenBy(p => p.Report.Report, StringComparer.Ordinal).FirstOrDefault();
            if (best.Report is { } earlier)
            {
                originals[one.Report] = originals.GetValueOrDefault(earlier.Report, earlier.Report);
            }

            foreach (var key in one.Print.Keys)
            {
                if (!byKey.TryGetValue(key, out var sharing))
                {
                    byKey[key] = sharing = [];
                }

                if (sharing.Count < MostSharing)
                {
                    sharing.Add(one);
                }
            }
        }

        return new Originals(originals.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The original of a report, or the report itself.</summary>
    public string Of(string report) => _originals.GetValueOrDefault(report, report);

    /// <summary>The copies, each with its original, by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => _originals.OrderBy(p => p.Key, StringComparer.Ordinal);

    // An annual story repeats its words; a reprint follows within days.
    private static bool IsNear(PrintedReport a, PrintedReport b) => a.Day is not { } first || b.Day is not { } second || Math.Abs(Period.DaysBetween(first, second)) <= Days;
}

/// <summary>A report with its fingerprint.</summary>
/// <param name="Report">Its name, as the citations of its events give it.</param>
/// <param name="Day">Day of publication, or null.</param>
/// <param name="Print">Its fingerprint.</param>
public sealed record PrintedReport(string Report, LocalDate? Day, ReportPrint Print);
