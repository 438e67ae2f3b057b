namespace Demarche.Training.Network;

/// <summary>A sentence with what is known of it, as indexes of the network's outputs; null for what its source does not say.</summary>
/// <param name="Forms">Words.</param>
/// <param name="Tree">Tags and tree, from a treebank or a teacher.</param>
/// <param name="Entities">Entity label of each word, from annotated articles.</param>
public sealed record Example(string[] Forms, TreeLabels? Tree, int[]? Entities);

/// <summary>Tags and tree of a sentence.</summary>
/// <param name="Tags">Universal tags.</param>
/// <param name="PennTags">Penn tags.</param>
/// <param name="Heads">Index of the head, -1 for the root.</param>
/// <param name="Relations">Relation to the head.</param>
public sealed record TreeLabels(int[] Tags, int[] PennTags, int[] Heads, int[] Relations);
