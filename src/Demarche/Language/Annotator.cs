using System.Collections.Concurrent;
using Demarche.Language.Network;
using Demarche.Language.Trained;

namespace Demarche.Language;

/// <summary>Tags words, draws the dependency tree and finds names, by a trained network. Immutable and thread-safe.</summary>
/// <remarks>
/// A sentence gets the same annotation, whatever stands beside it and on however many threads. Time and memory grow with the
/// number of words; within a sentence the tree costs its length squared, so cut very long ones first.
/// </remarks>
public sealed class Annotator
{
    // Most reports are one batch; more sentences at once gain nothing, as the gates of a layer leave the cache.
    private const int WordsOfBatch = 1024;
    private readonly ParserNetwork _network;
    private readonly ConcurrentQueue<Arena> _arenas = [];

    private Annotator(ParserNetwork network) => _network = network;

    /// <summary>Reads the network of a model; fails where the model has none.</summary>
    public static Outcome<Annotator> Load(ModelFile model) => model.Part(NetworkParts.Shape) is null
        ? Diagnostics.BadModel("model", "has no network")
        : new Annotator(ParserNetwork.Load(model));

    /// <summary>Annotates the sentences of a report, in their order.</summary>
    public Annotation[] Annotate(IReadOnlyList<TokenizedSentence> sentences) => Annotate([.. sentences.Select(s => s.Forms)]);

    /// <summary>Annotates sentences given by their words, in their order.</summary>
    public Annotation[] Annotate(IReadOnlyList<string[]> sentences)
    {
        var order = Enumerable.Range(0, sentences.Count).Where(i => sentences[i].Length > 0).OrderByDescending(i => sentences[i].Length).ToArray();
        var annotations = new Annotation[sentences.Count];
        Array.Fill(annotations, new Annotation([], [], [], [], []));
        if (!_arenas.TryDequeue(out var arena))
        {
            arena = new Arena();
        }

        try
        {
            for (var first = 0; first < order.Length;)
            {
                var end = first + 1;
                for (var words = sentences[order[first]].Length; end < order.Length && words + sentences[order[end]].Length <= WordsOfBatch; end++)
                {
                    words += sentences[order[end]].Length;
                }

                var batch = _network.Run([.. order[first..end].Select(i => sentences[i])], arena);
                for (var i = first; i < end; i++)
                {
                    annotations[order[i]] = batch[i - first];
                }

                first = end;
            }
        }
        finally
        {
            _arenas.Enqueue(arena);
        }

        return annotations;
    }
}
