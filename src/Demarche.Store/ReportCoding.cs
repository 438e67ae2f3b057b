using System.Collections.Immutable;
using Demarche.Coding.Records;

namespace Demarche.Store;

/// <summary>A coded report in the form in which a store takes it: free of the parsed text. Immutable.</summary>
/// <param name="Report">The report.</param>
/// <param name="Events">Its events in reading order, each with an id of its own.</param>
/// <param name="Words">Its words for full-text search.</param>
public sealed record ReportCoding(StoredReport Report, ImmutableArray<EventRecord> Events, ImmutableArray<SentenceWord> Words);

/// <summary>A word of a sentence.</summary>
/// <param name="Sentence">Number of the sentence, from 0.</param>
/// <param name="Form">The word in small letters.</param>
/// <param name="Lemma">Its dictionary form in small letters.</param>
public readonly record struct SentenceWord(int Sentence, string Form, string Lemma);
