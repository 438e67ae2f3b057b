using System.Collections.Immutable;
using Demarche.Reports;

namespace Demarche.Language;

/// <summary>A sentence split into words, not yet tagged.</summary>
/// <param name="Section">The section that holds it.</param>
/// <param name="Spans">Where each word stands in the report as read.</param>
/// <param name="Forms">The words as mended.</param>
/// <param name="Multiwords">Surface words that hold several tokens, in order.</param>
public sealed record TokenizedSentence(Section Section, Span[] Spans, string[] Forms, ImmutableArray<Multiword> Multiwords);
