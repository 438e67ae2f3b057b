using System.Globalization;

namespace Demarche.Cluster.Watching;

/// <summary>What a site's robots.txt lets this program do (RFC 9309). Immutable.</summary>
internal sealed class Robots
{
    private const string Agent = "demarche";
    private const int LongestFile = 500 * 1024;   // the standard's own limit
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);
    private readonly List<(string Path, bool Allows)> _rules = [];

    private Robots()
    {
    }

    /// <summary>Seconds that the site wants between two requests.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>Reads a robots.txt; empty text lets everything.</summary>
    public static Robots Of(string text)
    {
        var (own, all) = (new Robots(), new Robots());
        var (named, isOwn, isAll, inAgents) = (false, false, false, false);
        foreach (var line in text[..Math.Min(text.Length, LongestFile)].Split('\n'))
        {
            var parts = line.Split('#')[0].Split(':', 2);
            if (parts.Length < 2)
            {
                continue;
            }

            var (field, value) = (parts[0].Trim().ToLowerInvariant(), parts[1].Trim());
            if (field == "user-agent")
            {
                (isOwn, isAll) = inAgents ? (isOwn, isAll) : (false, false);
                isOwn |= value.Equals(Agent, StringComparison.OrdinalIgnoreCase);
                isAll |= value == "*";
                (named, inAgents) = (named || isOwn, true);
                continue;
            }

            inAgents = false;
            Array.ForEach([(own, isOwn), (all, isAll)], t => t.Item1.Take(field, value, t.Item2));
        }

        return named ? own : all;
    }

    /// <summary>Whether a path, with its query, may be fetched: the longest rule that fits decides, and of equals the one that allows.</summary>
    public bool Allows(string path) => _rules.Where(r => Fits(r.Path, path)).OrderByDescending(r => r.Path.Length).ThenByDescending(r => r.Allows).Select(r => (bool?)r.Allows).FirstOrDefault() ?? true;

    private void Take(string field, string value, bool applies)
    {
        if (!applies || value.Length == 0)
        {
            return;
        }

        if (field is "allow" or "disallow")
        {
            _rules.Add((value, field == "allow"));
        }
        else if (field == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
        {
            Delay = TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay.TotalSeconds));
        }
    }

    // A star stands for anything, a dollar for the end; greedy from the left, so that no rule takes long.
    private static bool Fits(string rule, string path)
    {
        var (isWhole, at) = (rule.EndsWith('$'), 0);
        var pieces = rule.TrimEnd('$').Split('*');
        for (var i = 0; i < pieces.Length; i++)
        {
            var found = i == 0 ? (path.StartsWith(pieces[0], StringComparison.Ordinal) ? 0 : -1)
                : isWhole && i == pieces.Length - 1 ? path.Length - pieces[i].Length is var last && last >= at && path.EndsWith(pieces[i], StringComparison.Ordinal) ? last : -1
                : path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + pieces[i].Length;
        }

        return !isWhole || at == path.Length;
    }
}
