using System.Globalization;
using Demarche.Coding.Relating;

namespace Demarche.Coding;

/// <summary>How sure events of whole reports are beside relations of given pairs, as events read by hand showed: <c>codebook/confidence.yaml</c>. Immutable and thread-safe.</summary>
/// <param name="Offset">Added to the logit.</param>
/// <param name="Slope">What the logit is multiplied by.</param>
/// <param name="Headline">Added for an event of a headline.</param>
internal sealed record ReadEvents(double Offset, double Slope, double Headline)
{
    private static readonly string[] Names = ["offset", "slope", "headline"];

    /// <summary>Reads the table; where it is absent nothing is changed.</summary>
    public static ReadEvents Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        double[] values = [0, 1, 0];
        if (files.At("confidence.yaml") is { } file && CodebookYaml.Parse(file, complaints) is { } root)
        {
            foreach (var (name, node) in root["events"]?.Entries ?? [])
            {
                var at = Array.IndexOf(Names, name);
                if (at >= 0 && double.TryParse(node.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
                {
                    values[at] = value;
                }
                else
                {
                    complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{name}: {node.Scalar}' is no number of the table", "Write offset, slope and headline, each with a number."));
                }
            }
        }

        return new ReadEvents(values[0], values[1], values[2]);
    }

    /// <summary>How likely an event is right.</summary>
    /// <param name="relation">How likely its type is right for its pair.</param>
    /// <param name="isHeadline">Whether it stands in a headline.</param>
    public double Of(double relation, bool isHeadline) =>
        EventConfidence.Logistic(Offset + (Slope * EventConfidence.Logit(relation)) + (isHeadline ? Headline : 0));
}
