using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Coding.Matching;

/// <summary>Finds who is meant by the words of a clause. Used by one thread; holds one report.</summary>
internal sealed class Cast
{
    private const int DeepestPhrase = 3;   // "the commander of a unit of the army of X"

    private readonly Codebook _codebook;
    private readonly StatedReport _report;
    private readonly ActorMention?[][] _covering;
    private readonly HashSet<Token> _times;
    private readonly bool[] _hasPublic;   // whether a sentence names anybody whose deeds are recorded

    public Cast(StatedReport report, Codebook codebook)
    {
        _codebook = codebook;
        _report = report;
        var mentioned = report.Mentioned;
        _times = [];
        foreach (var time in mentioned.Times.All)
        {
            for (var i = time.First; i <= time.Last; i++)
            {
                _times.Add(time.Sentence[i]);
            }
        }

        _covering = new ActorMention?[mentioned.Parsed.Sentences.Length][];
        _hasPublic = new bool[_covering.Length];
        foreach (var mention in mentioned.Actors.All)
        {
            _hasPublic[mention.Sentence.Index] |= IsPublic(mention.Actor) || mention.Others.Any(IsPublic);
        }

        foreach (var mention in mentioned.Actors.All.Where(m => m.Use != MentionUse.Thing && !IsDay(m)))
        {
            var slots = _covering[mention.Sentence.Index] ??= new ActorMention?[mention.Sentence.Count];
            for (var i = mention.First; i <= mention.Last; i++)
            {
                if (slots[i] is not { } known || known.Last - known.First < mention.Last - mention.First)
                {
                    slots[i] = mention;
                }
            }
        }
    }

    /// <summary>Whether a sentence may tell an event: it names somebody of a state or a public sector, or its speaker speaks of himself.</summary>
    public bool MayAct(Sentence sentence) => _hasPublic[sentence.Index] || Enumerable.Range(0, sentence.Count).Any(i => IsFirstPerson(sentence[i]));

    /// <summary>Whether somebody's deeds are recorded: he has a state, or a sector that is not private.</summary>
    public bool IsPublic(Actor actor) => actor.Code is not null || !actor.Sectors.All(_codebook.Ontology.PrivateSectors.Contains);

    /// <summary>Whether a word is part of a time: "on <c>Friday</c>".</summary>
    public bool IsTime(Token token) => _times.Contains(token);

    // "Friday's test": a day that the model takes for a name.
    private bool IsDay(ActorMention mention) =>
        mention.Actor is { Code: null, Sectors.IsEmpty: true } && Enumerable.Range(mention.First, mention.Last - mention.First + 1).Any(i => IsTime(mention.Sentence[i]));

    /// <summary>Whether a word names an actor.</summary>
    public bool Names(Token token) => MentionAt(token) is not null || IsFirstPerson(token) && SpeakerOf(token) is not null || _codebook.Companions.Contains(token.Lemma) && HasMembers(token);

    /// <summary>The mention that a word heads: its own, or the one that it is the outermost word of.</summary>
    public ActorMention? MentionAt(Token token)
    {
        if (ThingMeantBy(token) is not null)
        {
            return null;
        }

        if (_report.Mentioned.Actors.At(token) is { } own)
        {
            return IsDay(own) ? null : own;
        }

        // The word that a name hangs on, or another word for the same: "the minister Ali, who …".
        return _covering[token.Sentence.Index]?[token.Index] is { } around && (token.HeadIndex < around.First || token.HeadIndex > around.Last || token.Relation == "appos") ? around : null;
    }

    /// <summary>Who is meant by a word in a role.</summary>
    /// <param name="token">Head of the phrase.</param>
    /// <param name="wide">Whether whose it is may stand for it ("Iran's programme"), as recipients may.</param>
    /// <param name="found">Takes those found.</param>
    public void Add(Token token, bool wide, ImmutableArray<Participant>.Builder found) => Add(token, wide, found, 0);

    /// <summary>Whose a thing is: possessors, adjectives and compounds.</summary>
    public void AddPossessors(Token noun, ImmutableArray<Participant>.Builder found)
    {
        if (IsSuffered(noun))
        {
            return;
        }

        foreach (var possessor in Language.Clauses.ClauseReader.PossessorsOf(noun))
        {
            if (MentionAt(possessor) is { } mention)
            {
                if (mention.Use == MentionUse.Place && possessor.Relation == "compound")
                {
                    continue;   // "the Damascus strike": where it was done
                }

                Add(mention, found);
            }
            else if (IsFirstPerson(possessor) && SpeakerOf(possessor) is { } speaker)
            {
                Add(speaker, found);
            }
        }
    }

    /// <summary>The thing of an earlier clause of the sentence that a pronoun stands for: "brokered talks, but Kim suspended <c>them</c>"; null where it may be somebody.</summary>
    public Token? ThingMeantBy(Token pronoun)
    {
        if (pronoun is not { Tag: Upos.PRON, Relation: "obj", Head: { } verb } || pronoun.Lemma.ToLowerInvariant() is not ("it" or "they") || ClauseBefore(verb) is not { } before)
        {
            return null;
        }

        var plural = pronoun.Lemma.Equals("they", StringComparison.OrdinalIgnoreCase);
        return before.Child("obj") is { Tag: Upos.NOUN } thing && thing.Index < verb.Index && plural == thing.PennTag is "NNS" && _report.Mentioned.Actors.At(thing) is null or { Use: MentionUse.Thing }
            ? thing
            : null;
    }

    /// <summary>Whether the subject of what completes a verb is the verb's own: "warned that it would act", "threatened to act".</summary>
    public bool IsOwn(Language.Clauses.Clause clause)
    {
        foreach (var complement in clause.Complements)
        {
            foreach (var subject in Language.Clauses.ClauseReader.Read(complement).Subjects)
            {
                if (clause.Subjects.Any(s => s == subject || MentionAt(s)?.Actor is { } outer && ActsAs(subject) is { } inner && (outer.Name == inner.Name || !inner.IsPerson && outer.Code is not null && outer.Code == inner.Code)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "warned that its exports would fall": a thing does nothing, whosever it is.
    private Actor? ActsAs(Token subject) =>
        subject.Tag is Upos.PRON or Upos.PROPN || _codebook.Agents.Contains(subject.Lemma.ToLowerInvariant()) ? MentionAt(subject)?.Actor : null;

    /// <summary>Who says the clause of a predicate, or null.</summary>
    public ActorMention? SpeakerOf(Token predicate) => _report.Of(predicate).Attribution.FirstOrDefault()?.Speaker;

    /// <summary>Adds those that a mention names, each once.</summary>
    public static void Add(ActorMention mention, ImmutableArray<Participant>.Builder found)
    {
        if (!IsKnown(mention))
        {
            return;
        }

        Add(new Participant(mention.Actor, mention), found);
        foreach (var other in mention.Others)
        {
            Add(new Participant(other, mention), found);
        }
    }

    // A common noun of which neither state nor sector is known ("the front") names nobody.
    private static bool IsKnown(ActorMention mention) =>
        mention.Actor is { Code: not null } or { IsPerson: true } || !mention.Actor.Sectors.IsEmpty || mention.Sentence[mention.Head].Tag == Upos.PROPN;

    /// <summary>Adds one who takes part unless it is there.</summary>
    public static void Add(Participant one, ImmutableArray<Participant>.Builder found)
    {
        foreach (var known in found)
        {
            if (known.Actor.Code == one.Actor.Code && known.Actor.Name == one.Actor.Name)
            {
                return;
            }
        }

        found.Add(one);
    }

    // "condemned the editor's arrest": whose it is suffers it, and is neither its doer nor blamed for it.
    private bool IsSuffered(Token noun) =>
        _codebook.Undergone.Contains(noun.Lemma.ToLowerInvariant()) && noun.Child("nmod:poss") is not null
        && !Language.Clauses.ClauseReader.Read(noun).Obliques.Any(o => o.Preposition == "of");

    // "the foreign ministers of Estonia, Iceland and Latvia", the last drawn beside the ministers: it has one of them, and does nothing itself.
    private bool IsSharer(Token token) =>
        token is { Relation: "conj", Head: { } first } && MentionAt(token) is { Use: Actors.MentionUse.Modifier } state && MentionAt(first) is { } shared && shared.Others.Any(o => o.Code == state.Actor.Code);

    private void Add(Token token, bool wide, ImmutableArray<Participant>.Builder found, int depth)
    {
        if (IsSuffered(token) || IsSharer(token))
        {
            return;
        }

        if (token.PennTag == "NNS" && depth < DeepestPhrase && (MentionAt(token)?.Actor.Code is null || _codebook.Companions.Contains(token.Lemma)) && AddMembers(token, wide, found, depth))
        {
            return;
        }

        if (depth < DeepestPhrase && _codebook.Launched.Contains(token.Lemma.ToLowerInvariant()) && AddLaunchers(token, found, depth))
        {
            return;
        }

        if (MentionAt(token) is { } mention)
        {
            if (wide || mention.Use != MentionUse.Place)
            {
                Add(mention, found);
                AddSiblings(token, mention, wide, found, depth);
            }

            return;
        }

        if (IsFirstPerson(token) && SpeakerOf(token) is { } speaker)
        {
            Add(speaker, found);
            return;
        }

        var before = found.Count;
        var stands = _codebook.Agents.Contains(token.Lemma.ToLowerInvariant());
        if (depth < DeepestPhrase && (stands || Sight.IsTransparent(token, _codebook)))
        {
            foreach (var child in token.Children)
            {
                if (child.Relation == "nmod" && Language.Clauses.ClauseReader.PrepositionOf(child) is "of" or "from")
                {
                    foreach (var one in Language.Clauses.ClauseReader.Coordinated(child))
                    {
                        Add(one, wide, found, depth + 1);
                    }
                }
            }
        }

        if (found.Count == before && (stands || wide))
        {
            AddPossessors(token, found);
        }

        if (found.Count == before && token.Child("appos") is { } apposition && depth < DeepestPhrase)
        {
            Add(apposition, wide, found, depth + 1);
        }
    }

    // "a drone fired by the rebels": whoever fired it, whatever state it would be taken for.
    private bool AddLaunchers(Token weapon, ImmutableArray<Participant>.Builder found, int depth)
    {
        var before = found.Count;
        foreach (var clause in weapon.Children)
        {
            if (clause is { Relation: "acl", PennTag: "VBN" } && _codebook.Launching.Contains(clause.Lemma))
            {
                foreach (var launcher in Language.Clauses.ClauseReader.Read(clause).Subjects)
                {
                    Add(launcher, wide: false, found, depth + 1);
                }
            }
        }

        return found.Count > before;
    }

    private bool HasMembers(Token group) => AddMembers(group, wide: true, ImmutableArray.CreateBuilder<Participant>(), 0);

    // "neighbours and partners including France and Chad": those named stand for the rest.
    private bool AddMembers(Token group, bool wide, ImmutableArray<Participant>.Builder found, int depth)
    {
        var members = ImmutableArray.CreateBuilder<Participant>();
        foreach (var noun in group.Relation == "conj" && group.Head is { } first ? Language.Clauses.ClauseReader.Coordinated(first) : Language.Clauses.ClauseReader.Coordinated(group))
        {
            foreach (var child in noun.Children)
            {
                if (child.Relation == "nmod" && child.Tag == Upos.PROPN && Language.Clauses.ClauseReader.PrepositionOf(child) is "including" or "include" or "such as")
                {
                    foreach (var one in Language.Clauses.ClauseReader.Coordinated(child))
                    {
                        Add(one, wide, members, depth + 1);
                    }
                }
            }
        }

        foreach (var member in members)
        {
            if (member.Actor.Code is not null)
            {
                Add(member, found);
            }
        }

        return members.Any(m => m.Actor.Code is not null);
    }

    // "between Secretary of State John Kerry and Sergei Lavrov": the parser may hang the second on a word inside the first.
    private void AddSiblings(Token head, ActorMention mention, bool wide, ImmutableArray<Participant>.Builder found, int depth)
    {
        for (var i = mention.First; i <= mention.Last && depth < DeepestPhrase; i++)
        {
            if (i == head.Index)
            {
                continue;
            }

            foreach (var child in mention.Sentence[i].Children)
            {
                if (child.Relation == "conj" && child.Tag == Upos.PROPN && child.Index > mention.Last)
                {
                    Add(child, wide, found, depth + 1);
                }
            }
        }
    }

    // The verb of the clause that a clause goes on from.
    private static Token? ClauseBefore(Token verb) => verb is { Relation: "conj" or "advcl" or "parataxis", Head: { Tag: Upos.VERB } head } ? head : null;

    private static bool IsFirstPerson(Token token) => token.Tag == Upos.PRON && token.Lemma.ToLowerInvariant() is "we" or "i" or "our" or "my" or "us";
}
