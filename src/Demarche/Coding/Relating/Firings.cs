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
        var mentions = Mentions(pair).Concat(Pronouns(pair));
        var report = statements.Find(new MentionedReport(pair.Report, new ActorMentions(pair.Report, mentions), new PlaceMentions([]), new TimeMentions([])));
        var matcher = new RuleMatcher(report, codebook);
        var found = new List<Firing>();
        foreach (var sentence in pair.Report.Sentences)
        {
            var matches = new SentenceMatches(sentence, matcher, codebook);
            found.AddRange(matches.Events.Select(m => Placed(m, pair)));
            found.AddRange(matches.Unaddressed.Select(m => Placed(m, pair)).Where(f => f.Ties == Tie.Under));   // the mark tells to whom
        }

        return [.. found.OrderByDescending(f => f.Ties)];
    }

    /// <summary>The class that a match counts as.</summary>
    public string ClassOf(Match match) => Firing.Of(match, Source, Target, table).Class;

    // Where nobody is marked as recipient, whatever the marked actor does answers.
    private Firing Placed(Match match, MarkedPair pair)
    {
        var firing = Firing.Of(match, Source, Target, table);
        return pair.Targets.IsEmpty || pair.Targets.Any(t => t.HeadToken.IsWithin(match.Trigger)) ? firing.Under(Source) : firing;
    }

    private IEnumerable<ActorMention> Mentions(MarkedPair pair)
    {
        foreach (var phrase in pair.Sources)
        {
            yield return Mention(phrase, WithSectors(Source, phrase), []);
        }

        foreach (var phrase in pair.Targets)
        {
            var joined = pair.Sources.Where(s => s.IsJoinedInto(phrase)).Take(1).Select(s => WithSectors(Source, s));
            yield return Mention(phrase, WithSectors(Target, phrase), [.. joined]);
        }
    }

    // "The rebels said they would release …": a pronoun behind the marked actor stands for it, as the actor is the topic of its sentence.
    private IEnumerable<ActorMention> Pronouns(MarkedPair pair)
    {
        if (pair.Sources.IsEmpty)
        {
            yield break;
        }

        var source = pair.Sources[0];
        var actor = WithSectors(Source, source);
        for (var i = source.Last + 1; i < source.Sentence.Count; i++)
        {
            var token = source.Sentence[i];
            if (token.Tag == Upos.PRON && token.Lemma.ToLowerInvariant() is "it" or "he" or "she" or "they" or "its" or "his" or "her" or "their" && !pair.IsTarget(token) && !pair.IsSource(token)
                && token.BaseRelation is "nsubj" or "nmod")
            {
                yield return new ActorMention(source.Sentence, i, i, i, actor, "marked", token.Relation == "nmod:poss" ? MentionUse.Modifier : MentionUse.Actor);
            }
        }
    }

    private Actor WithSectors(Actor actor, MarkedPhrase phrase)
    {
        var sectors = table.SectorsOf(Enumerable.Range(phrase.First, phrase.Last - phrase.First + 1).Select(i => phrase.Sentence[i].Lemma.ToLowerInvariant()));
        return sectors.IsEmpty ? actor : actor with { Sectors = sectors };
    }

    private static ActorMention Mention(MarkedPhrase phrase, Actor actor, ImmutableArray<Actor> others) =>
        new(phrase.Sentence, phrase.First, phrase.Last, phrase.Head, actor, "marked", phrase.HeadToken.Relation is "amod" or "compound" or "nmod:poss" ? MentionUse.Modifier : MentionUse.Actor) { Others = others };
}
