using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding.Matching;
using Demarche.Places;
using Demarche.Statements;
using Demarche.Time;

namespace Demarche.Coding.Relating;

/// <summary>Holds the codebook's rules against a marked sentence, with the marked names as its only actors. Immutable and thread-safe.</summary>
internal sealed class Firings(Codebook codebook, RelationTable table, StatementFinder statements)
{
    private static readonly Actor Source = new("(source)", [], "(source)");
    private static readonly Actor Target = new("(target)", [], "(target)");

    /// <summary>Every rule that is met, those that tie the two names first, then in reading order.</summary>
    public ImmutableArray<Firing> In(MarkedPair pair)
    {
        var mentions = pair.Sources.Select(p => Mention(p, WithSectors(Source, p))).Concat(pair.Targets.Select(p => Mention(p, WithSectors(Target, p))));
        var report = statements.Find(new MentionedReport(pair.Report, new ActorMentions(pair.Report, mentions), new PlaceMentions([]), new TimeMentions([])));
        var matcher = new RuleMatcher(report, codebook);
        var found = new List<Firing>();
        foreach (var sentence in pair.Report.Sentences)
        {
            foreach (var match in new SentenceMatches(sentence, matcher, codebook).Events)
            {
                var later = Later(match);
                found.Add(new Firing(later ?? table.ClassOf(match), match, TieOf(match)));
            }
        }

        return [.. found.OrderByDescending(f => f.Ties)];
    }

    // Cooperation that is only to come counts as an agreement to it, as in the record.
    private static string? Later(Match match) => match.Statement.Status == Status.Planned ? match.Type.Future : null;

    private static Tie TieOf(Match match)
    {
        bool sourceActs = Has(match.Actors, Source), targetActs = Has(match.Actors, Target);
        bool sourceGets = Has(match.Recipients, Source), targetGets = Has(match.Recipients, Target);
        return sourceActs && targetGets ? Tie.Exact
            : (sourceActs || sourceGets) && (targetActs || targetGets) ? Tie.Both
            : sourceActs || sourceGets || targetActs || targetGets ? Tie.One
            : Tie.None;
    }

    private static bool Has(ImmutableArray<Participant> participants, Actor actor) => participants.Any(p => p.Actor.Code == actor.Code);

    private Actor WithSectors(Actor actor, MarkedPhrase phrase)
    {
        var sectors = table.SectorsOf(Enumerable.Range(phrase.First, phrase.Last - phrase.First + 1).Select(i => phrase.Sentence[i].Lemma.ToLowerInvariant()));
        return sectors.IsEmpty ? actor : actor with { Sectors = sectors };
    }

    private static ActorMention Mention(MarkedPhrase phrase, Actor actor) =>
        new(phrase.Sentence, phrase.First, phrase.Last, phrase.Head, actor, "marked", phrase.HeadToken.Relation is "amod" or "compound" or "nmod:poss" ? MentionUse.Modifier : MentionUse.Actor);
}
