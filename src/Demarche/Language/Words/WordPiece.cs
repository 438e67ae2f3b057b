namespace Demarche.Language.Words;

/// <summary>One word of a text, found but not yet copied.</summary>
/// <param name="Start">Offset of its first character in the mended text.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Fused">Whether it is one surface word with the piece before it: "n't" in "don't".</param>
internal readonly record struct WordPiece(int Start, int End, bool Fused);
