using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding.Matching;
using Demarche.Language;
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
        var mentions = pair.Sources.Select(p => Mention(p, WithSectors(Source, p))).Concat(pair.Targets.Select(p => Mention(p, WithSectors(Target, p)))).Concat(Pronouns(pair));
        var report = statements.Find(new MentionedReport(pair.Report, new ActorMentions(pair.Report, mentions), new PlaceMentions([]), new TimeMentions([])));
        var matcher = new RuleMatcher(report, codebook);
        var found = new List<Firing>();
        foreach (var sentence in pair.Report.Sentences)
        {
            foreach (var match in new SentenceMatches(sentence, matcher, codebook).Events)
            {
                found.Add(Firing.Of(match, Source, Target, table));
            }
        }

        return [.. found.OrderByDescending(f => f.Ties)];
    }

    /// <summary>The class that a match counts as.</summary>
    public string ClassOf(Match match) => Firing.Of(match, Source, Target, table).Class;

    // "The rebels said they would release …": a pronoun behind the marked actor stands for it, as the actor is the topic of its sentence.
    private static IEnumerable<ActorMention> Pronouns(MarkedPair pair)
    {
        if (pair.Sources.IsEmpty)
        {
            yield break;
        }

        var source = pair.Sources[0];
        for (var i = source.Last + 1; i < source.Sentence.Count; i++)
        {
            var token = source.Sentence[i];
            if (token.Tag == Upos.PRON && token.Lemma.ToLowerInvariant() is "it" or "he" or "she" or "they" or "its" or "his" or "her" or "their" && !pair.IsTarget(token) && !pair.IsSource(token)
                && token.BaseRelation is "nsubj" or "nmod")
            {
                yield return new ActorMention(source.Sentence, i, i, i, Source, "marked", token.Relation == "nmod:poss" ? MentionUse.Modifier : MentionUse.Actor);
            }
        }
    }

    private Actor WithSectors(Actor actor, MarkedPhrase phrase)
    {
        var sectors = table.SectorsOf(Enumerable.Range(phrase.First, phrase.Last - phrase.First + 1).Select(i => phrase.Sentence[i].Lemma.ToLowerInvariant()));
        return sectors.IsEmpty ? actor : actor with { Sectors = sectors };
    }

    private static ActorMention Mention(MarkedPhrase phrase, Actor actor) =>
        new(phrase.Sentence, phrase.First, phrase.Last, phrase.Head, actor, "marked", phrase.HeadToken.Relation is "amod" or "compound" or "nmod:poss" ? MentionUse.Modifier : MentionUse.Actor);
}
