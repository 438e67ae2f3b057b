using Demarche.Language.Trained;

namespace Demarche.Statements.Quoting;

/// <summary>The trained parameters of attribution. Immutable and thread-safe.</summary>
/// <param name="Cues">Is a word a cue?</param>
/// <param name="Contents">Which choice does a cue hand on?</param>
/// <param name="Sources">Who is the source?</param>
/// <param name="Clusters">Classes of words of like meaning.</param>
/// <param name="Threshold">The chance from which an attribution is given.</param>
internal sealed record QuotingModel(ChoiceWeights Cues, ChoiceWeights Contents, ChoiceWeights Sources, WordClusters Clusters, float Threshold)
{
    private const string Resource = "trained/attribution.model";
    private const string CuesPart = "cues";
    private const string ContentsPart = "contents";
    private const string SourcesPart = "sources";
    private const string ClustersPart = "clusters";
    private const string ThresholdPart = "threshold";

    /// <summary>The model that ships with the engine.</summary>
    public static Outcome<QuotingModel> Load() => ShippedModel.Read(Resource) is { Value: { } file } ? Read(Resource, file) : ShippedModel.Read(Resource).Failure!;

    /// <summary>A model from a file; a part that is missing or of the wrong size is a failure.</summary>
    public static Outcome<QuotingModel> Read(string where, ModelFile file)
    {
        if (file.Part(ThresholdPart) is { Length: sizeof(float) } threshold
            && Weights(file, CuesPart) is { } cues && Weights(file, ContentsPart) is { } contents && Weights(file, SourcesPart) is { } sources
            && file.Part(ClustersPart) is { } table && WordClusters.Read(table.Span) is { } clusters)
        {
            return new QuotingModel(cues, contents, sources, clusters, BitConverter.ToSingle(threshold.Span));
        }

        return Diagnostics.BadModel(where, "lacks a part of the attribution model, or has one of the wrong size");
    }

    /// <summary>The model as a file.</summary>
    public ModelFile ToFile(string description) => new(description, new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
    {
        [CuesPart] = Cues.Write(),
        [ContentsPart] = Contents.Write(),
        [SourcesPart] = Sources.Write(),
        [ClustersPart] = Clusters.Write(),
        [ThresholdPart] = BitConverter.GetBytes(Threshold),
    });

    private static ChoiceWeights? Weights(ModelFile file, string part) => file.Part(part) is { } bytes ? ChoiceWeights.Read(bytes.Span) : null;
}
