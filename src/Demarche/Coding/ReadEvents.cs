using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Relating;
using Demarche.Language;
using Demarche.Reports;

namespace Demarche.Coding;

/// <summary>How sure events of whole reports are beside relations of given pairs, as events read by hand showed: <c>codebook/confidence.yaml</c>. Immutable and thread-safe.</summary>
internal sealed class ReadEvents
{
    private static readonly string[] Names = ["offset", "slope", "headline", "no-recipient", "unknown", "pronoun", "same-code"];

    private readonly double[] _weights;

    private ReadEvents(double[] weights) => _weights = weights;

    /// <summary>Reads the table; where it is absent nothing is changed.</summary>
    public static ReadEvents Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        double[] weights = [0, 1, 0, 0, 0, 0, 0];
        if (files.At("confidence.yaml") is { } file && CodebookYaml.Parse(file, complaints) is { } root)
        {
            foreach (var (name, node) in root["events"]?.Entries ?? [])
            {
                var at = Array.IndexOf(Names, name);
                if (at >= 0 && double.TryParse(node.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
                {
                    weights[at] = value;
                }
                else
                {
                    complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{name}: {node.Scalar}' cannot stand here", $"Write a number for one of {string.Join(", ", Names)}."));
                }
            }
        }

        return new ReadEvents(weights);
    }

    /// <summary>Names of the weights in the table.</summary>
    public static ImmutableArray<string> Weights => [.. Names];

    /// <summary>How likely an event is right.</summary>
    /// <param name="relation">How likely its type is right for its pair.</param>
    /// <param name="one">The event.</param>
    public double Of(double relation, CodedEvent one) => EventConfidence.Logistic(Evidence(relation, one).Zip(_weights, (e, w) => e * w).Sum());

    /// <summary>What the weights are multiplied by.</summary>
    /// <param name="relation">How likely its type is right for its pair.</param>
    /// <param name="one">The event.</param>
    public static double[] Evidence(double relation, CodedEvent one) =>
    [
        1,
        EventConfidence.Logit(relation),
        Sign(one.Section == SectionKind.Headline),
        Sign(one.Recipients.IsEmpty),
        Sign(one.Actors.Concat(one.Recipients).Any(p => p.Actor.Code is null)),
        Sign(one.Actors.Any(a => a.Mention.Sentence[a.Mention.Head].Tag is Upos.PRON or Upos.DET)),
        Sign(one.Actors.Any(a => one.Recipients.Any(a.SharesCode))),
    ];

    private static double Sign(bool holds) => holds ? 1 : 0;
}
