using Demarche.Language;
using Demarche.Language.Network;
using Demarche.Language.Trained;

namespace Demarche.Coding.Relating;

/// <summary>Averages of pretrained word vectors over the parts of a marked sentence: what its words mean where the ranker never saw them. Immutable and thread-safe.</summary>
internal sealed class PairVectors
{
    private const int Parts = 7;
    private readonly WordIndex _index;
    private readonly QuantizedTable _vectors;

    private PairVectors(WordIndex index, QuantizedTable vectors)
    {
        _index = index;
        _vectors = vectors;
    }

    /// <summary>Length of what <see cref="Write"/> writes.</summary>
    public int Width => Parts * _vectors.Width;

    /// <summary>The vectors of a language model.</summary>
    public static PairVectors From(ModelFile model)
    {
        var shape = NetworkShape.Read(NetworkParts.Required(model, NetworkParts.Shape).Span);
        return new PairVectors(new WordIndex(NetworkParts.Required(model, NetworkParts.Index)), NetworkParts.Table(model, NetworkParts.Vectors, shape.Vector));
    }

    /// <summary>Writes the averages, each of length one: between, behind and before the names, the two names, the way in the tree, its verb.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="sums">Takes them.</param>
    public void Write(MarkedPair pair, Span<float> sums)
    {
        sums.Clear();
        var layout = pair.Layout();
        for (var i = 0; i < pair.Words.Length; i++)
        {
            var word = pair.Words[i];
            if (pair.IsSource(word))
            {
                Add(word, 3, sums);
            }
            else if (pair.IsTarget(word))
            {
                Add(word, 4, sums);
            }
            else if (layout.PartOf(i) is var part && part != PairPart.Far)
            {
                Add(word, (int)part, sums);
            }
        }

        if (pair.Path is { } path)
        {
            foreach (var token in path.Inner)
            {
                Add(token, 5, sums);
            }

            Add(path.Verb, 6, sums);
        }

        for (var part = 0; part < Parts; part++)
        {
            var slice = sums.Slice(part * _vectors.Width, _vectors.Width);
            var norm = MathF.Sqrt(Floats.Dot(slice, slice));
            if (norm > 0)
            {
                Floats.Divide(slice, norm);
            }
        }
    }

    private void Add(Token word, int part, Span<float> sums)
    {
        var weight = word.Tag switch
        {
            Upos.VERB or Upos.NOUN or Upos.ADJ => 1f,
            Upos.PUNCT or Upos.PROPN => 0.1f,
            _ => 0.3f,
        };
        var form = word.Form.ToLowerInvariant();
        var row = _index.Find(form).Vector;
        if (row >= 0)
        {
            _vectors.AddRow(row, weight, sums.Slice(part * _vectors.Width, _vectors.Width));
        }
    }
}
