using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Demarche.Eval;

/// <summary>Holds confidence against truth: a table of ten bins with the expected calibration error, and a diagram.</summary>
internal static class ReliabilityEval
{
    private const int Bins = 10;
    private const int Side = 300;
    private const int Margin = 45;

    /// <summary>Reads answers, a JSON object a line with "confidence" and either "right", or "event" and "gold"; prints the table and writes the diagram.</summary>
    public static int Draw(string path, string title, string svg)
    {
        var bins = new Bin[Bins];
        var (answers, brier) = (0, 0.0);
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var confidence = json.RootElement.GetProperty("confidence").GetDouble();
            var right = json.RootElement.TryGetProperty("right", out var told) ? told.GetBoolean()
                : json.RootElement.GetProperty("event").GetString() == json.RootElement.GetProperty("gold").GetString();
            var at = Math.Min(Bins - 1, (int)(confidence * Bins));
            bins[at] = new Bin(bins[at].Count + 1, bins[at].Sure + confidence, bins[at].Right + (right ? 1 : 0));
            brier += Math.Pow(confidence - (right ? 1 : 0), 2);
            answers++;
        }

        Console.WriteLine("| confidence | answers | mean confidence | right |");
        Console.WriteLine("|---|---|---|---|");
        for (var i = 0; i < Bins; i++)
        {
            var tells = bins[i].Count > 0 ? Line($"{bins[i].Sure / bins[i].Count:0.00} | {bins[i].Right / bins[i].Count:0.00}") : " | ";
            Console.WriteLine(Line($"| {i / 10.0:0.0} to {(i + 1) / 10.0:0.0} | {bins[i].Count} | {tells} |"));
        }

        var error = bins.Sum(b => Math.Abs(b.Sure - b.Right)) / answers;
        Console.WriteLine();
        Console.WriteLine(Line($"{answers} answers, right {bins.Sum(b => b.Right) / answers:0.000}, expected calibration error {error:0.000}, Brier score {brier / answers:0.000}"));
        File.WriteAllText(svg, Diagram(bins, title, answers, error));
        return 0;
    }

    // Bars show how often the answers of a bin are right, circles how sure they are on average; the area of a circle grows with their number.
    private static string Diagram(Bin[] bins, string title, int answers, double error)
    {
        var text = new StringBuilder();
        void Add(FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Side + (2 * Margin)}\" height=\"{Side + (2 * Margin)}\" font-family=\"sans-serif\" font-size=\"11\">");
        Add($"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Add($"<text x=\"{Margin}\" y=\"20\" font-size=\"13\">{title}</text>");
        Add($"<text x=\"{Margin}\" y=\"36\" fill=\"#555\">{answers} answers, expected calibration error {error:0.000}</text>");
        for (var i = 0; i < bins.Length; i++)
        {
            var x = Margin + (Side * i / (double)Bins);
            var share = bins[i].Count == 0 ? 0 : bins[i].Right / bins[i].Count;
            Add($"<rect x=\"{x + 1:0.#}\" y=\"{Y(share):0.#}\" width=\"{(Side / Bins) - 2}\" height=\"{Side * share:0.#}\" fill=\"#9db8d2\"/>");
            Add($"<text x=\"{x:0.#}\" y=\"{Y(0) + 15:0.#}\" text-anchor=\"middle\">{i / 10.0:0.0}</text>");
            Add($"<text x=\"{Margin - 6}\" y=\"{Y(i / 10.0) + 4:0.#}\" text-anchor=\"end\">{i / 10.0:0.0}</text>");
        }

        Add($"<line x1=\"{Margin}\" y1=\"{Y(0):0.#}\" x2=\"{Margin + Side}\" y2=\"{Y(1):0.#}\" stroke=\"#777\" stroke-dasharray=\"4 3\"/>");
        foreach (var bin in bins.Where(b => b.Count > 0))
        {
            var sure = bin.Sure / bin.Count;
            Add($"<circle cx=\"{Margin + (Side * sure):0.#}\" cy=\"{Y(bin.Right / bin.Count):0.#}\" r=\"{2 + (12 * Math.Sqrt(bin.Count / answers)):0.#}\" fill=\"#b5432f\" fill-opacity=\"0.75\"/>");
        }

        Add($"<rect x=\"{Margin}\" y=\"{Margin}\" width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"#333\"/>");
        Add($"<text x=\"{Margin + (Side / 2)}\" y=\"{Y(0) + 32:0.#}\" text-anchor=\"middle\">confidence</text>");
        Add($"<text transform=\"translate(12 {Margin + (Side / 2)}) rotate(-90)\" text-anchor=\"middle\">share that is right</text>");
        Add($"</svg>");
        return text.ToString();
    }

    private static double Y(double share) => Margin + (Side * (1 - share));

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Bin(double Count, double Sure, double Right);
}
