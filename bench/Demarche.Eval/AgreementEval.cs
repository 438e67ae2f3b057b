using System.Globalization;

namespace Demarche.Eval;

/// <summary>How far two passes over the same sentences agree: raw and Cohen's kappa (1960) for status, raw for speaker.</summary>
internal static class AgreementEval
{
    public static int Score(string path)
    {
        var rows = File.ReadLines(path).Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split('\t')).ToList();
        var pairs = rows.ConvertAll(r => (First: r[1], Second: r[3]));
        var kinds = pairs.Select(p => p.First).Union(pairs.Select(p => p.Second)).ToList();
        double Share(Func<(string First, string Second), bool> meets) => pairs.Count(meets) / (double)pairs.Count;
        var observed = Share(p => p.First == p.Second);
        var expected = kinds.Sum(k => Share(p => p.First == k) * Share(p => p.Second == k));
        var speakers = rows.Count(r => IsSame(r[2], r[4])) / (double)rows.Count;
        var named = rows.Where(r => r[2] != "-" || r[4] != "-").ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows: status {observed:0.000}, kappa {(observed - expected) / (1 - expected):0.000}; speaker {speakers:0.000}, of the {named.Count} rows where either names one {named.Count(r => IsSame(r[2], r[4])) / (double)named.Count:0.000}"));
        foreach (var row in rows.Where(r => r[1] != r[3] || !IsSame(r[2], r[4])))
        {
            Console.WriteLine($"  {row[0]}: {row[1]} / {row[3]}, {row[2]} / {row[4]}: {row[5]}");
        }

        return 0;
    }

    // "the ministry" and "ministry" are one speaker.
    private static bool IsSame(string one, string other) =>
        one == "-" || other == "-" ? one == other : one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);
}
