using System.Globalization;
using System.Text;

namespace Demarche.Web.Charts;

/// <summary>The outlines of land and states, drawn once. Immutable.</summary>
/// <remarks>Natural Earth projection: T. Patterson, B. Šavrič and B. Jenny, "The natural earth projection", 2012, by its polynomial.</remarks>
internal sealed class WorldMap
{
    /// <summary>Width of the whole map in its own units.</summary>
    public const double Width = 1000;

    /// <summary>Height of the whole map in its own units.</summary>
    public const double Height = 500;

    private const double WidestX = 2.73539;   // the projection's x at 180 degrees
    private const double HighestY = 1.42239;  // and its y at 90
    private const double Unit = Width / (2 * WidestX);
    private const double Top = 20;

    private WorldMap(string land, string borders) => (Land, Borders) = (land, borders);

    /// <summary>The map that ships.</summary>
    public static WorldMap Shipped { get; } = Read();

    /// <summary>Path of the land.</summary>
    public string Land { get; }

    /// <summary>Path of the lines between states.</summary>
    public string Borders { get; }

    /// <summary>Where a place lies on the map.</summary>
    public static (double X, double Y) Project(double longitude, double latitude)
    {
        var phi = Math.Clamp(latitude, -90, 90) * Math.PI / 180;
        var lambda = longitude * Math.PI / 180;
        var p2 = phi * phi;
        var p4 = p2 * p2;
        var x = lambda * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)));
        var y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
        return ((x + WidestX) * Unit, (HighestY - y) * Unit - Top);
    }

    private static WorldMap Read()
    {
        var (land, borders) = (new StringBuilder(), new StringBuilder());
        using var stream = typeof(WorldMap).Assembly.GetManifestResourceStream("charts/world.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var isLand = line.AsSpan(0, tab).SequenceEqual("land");
            var path = isLand ? land : borders;
            var (x, y, command) = (0, 0, 'M');
            foreach (var point in line[(tab + 1)..].Split(' '))
            {
                var comma = point.IndexOf(',', StringComparison.Ordinal);
                x += int.Parse(point.AsSpan(0, comma), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                y += int.Parse(point.AsSpan(comma + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                var (px, py) = Project(x / 10.0, y / 10.0);
                path.Append(CultureInfo.InvariantCulture, $"{command}{px:0.#} {py:0.#}");
                command = 'L';
            }

            path.Append(isLand ? "Z" : "");
        }

        return new WorldMap(land.ToString(), borders.ToString());
    }
}
