using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Language;
using Demarche.Language.Clauses;
using Demarche.Statements;

namespace Demarche.Coding.Matching;

/// <summary>Tests what a rule needs at a trigger; the answer is what it lacks, for explanations.</summary>
internal sealed class Needs(Cast cast, Codebook codebook)
{
    /// <summary>What the words around the trigger lack, or null; parts that are met are added.</summary>
    public string? Lacked(TriggeredRule triggered, Sight sight, List<ExplainedPart> parts)
    {
        var rule = triggered.Rule;
        if (triggered.Particle is { } particle && !HasParticle(sight, particle, parts))
        {
            return "the word '" + particle + "'";
        }

        if (rule.Negated)
        {
            if (sight.Negation is not { } negation)
            {
                return "a negation";
            }

            parts.Add(new ExplainedPart("negation", negation));
        }

        if (rule.Passive is { } passive && passive != sight.Clause.IsPassive)
        {
            return passive ? "passive voice" : "active voice";
        }

        if (rule.Directive && !IsDirective(sight.Clause.Complements, codebook.Mandatives.Contains(sight.Trigger.Lemma)))
        {
            return "a clause of what is to be done";
        }

        return rule.Object is { } wanted && !Meets(wanted, sight.Objects, sight, "object", parts) ? "object"
            : rule.Subject is { } subject && !Meets(subject, sight.Subjects(ofPhrase: rule.Object is null).SelectMany(g => g), sight, "subject", parts) ? "subject"
            : rule.IndirectObject is { } indirect && !Meets(indirect, sight.Clause.IndirectObjects, sight, "iobj", parts) ? "iobj"
            : rule.Complement is { } complement && !Meets(complement, sight.Complements, sight, "complement", parts) ? "complement"
            : rule.ComplementSubject is { } whose && !Meets(whose, sight.Clause.Complements.SelectMany(c => ClauseReader.Read(c).Subjects), sight, "complement subject", parts) ? "complement subject"
            : rule.OwnComplement && !cast.IsOwn(sight.Clause) ? "a clause about its own subject"
            : rule.Modifier is { } modifier && !Meets(modifier, ModifiersOf(sight), sight, "modifier", parts) ? "modifier"
            : LackedPhrase(rule, sight, parts);
    }

    /// <summary>What the statement lacks, or null.</summary>
    public static string? LackedOfStatement(Rule rule, Statement statement)
    {
        if (rule.When.Count > 0 && !rule.When.Contains(statement.Status))
        {
            return "status " + string.Join(" or ", rule.When.Select(StatusNames.Of).Order(StringComparer.Ordinal));
        }

        foreach (var auxiliary in rule.Auxiliary)
        {
            if (!statement.Auxiliary.Contains(auxiliary))
            {
                return "auxiliary " + StatusNames.Of(auxiliary);
            }
        }

        return null;
    }

    /// <summary>What those who take part lack, or null.</summary>
    public string? LackedOfParticipants(Rule rule, Match match)
    {
        if (rule.ActorSectors.Count > 0 && !HasSector(match.Actors, rule.ActorSectors))
        {
            return "actor of sector " + string.Join(" or ", rule.ActorSectors);
        }

        if (rule.RecipientSectors.Count > 0 && !HasSector(match.Recipients, rule.RecipientSectors))
        {
            return "recipient of sector " + string.Join(" or ", rule.RecipientSectors);
        }

        if (rule.Abroad && !match.Recipients.IsEmpty && match.Recipients.All(r => !r.Actor.IsPerson && match.Actors.Any(r.SharesCode)))
        {
            return "a recipient abroad";
        }

        return rule.OwnContent && match.Content is { Actors.IsEmpty: false } content && (IsOfAThing(content) || !content.Actors.Any(a => match.Actors.Any(b => a.Actor.Name == b.Actor.Name || a.SharesCode(b))))
            ? "an act of its own"
            : null;
    }

    // "hopes that the new machine can help", "hopes that its neighbours will": a thing does it, or somebody of whom nothing is known, not who hopes.
    private bool IsOfAThing(Match content) => content.Trigger.Child("nsubj") is { Tag: Upos.NOUN } subject
        && (cast.MentionAt(subject) is { } mention ? mention.Actor is { Code: null, IsPerson: false, Sectors.IsEmpty: true } : !cast.Names(subject) && !codebook.Agents.Contains(subject.Lemma.ToLowerInvariant()));

    /// <summary>Whether the right one says so.</summary>
    public bool IsSaidBy(Rule rule, Match match)
    {
        if (rule.SaidBy is null)
        {
            return true;
        }

        var speaker = cast.SpeakerOf(match.Trigger);
        var own = speaker is not null && match.Actors.Any(a => a.Actor.Name == speaker.Actor.Name || a.Actor.Code is not null && a.Actor.Code == speaker.Actor.Code);
        return rule.SaidBy switch
        {
            "actor" => own,
            "other" => speaker is not null && !own,
            "not-other" => speaker is null || own,
            _ => speaker is null,
        };
    }

    private static bool HasSector(ImmutableArray<Participant> participants, FrozenSet<string> sectors)
    {
        foreach (var participant in participants)
        {
            var actor = participant.Actor;
            if (actor.Sectors.Any(sectors.Contains) || actor.Code is { } code && sectors.Contains(code) || actor.IsPerson && sectors.Contains("PERSON") || actor.Sectors.IsEmpty && actor.Code is not null && !actor.IsPerson && sectors.Contains("STATE"))
            {
                return true;
            }
        }

        return false;
    }

    // One listed word is enough, and none that is forbidden may stand there.
    private bool Meets(WordSet set, IEnumerable<Token> fillers, Sight sight, string part, List<ExplainedPart> parts)
    {
        Token? met = null;
        var empty = true;
        foreach (var filler in fillers)
        {
            empty = false;
            foreach (var token in sight.Behind(cast.ThingMeantBy(filler) ?? filler))
            {
                var names = (set.IsActor || set.ExcludesActor) && cast.Names(token);
                var lemma = token.Lemma.ToLowerInvariant();
                if (set.Forbids(lemma, names))
                {
                    return false;
                }

                if (met is null && set.Takes(token, lemma, names))
                {
                    met = token;
                }
            }
        }

        if (empty)
        {
            return set.MeetsEmpty;
        }

        if (met is { } found)
        {
            parts.Add(new ExplainedPart(part, found));
        }

        return met is not null;
    }

    // "demanded that Turkey respect", "urged him to stop", "said that he should go"; but not "told him that it was so".
    private static bool IsDirective(ImmutableArray<Token> complements, bool isMandated)
    {
        foreach (var clause in complements)
        {
            var finite = clause.PennTag is "VBD" or "VBZ" or "VBP" or "VBN" || clause.Tag is not (Upos.VERB or Upos.AUX);
            foreach (var child in clause.Children)
            {
                if (child.Relation is "aux" or "aux:pass" or "cop")
                {
                    finite = child.PennTag switch
                    {
                        "MD" => !isMandated && child.Lemma is not ("should" or "must" or "ought"),
                        "VB" => false,
                        _ when child.Form == "be" => false,   // "demanded that they be freed", whatever its tag
                        "TO" => false,
                        "VBZ" or "VBD" or "VBP" => true,
                        _ => finite,
                    };
                    break;
                }

                if (child.Relation == "mark" && child.PennTag == "TO")
                {
                    finite = false;
                    break;
                }
            }

            // A present without ending after a single subject ("the United States" is one) is the subjunctive, whatever its tag.
            if (!finite || clause.PennTag == "VBP" && isMandated && clause.Child("aux") is null || clause.PennTag == "VBP" && clause.Child("nsubj") is { PennTag: "NNP" or "NNPS" or "NN" } subject && subject.Child("conj") is null)
            {
                return true;
            }
        }

        return complements.IsEmpty;
    }

    private string? LackedPhrase(Rule rule, Sight sight, List<ExplainedPart> parts)
    {
        foreach (var (preposition, words) in rule.Prepositions)
        {
            if (!Meets(words, NounsBehind(preposition, sight), sight, preposition, parts))
            {
                return "a phrase with '" + preposition + "'";
            }
        }

        return null;
    }

    private IReadOnlyList<Token> NounsBehind(string preposition, Sight sight)
    {
        List<Token>? nouns = null;
        foreach (var phrase in sight.Phrases)
        {
            if (phrase.Preposition == preposition && !cast.IsTime(phrase.Noun))
            {
                (nouns ??= []).Add(phrase.Noun);
            }
        }

        return nouns is null ? [] : nouns;
    }

    // "rule out", "carry out an attack", "call for a ceasefire", "call for Iran to stop"
    private bool HasParticle(Sight sight, string particle, List<ExplainedPart> parts)
    {
        foreach (var child in sight.Trigger.Children)
        {
            if (child.Lemma == particle && child.Relation is "compound:prt" or "advmod" or "case" or "xcomp" or "obl" or "obj" or "nmod" or "fixed" or "mark" or "amod" or "compound")
            {
                parts.Add(new ExplainedPart("particle", child));
                return true;
            }

            if (child.BaseRelation is "advcl" or "ccomp" or "acl" or "xcomp" && child.Child("mark") is { } mark && mark.Lemma == particle)
            {
                parts.Add(new ExplainedPart("particle", mark));
                return true;
            }
        }

        // "handed over three hostages": the parser may hang it on the number behind it.
        if (sight.Trigger.Index + 1 is var next && next < sight.Trigger.Sentence.Count && sight.Trigger.Sentence[next] is { Relation: "advmod", Head.Tag: Upos.NUM } adverb && adverb.Lemma == particle)
        {
            parts.Add(new ExplainedPart("particle", adverb));
            return true;
        }

        foreach (var phrase in sight.Clause.Obliques)
        {
            var isOfObject = particle is "on" or "upon" && sight.Clause.Objects.Any(o => o.Index > sight.Trigger.Index && o.Index < phrase.Noun.Index);   // "called strikes on the town illegal"
            if (phrase.Preposition == particle && !cast.IsTime(phrase.Noun) && !isOfObject)   // "called him on Friday" calls on nobody
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Token> ModifiersOf(Sight sight)
    {
        foreach (var modifier in ModifiersOf(sight.Trigger))
        {
            yield return modifier;
        }

        if (sight.Outer != sight.Trigger)
        {
            foreach (var modifier in ModifiersOf(sight.Outer))
            {
                yield return modifier;
            }
        }

        foreach (var head in sight.Objects)
        {
            foreach (var noun in sight.Behind(head))
            {
                foreach (var modifier in ModifiersOf(noun))
                {
                    yield return modifier;
                }
            }
        }
    }

    private static IEnumerable<Token> ModifiersOf(Token word)
    {
        foreach (var child in word.Children)
        {
            if (child.BaseRelation is "amod" or "compound" or "advmod" or "nummod" || child.Relation is "nmod:desc" or "nmod:unmarked" or "obl:unmarked" or "obl:npmod" or "nmod:poss")
            {
                yield return child;
                foreach (var second in child.Children)
                {
                    if (second.Relation is "conj" or "compound" or "amod")
                    {
                        yield return second;
                    }
                }
            }
        }
    }
}
