using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>What the trained network says of a sentence, an entry a word in each array.</summary>
/// <param name="Tags">Universal part of speech.</param>
/// <param name="PennTags">Penn Treebank tag.</param>
/// <param name="Heads">Index of the head, -1 for the root; always a tree with one root.</param>
/// <param name="Relations">Relation to the head with its subtype.</param>
/// <param name="Entities">Named entities in order; they never overlap.</param>
public sealed record Annotation(Upos[] Tags, string[] PennTags, int[] Heads, string[] Relations, ImmutableArray<Entity> Entities)
{
    /// <summary>The first word from <paramref name="from"/> on that hangs on <paramref name="head"/> by a relation, or -1.</summary>
    internal int ChildOf(int head, string relation, int from = 0)
    {
        for (var i = from; i < Heads.Length; i++)
        {
            if (Heads[i] == head && Relations[i] == relation)
            {
                return i;
            }
        }

        return -1;
    }
}
