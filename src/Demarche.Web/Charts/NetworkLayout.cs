using System.Collections.Immutable;
using Demarche.Store;

namespace Demarche.Web.Charts;

/// <summary>One who deals with others, and where it stands.</summary>
/// <param name="Name">Code, or name where there is none.</param>
/// <param name="Events">Events that it takes part in, among those drawn.</param>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
public sealed record NetworkNode(string Name, long Events, double X, double Y);

/// <summary>Places those who deal with each other side by side. Immutable; the same pairs always give the same picture.</summary>
/// <param name="Nodes">Those who deal.</param>
/// <param name="Pairs">Who with whom.</param>
public sealed record NetworkLayout(ImmutableArray<NetworkNode> Nodes, ImmutableArray<PairTally> Pairs)
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = 1000;

    /// <summary>Height of the drawing.</summary>
    public const double Height = 620;

    private const int Rounds = 400;
    private const double Margin = 45;

    /// <summary>Lays them out: T. Fruchterman and E. Reingold, "Graph drawing by force-directed placement", 1991, from a circle on.</summary>
    public static NetworkLayout Of(IEnumerable<PairTally> pairs)
    {
        ImmutableArray<PairTally> drawn = [.. pairs];
        var events = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var pair in drawn)
        {
            events[pair.Actor] = events.GetValueOrDefault(pair.Actor) + pair.Events;
            events[pair.Recipient] = events.GetValueOrDefault(pair.Recipient) + pair.Events;
        }

        var names = events.OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Key).ToList();
        if (names.Count == 0)
        {
            return new NetworkLayout([], drawn);
        }

        var index = names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);
        var most = drawn.Max(p => p.Events);
        var edges = drawn.Select(p => (From: index[p.Actor], To: index[p.Recipient], Weight: 0.3 + 0.7 * Math.Sqrt((double)p.Events / most))).ToList();
        var (x, y) = Settle(names.Count, edges);
        var (left, right, top, bottom) = (x.Min(), x.Max(), y.Min(), y.Max());
        return new NetworkLayout(
            [.. names.Select((name, i) => new NetworkNode(
                name, events[name], Margin + Scaled(x[i], left, right) * (Width - 2 * Margin), Margin + Scaled(y[i], top, bottom) * (Height - 2 * Margin)))],
            drawn);
    }

    private static double Scaled(double value, double least, double most) => most - least < 1e-9 ? 0.5 : (value - least) / (most - least);

    private static (double[] X, double[] Y) Settle(int count, List<(int From, int To, double Weight)> edges)
    {
        var ideal = Math.Sqrt(Width * Height / count) * 0.75;
        double[] x = [.. Enumerable.Range(0, count).Select(i => Width / 2 * Math.Cos(2 * Math.PI * i / count))];
        double[] y = [.. Enumerable.Range(0, count).Select(i => Height / 2 * Math.Sin(2 * Math.PI * i / count))];
        for (var round = 0; round < Rounds; round++)
        {
            var (dx, dy) = (new double[count], new double[count]);
            for (var i = 0; i < count; i++)
            {
                for (var j = i + 1; j < count; j++)
                {
                    var (ex, ey) = (x[i] - x[j], y[i] - y[j]);
                    var push = ideal * ideal / Math.Max(1, ex * ex + ey * ey);
                    (dx[i], dy[i], dx[j], dy[j]) = (dx[i] + ex * push, dy[i] + ey * push, dx[j] - ex * push, dy[j] - ey * push);
                }

                // A little towards the middle, so that parts without a bond do not fly off.
                (dx[i], dy[i]) = (dx[i] - x[i] * 0.08, dy[i] - y[i] * 0.14);
            }

            foreach (var (from, to, weight) in edges)
            {
                var (ex, ey) = (x[from] - x[to], y[from] - y[to]);
                var pull = weight * Math.Sqrt(ex * ex + ey * ey) / ideal;
                (dx[from], dy[from], dx[to], dy[to]) = (dx[from] - ex * pull, dy[from] - ey * pull, dx[to] + ex * pull, dy[to] + ey * pull);
            }

            var farthest = Width / 8 * (1 - (double)round / Rounds);
            for (var i = 0; i < count; i++)
            {
                var length = Math.Max(1e-9, Math.Sqrt(dx[i] * dx[i] + dy[i] * dy[i]));
                var step = Math.Min(length, farthest) / length;
                (x[i], y[i]) = (x[i] + dx[i] * step, y[i] + dy[i] * step);
            }
        }

        return (x, y);
    }
}
