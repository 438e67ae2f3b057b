using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Demarche.Language.Network;
using Demarche.Language.Trained;

namespace Demarche.Coding.Relating;

/// <summary>A multinomial logistic model over the features and vectors of a marked sentence. Immutable and thread-safe.</summary>
/// <remarks>Its parts lie in a <see cref="ModelFile"/>: "ranker/classes", "ranker/hashes" (ascending), "ranker/weights" (bytes), "ranker/dense" and "ranker/bias"; and those of <see cref="EventConfidence"/>.</remarks>
internal sealed class Ranker
{
    internal const string ClassesPart = "ranker/classes";
    internal const string HashesPart = "ranker/hashes";
    internal const string WeightsPart = "ranker/weights";
    internal const string ScalesPart = "ranker/scales";
    internal const string DensePart = "ranker/dense";
    internal const string BiasPart = "ranker/bias";

    private const string Resource = "trained/ranker.model";

    private readonly EvenHashes<ulong> _hashes;
    private readonly sbyte[] _weights;
    private readonly float[] _scales;
    private readonly float[] _dense;
    private readonly float[] _bias;

    private Ranker(ImmutableArray<string> classes, ModelFile model)
    {
        Classes = classes;
        _hashes = new EvenHashes<ulong>(Values<ulong>(model, HashesPart));
        _weights = Values<sbyte>(model, WeightsPart);
        _scales = Values<float>(model, ScalesPart);
        _dense = Values<float>(model, DensePart);
        _bias = Values<float>(model, BiasPart);
        Confidence = EventConfidence.Of(model);
    }

    /// <summary>Names of the classes, in the order of the scores.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>How sure its answers and those of rules are.</summary>
    public EventConfidence Confidence { get; }

    /// <summary>The ranker that ships with the engine.</summary>
    public static Outcome<Ranker> Load()
    {
        var shipped = ShippedModel.Read(Resource);
        return shipped.Value is { } model ? Load(Resource, model) : shipped.Failure!;
    }

    /// <summary>Reads the model; one that lacks a part is a failure.</summary>
    public static Outcome<Ranker> Load(string where, ModelFile model)
    {
        string[] needed =
        [
            ClassesPart, HashesPart, WeightsPart, ScalesPart, DensePart, BiasPart,
            EventConfidence.TemperaturePart, EventConfidence.SignsPart, EventConfidence.BlindPart, EventConfidence.RulesPart,
        ];
        return needed.FirstOrDefault(p => model.Part(p) is null) is { } missing
            ? Diagnostics.BadModel(where, $"has no part '{missing}'")
            : new Ranker([.. Encoding.UTF8.GetString(model.Part(ClassesPart)!.Value.Span).Split('\n')], model);
    }

    /// <summary>A score for each class; higher is likelier.</summary>
    public float[] Score(IEnumerable<ulong> features, ReadOnlySpan<float> vectors)
    {
        var scores = (float[])_bias.Clone();
        foreach (var feature in features)
        {
            if (_hashes.IndexOf(feature) is >= 0 and var row)
            {
                Floats.Add(_weights.AsSpan(row * scores.Length, scores.Length), _scales, scores);
            }
        }

        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] += Floats.Dot(vectors, _dense.AsSpan(c * vectors.Length, vectors.Length));
        }

        return scores;
    }

    private static T[] Values<T>(ModelFile model, string part)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(model.Part(part)!.Value.Span).ToArray();
}
