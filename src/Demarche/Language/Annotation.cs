using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>What the trained network says of a sentence, an entry a word in each array.</summary>
/// <param name="Tags">Universal part of speech.</param>
/// <param name="PennTags">Penn Treebank tag.</param>
/// <param name="Heads">Index of the head, -1 for the root; always a tree with one root.</param>
/// <param name="Relations">Relation to the head with its subtype.</param>
/// <param name="Entities">Named entities in order; they never overlap.</param>
public sealed record Annotation(Upos[] Tags, string[] PennTags, int[] Heads, string[] Relations, ImmutableArray<Entity> Entities);
