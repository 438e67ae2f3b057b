using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Relating;

namespace Demarche.Coding;

/// <summary>How sure events of whole reports are beside relations of given pairs, as events read by hand showed: <c>codebook/confidence.yaml</c>. Immutable and thread-safe.</summary>
internal sealed class ReadEvents
{
    private readonly double[] _weights;

    private ReadEvents(double[] weights, double shownFrom)
    {
        _weights = weights;
        ShownFrom = shownFrom;
    }

    /// <summary>The confidence below which an event is not shown unless asked for.</summary>
    public double ShownFrom { get; }

    /// <summary>Names of the weights in the table: the offset and each sign.</summary>
    public static ImmutableArray<string> Weights => ["offset", .. EventSigns.Names];

    /// <summary>Reads the table; where it is absent nothing is changed and all is shown.</summary>
    public static ReadEvents Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        var weights = new double[Weights.Length];
        weights[1] = 1;
        var shownFrom = 0.0;
        if (files.At("confidence.yaml") is not { } file || CodebookYaml.Parse(file, complaints) is not { } root)
        {
            return new ReadEvents(weights, shownFrom);
        }

        if (root["shown-from"] is { } shown && (!Number(shown, out shownFrom) || shownFrom is < 0 or > 1))
        {
            complaints.Add(Diagnostics.BadCodebook(shown.Where, $"'shown-from: {shown.Scalar}' cannot stand here", "Write a number from 0, all events, to 1, none."));
        }

        foreach (var (name, node) in root["events"]?.Entries ?? [])
        {
            if (Weights.IndexOf(name) is var at and >= 0 && Number(node, out var value))
            {
                weights[at] = value;
            }
            else
            {
                complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{name}: {node.Scalar}' cannot stand here", $"Write a number for one of {string.Join(", ", Weights)}."));
            }
        }

        return new ReadEvents(weights, shownFrom);
    }

    /// <summary>How likely an event is right.</summary>
    /// <param name="relation">How likely its type is right for its pair.</param>
    /// <param name="one">The event.</param>
    public double Of(double relation, CodedEvent one)
    {
        var signs = EventSigns.Of(relation, one);
        var logit = _weights[0];
        for (var i = 0; i < signs.Length; i++)
        {
            logit += signs[i] * _weights[i + 1];
        }

        return EventConfidence.Logistic(logit);
    }

    private static bool Number(CodebookYaml node, out double value) =>
        double.TryParse(node.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
