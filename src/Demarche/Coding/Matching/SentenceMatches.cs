using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Coding.Matching;

/// <summary>The matches of one sentence, each act once: what is a part of another event is none of its own.</summary>
internal sealed class SentenceMatches
{
    private readonly Dictionary<int, Token> _parts = [];   // a word that belongs to an event, and that event's trigger
    private readonly List<Match> _events = [];
    private readonly List<(Match Kept, Match Same)> _same = [];

    public SentenceMatches(Sentence sentence, RuleMatcher matcher)
    {
        var found = new List<(int Depth, Match Match)>();
        for (var i = 0; i < sentence.Count; i++)
        {
            if (matcher.At(sentence[i]) is { } match)
            {
                found.Add((DepthOf(sentence[i]), match));
            }
        }

        // From the top of the tree down, so that what stands above takes its parts first.
        foreach (var (_, match) in found.OrderBy(f => f.Depth).ThenBy(f => f.Match.Trigger.Index))
        {
            if (match.PurposeOf is { } aim && _events.Any(e => e.Trigger == aim))
            {
                _parts.TryAdd(match.Trigger.Index, aim);
            }

            if (!_parts.ContainsKey(match.Trigger.Index))
            {
                Take(match, matcher);
            }
        }

        _events.Sort((a, b) => a.Trigger.Index.CompareTo(b.Trigger.Index));
    }

    /// <summary>The events, in reading order.</summary>
    public IReadOnlyList<Match> Events => _events;

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
        for (var content = match.Content; content is not null; content = content.Content)
        {
            TakeCoordinated(content.Trigger, match.Trigger);
        }

        foreach (var part in match.Parts)
        {
            if (part.Part == "content" || match.Lack is null && part.Token != match.Trigger && IsOfTheAct(part))
            {
                TakeCoordinated(part.Token, match.Trigger);
            }
        }

        if (match.Lack is not null)
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
