using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Language.Clauses;
using Demarche.Statements;

namespace Demarche.Coding.Matching;

/// <summary>The matches of one sentence, each act once: what is a part of another event is none of its own.</summary>
internal sealed class SentenceMatches
{
    private readonly Codebook _codebook;
    private readonly Dictionary<int, Token> _parts = [];   // a word that belongs to an event, and that event's trigger
    private readonly List<Match> _events = [];
    private readonly List<Match> _unaddressed = [];
    private readonly List<(Match Kept, Match Same)> _same = [];

    public SentenceMatches(Sentence sentence, RuleMatcher matcher, Codebook codebook)
    {
        _codebook = codebook;
        var found = new List<(int Depth, Match Match)>();
        for (var i = 0; i < sentence.Count; i++)
        {
            if (matcher.At(sentence[i]) is { } match)
            {
                found.Add((DepthOf(sentence[i]), match));
            }
        }

        // From the top of the tree down, so that what stands above takes its parts first.
        foreach (var (_, match) in found.Ranked((a, b) => a.Depth.CompareTo(b.Depth)))
        {
            if (match.PurposeOf is { } aim && _events.Any(e => e.Trigger == aim))
            {
                _parts.TryAdd(match.Trigger.Index, aim);
                TakeParts(match, aim, asContent: true);   // "telephoned him to urge Ankara to help"
            }

            if (!_parts.ContainsKey(match.Trigger.Index))
            {
                Take(match, matcher);
            }
        }

        Equate(found.ConvertAll(f => f.Match));
        for (var i = 0; i < _events.Count; i++)
        {
            _events[i] = WithCounterpart(WithSharedRecipients(_events[i]));
        }

        _events.Sort((a, b) => a.Trigger.Index.CompareTo(b.Trigger.Index));
    }

    /// <summary>The events, in reading order.</summary>
    public IReadOnlyList<Match> Events => _events;

    /// <summary>What would be an event if the sentence named to whom it is done.</summary>
    public IReadOnlyList<Match> Unaddressed => _unaddressed;

    /// <summary>Other words of the sentence that tell the same act.</summary>
    public IEnumerable<Match> SameAs(Match match) => _same.Where(s => s.Kept.Trigger == match.Trigger).Select(s => s.Same);

    /// <summary>What became of a match, in words.</summary>
    public string FateOf(Match match)
    {
        if (_parts.TryGetValue(match.Trigger.Index, out var owner))
        {
            return "part of '" + owner.Form + "'";
        }

        foreach (var (kept, same) in _same)
        {
            if (same.Trigger == match.Trigger)
            {
                return "the same act as '" + kept.Trigger.Form + "'";
            }
        }

        return match.Lack is { } lack ? "lacks " + lack : "an event";
    }

    private static int DepthOf(Token token)
    {
        var depth = 0;
        for (var at = token.Head; at is { } head; at = head.Head)
        {
            depth++;
        }

        return depth;
    }

    private void Take(Match match, RuleMatcher matcher)
    {
        match = match.IsUnaddressed ? WithSharedRecipients(match) : match;
        TakeParts(match, match.Trigger, asContent: false);
        if (match.IsUnaddressed)
        {
            _unaddressed.Add(match);
        }

        if (match.Lack is not null || IsConditional(match, matcher) || IsOnlyAllowed(match.Trigger))
        {
            return;
        }

        if (!match.Actors.Any(matcher.IsPublic) && !match.Recipients.Any(matcher.IsPublic))
        {
            return;
        }

        var coded = matcher.Recoded(match);
        foreach (var known in _events)
        {
            if (IsSame(known, coded))
            {
                _same.Add((known, coded));
                return;
            }
        }

        _events.Add(coded);
    }

    // "if they attack", "until they certify that it is done", "whether he will come": nobody says so.
    private static bool IsConditional(Match match, RuleMatcher matcher)
    {
        if (IsOpen(match.Statement))
        {
            return true;
        }

        var at = match.Trigger;
        while (at.Relation is "xcomp" or "advcl" && at.PennTag == "VBG" && at.Head is { Tag: Upos.VERB } head)
        {
            at = head;   // "if they work with us in making arrangements"
        }

        return at != match.Trigger && IsOpen(matcher.StatementOf(at));
    }

    private static bool IsOpen(Statement statement) =>
        statement.Status == Status.Possible && statement.Reasons.Any(r => r.Relation == "mark" || r is { Relation: "advmod", PennTag: "WRB" });

    // "has the authority to seize assets", "the power to arrest": what the law lets one do, not what one does.
    private bool IsOnlyAllowed(Token trigger)
    {
        var at = trigger;
        while (at.Relation is "xcomp" or "conj" && at.Head is { } head)
        {
            at = head;
        }

        return at.Relation == "acl" && at.PennTag == "VB" && at.Head is { } noun && _codebook.Entitlements.Contains(noun.Lemma);
    }

    private void TakeParts(Match match, Token owner, bool asContent)
    {
        foreach (var part in match.Parts)
        {
            if (part.Part == "content" || (asContent || match.Lack is null) && part.Token != owner && IsOfTheAct(part))
            {
                TakeCoordinated(part.Token, owner);
            }
        }

        if ((match.Content ?? match.Within) is { } content)
        {
            TakeCoordinated(content.Trigger, owner);
            TakeParts(content, owner, asContent: true);
        }

        if (match.Lack is null || asContent)
        {
            foreach (var child in match.Trigger.Children)
            {
                if (child.Relation == "obj")
                {
                    TakePhrase(child, owner);   // "ended a moratorium on missile tests" tells of no test
                }
            }
        }
    }

    // The nouns of a noun phrase; clauses inside it stand for themselves.
    private void TakePhrase(Token noun, Token owner)
    {
        if (noun != owner)
        {
            _parts.TryAdd(noun.Index, owner);
        }

        foreach (var child in noun.Children)
        {
            if (child.Tag is Upos.NOUN or Upos.PROPN && child.BaseRelation is "nmod" or "conj" or "compound")
            {
                TakePhrase(child, owner);
            }
        }
    }

    // "The summit in June marked the first time that A met B": the noun without actors tells the act that it is equated with.
    private void Equate(IEnumerable<Match> matches)
    {
        foreach (var match in matches)
        {
            if (match.Lack is null || match.Actors.Length > 1 || _parts.ContainsKey(match.Trigger.Index)
                || match.Trigger is not { Relation: "nsubj", Head: { } verb } || !_codebook.Equating.Contains(verb.Lemma) && verb.Child("cop") is null)
            {
                continue;
            }

            foreach (var known in _events)
            {
                if (known.Type == match.Type && known.Statement.Status == match.Statement.Status && known.Trigger.IsWithin(verb))
                {
                    _same.Add((known, match));
                    break;
                }
            }
        }
    }

    // "expelled two Norwegians and closed the border": what one clause does to somebody, the next of the same kind does to him too.
    private Match WithSharedRecipients(Match match)
    {
        if (!match.Recipients.IsEmpty || match.Trigger is not { Relation: "conj", Tag: Upos.VERB, Head: { } first } || match.Type.Quad != Quad.MaterialConflict)
        {
            return match;
        }

        foreach (var known in _events)
        {
            if (known.Trigger == first && known.Type.Quad == match.Type.Quad && !known.Recipients.IsEmpty && SameSide(known.Actors, match.Actors))
            {
                return match with { Recipients = known.Recipients, Parts = match.Parts.Add(new ExplainedPart("recipient (of the act before)", known.Trigger)) };
            }
        }

        return match;
    }

    // "The two failed to agree because of US demands": between two, what one demands is demanded of the other.
    private Match WithCounterpart(Match match)
    {
        if (!match.Recipients.IsEmpty || match.Actors.Length != 1 || match.Type.Quad != Quad.VerbalConflict || match.Trigger.Tag != Upos.NOUN)
        {
            return match;
        }

        foreach (var around in _events)
        {
            if (around.Trigger == match.Trigger || !match.Trigger.IsWithin(around.Trigger))
            {
                continue;
            }

            var sides = around.Actors.AddRange(around.Recipients);
            var others = sides.RemoveAll(p => Stands(p, match.Actors[0]));
            if (others.Length == 1 && sides.Length == 2)
            {
                return match with { Recipients = others, Parts = match.Parts.Add(new ExplainedPart("recipient (the other side)", others[0].Mention.Sentence[others[0].Mention.Head])) };
            }
        }

        return match;
    }

    private static bool IsOfTheAct(ExplainedPart part) =>
        !part.Part.StartsWith("actor", StringComparison.Ordinal) && !part.Part.StartsWith("recipient", StringComparison.Ordinal) && part.Part != "subject";

    private void TakeCoordinated(Token token, Token owner)
    {
        foreach (var one in ClauseReader.Coordinated(token))
        {
            if (one != owner)
            {
                _parts.TryAdd(one.Index, owner);
            }
        }
    }

    // "imposed sanctions and spearheaded others", "made a visit and met": one act for the record.
    private static bool IsSame(Match a, Match b) =>
        a.Type == b.Type && a.Statement.Status == b.Statement.Status && (a.Mode == b.Mode || a.Mode is null || b.Mode is null)
        && SameSide(a.Actors, b.Actors) && (SameSide(a.Recipients, b.Recipients) || a.Recipients.IsEmpty || b.Recipients.IsEmpty);

    private static bool SameSide(ImmutableArray<Participant> a, ImmutableArray<Participant> b) =>
        a.All(p => b.Any(q => Stands(p, q))) && b.All(p => a.Any(q => Stands(p, q)));

    private static bool Stands(Participant a, Participant b) => a.SharesCode(b) || a.Actor.Name == b.Actor.Name;
}
