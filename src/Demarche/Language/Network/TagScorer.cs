using System.Collections.Immutable;

namespace Demarche.Language.Network;

/// <summary>Chooses the universal and the Penn tag of each word together, among the pairs that the treebanks know. Immutable and thread-safe.</summary>
/// <remarks>Each tag set knows what the other does not: "JJ" settles a doubtful adjective, AUX a doubtful "be".</remarks>
/// <param name="Tags">From the word in context to a score for each universal tag.</param>
/// <param name="PennTags">From the word in context to a score for each Penn tag.</param>
/// <param name="Pairs">Pairs that go together.</param>
internal sealed record TagScorer(IntegerLayer Tags, IntegerLayer PennTags, ImmutableArray<(int Tag, int PennTag)> Pairs)
{
    /// <summary>The best pair of each row.</summary>
    internal unsafe (int Tag, int PennTag)[] Best(byte* context, int rows, Arena arena)
    {
        var tags = arena.Take(rows * Tags.Outputs);
        var pennTags = arena.Take(rows * PennTags.Outputs);
        Tags.Apply(context, Tags.Inputs, rows, tags);
        PennTags.Apply(context, PennTags.Inputs, rows, pennTags);
        var best = new (int, int)[rows];
        for (var row = 0; row < rows; row++, tags += Tags.Outputs, pennTags += PennTags.Outputs)
        {
            var highest = float.NegativeInfinity;
            foreach (var pair in Pairs)
            {
                var score = tags[pair.Tag] + pennTags[pair.PennTag];
                if (score > highest)
                {
                    (highest, best[row]) = (score, pair);
                }
            }
        }

        return best;
    }
}
