using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding.Relating;
using Demarche.Language;
using Demarche.Reports;
using Demarche.Statements;

namespace Demarche.Coding;

/// <summary>What tells how sure an event of a report is, as a row of numbers.</summary>
internal static class EventSigns
{
    private static readonly string[] People = ["CVL", "AGR", "UNK", "EDU", "BUS", "MED", "JRN"];

    /// <summary>Name of each number; <c>codebook/confidence.yaml</c> says what they mean.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "relation", "headline", "no-recipient", "unknown", "pronoun", "same-code", "people", "state", "to-come", "deep", "far", "noun", "guessed", "resumed", "guessed-recipient", "resumed-recipient",
    ];

    /// <summary>The numbers of an event.</summary>
    /// <param name="relation">How likely its type is right for its pair.</param>
    /// <param name="one">The event.</param>
    public static double[] Of(double relation, CodedEvent one)
    {
        var trigger = one.Explanation.Trigger;
        return
        [
            EventConfidence.Logit(relation),
            Sign(one.Section == SectionKind.Headline),
            Sign(one.Recipients.IsEmpty),
            Sign(one.Actors.Concat(one.Recipients).Any(p => p.Actor.Code is null)),
            Sign(one.Actors.Any(a => IsPronoun(a) && !IsOwnWord(a, one))),
            Sign(one.Actors.Any(a => one.Recipients.Any(a.SharesCode))),
            Sign(one.Actors.All(a => !a.Actor.Sectors.IsEmpty && a.Actor.Sectors.All(People.Contains))),
            Sign(one.Actors.Any(IsState)),
            Sign(one.Statement.Status == Status.Planned && one.Type.Content == ContentActor.None),
            Math.Min(Depth(trigger), 6) / 3.0,
            Math.Log2(1 + Distance(one.Actors, trigger)) / 3,
            Sign(trigger.Tag is Upos.NOUN or Upos.PROPN),
            Sign(one.Actors.Any(a => a.Mention.State == StateSource.Setting)),
            Sign(one.Actors.Any(a => a.Mention.State == StateSource.Coreference)),
            Sign(one.Recipients.Any(r => r.Mention.State == StateSource.Setting)),
            Sign(one.Recipients.Any(r => r.Mention.State == StateSource.Coreference)),
        ];
    }

    private static bool IsPronoun(Participant one) => one.Mention.Sentence[one.Mention.Head].Tag is Upos.PRON or Upos.DET;

    // "The army said it had shelled the town": who speaks of himself is named in the same sentence.
    private static bool IsOwnWord(Participant one, CodedEvent act) =>
        act.Statement.Attribution.Any(l => l.Speaker is { } speaker && speaker.Sentence == one.Mention.Sentence && speaker != one.Mention && speaker.Actor.Name == one.Actor.Name
            && speaker.Sentence[speaker.Head].Tag != Upos.PRON);

    // A state, its government or its arms.
    private static bool IsState(Participant one) =>
        one.Actor is { Code: not null } actor && (actor.Sectors.IsEmpty ? !actor.IsPerson : actor.Sectors.Any(s => s is "GOV" or "MIL" or "COP" or "LEG" or "JUD" or "SPY"));

    private static int Depth(Token token)
    {
        var depth = 0;
        for (var at = token; at.Head is { } head; at = head)
        {
            depth += at.BaseRelation is "conj" or "parataxis" ? 0 : 1;
        }

        return depth;
    }

    private static int Distance(ImmutableArray<Participant> actors, Token trigger)
    {
        var nearest = int.MaxValue;
        foreach (var actor in actors)
        {
            if (actor.Mention.Sentence == trigger.Sentence)
            {
                nearest = Math.Min(nearest, Math.Abs(actor.Mention.Head - trigger.Index));
            }
        }

        return nearest == int.MaxValue ? 0 : nearest;
    }

    private static double Sign(bool holds) => holds ? 1 : 0;
}
