using System.Collections.Immutable;
using Demarche.Reports;

namespace Demarche.Language.Conllu;

/// <summary>A CoNLL-U file with the plain text that it stands for.</summary>
/// <param name="Report">The text rebuilt from the words and <c>SpaceAfter=No</c>: a section a paragraph, blank lines between.</param>
/// <param name="Sentences">Its sentences, in file order.</param>
public sealed record ConlluText(Report Report, ImmutableArray<ConlluSentence> Sentences);

/// <summary>A sentence of a CoNLL-U file.</summary>
/// <param name="Words">Its words, with spans into the rebuilt text.</param>
/// <param name="Columns">Its columns as the file gives them; "_" and no head (-1) where it gives none.</param>
/// <param name="Misc">The tenth column of each word.</param>
/// <param name="Comments">Lines before the first word, without their "# ".</param>
public sealed record ConlluSentence(TokenizedSentence Words, TokenTable Columns, ImmutableArray<string> Misc, ImmutableArray<string> Comments);
