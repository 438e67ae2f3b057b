using System.Collections.Immutable;
using Demarche.Reports;

namespace Demarche.Language;

/// <summary>A report with its sentences parsed. Immutable and thread-safe.</summary>
/// <param name="Report">The report as read.</param>
/// <param name="Sentences">Sentences of headline, caption and paragraphs in reading order; trailers are not parsed.</param>
/// <param name="Notes">What a user should know of the parse (a sentence that was cut, say).</param>
public sealed record ParsedReport(Report Report, ImmutableArray<Sentence> Sentences, ImmutableArray<Diagnostic> Notes);
