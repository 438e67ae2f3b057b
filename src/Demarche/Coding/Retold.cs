using System.Collections.Immutable;
using Demarche.Reports;

namespace Demarche.Coding;

/// <summary>Merges what a report tells twice in the same words; in doubt it leaves both.</summary>
internal static class Retold
{
    private const int SentencesOfLead = 3;   // what a headline tells stands at once below it

    /// <summary>The events with those told again taken into the first telling, as further evidence.</summary>
    public static ImmutableArray<CodedEvent> Merge(List<CodedEvent> events)
    {
        var kept = new List<CodedEvent>(events.Count);
        foreach (var one in events)
        {
            var at = kept.FindIndex(k => IsRetold(k, one));
            if (at < 0)
            {
                kept.Add(one);
            }
            else
            {
                var fuller = kept[at].Section == SectionKind.Headline ? one : kept[at];   // a headline names less
                kept[at] = fuller with { Evidence = [.. kept[at].Evidence, .. one.Evidence], Date = fuller.Date ?? one.Date, Place = fuller.Place ?? one.Place };
            }
        }

        return [.. kept.OrderBy(k => k.Evidence.IsEmpty ? k.Span.Start : k.Evidence.Min(e => e.Start))];
    }

    private static bool IsRetold(CodedEvent first, CodedEvent again) => IsHeadlineOf(first, again) || IsSaidAgain(first, again);

    // A headline tells what the story below it tells in other words, and often of one side only.
    private static bool IsHeadlineOf(CodedEvent first, CodedEvent again) =>
        first.Section == SectionKind.Headline && again.Section != SectionKind.Headline && again.Sentence.Index - first.Sentence.Index <= SentencesOfLead
        && first.Type == again.Type && (first.Mode == again.Mode || first.Mode is null || again.Mode is null) && first.Statement.Status == again.Statement.Status
        && SameCodes(first.Actors, again.Actors) && (first.Recipients.IsEmpty || SameCodes(first.Recipients, again.Recipients))
        && (first.Date?.Mention is null || again.Date?.Mention is null || first.Date.Interval == again.Date.Interval);

    private static bool SameCodes(ImmutableArray<Participant> a, ImmutableArray<Participant> b) =>
        a.Length == b.Length && a.All(p => b.Any(q => Matches(p, q))) && b.All(p => a.Any(q => Matches(p, q)));

    private static bool Matches(Participant one, Participant other) =>
        one.SharesCode(other) && (one.Actor.Sectors.IsEmpty || other.Actor.Sectors.IsEmpty || one.Actor.Sectors.Intersect(other.Actor.Sectors).Any());

    private static bool IsSaidAgain(CodedEvent first, CodedEvent again) =>
        first.Type == again.Type && first.Mode == again.Mode && first.Statement.Status == again.Statement.Status
        && first.Sentence != again.Sentence && Words(first) == Words(again)
        && Same(first.Actors, again.Actors) && Same(first.Recipients, again.Recipients)
        && (first.Date?.Mention is null || again.Date?.Mention is null || first.Date.Interval == again.Date.Interval)
        && (first.Place is null || again.Place is null || first.Place.Place == again.Place.Place);

    // The words that the rule asked for, without who takes part.
    private static string Words(CodedEvent one) => string.Join(' ', one.Explanation.Parts
        .Where(p => !p.Part.Contains('(', StringComparison.Ordinal)).Select(p => p.Token.Lemma));

    private static bool Same(ImmutableArray<Participant> a, ImmutableArray<Participant> b) =>
        a.Length == b.Length && a.All(p => b.Any(q => p.Actor.Name == q.Actor.Name && p.Actor.Code == q.Actor.Code));
}
