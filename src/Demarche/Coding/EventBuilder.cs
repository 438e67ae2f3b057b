using System.Collections.Immutable;
using Demarche.Coding.Matching;
using Demarche.Statements;

namespace Demarche.Coding;

/// <summary>Makes the record's event of a match: its words, day, place, contexts and certainty.</summary>
internal sealed class EventBuilder(StatedReport report, Codebook codebook)
{
    private readonly Settings _settings = new(report, codebook);

    /// <summary>The event of a match and of other words of its sentence that tell the same act.</summary>
    public CodedEvent Build(Match match, IEnumerable<Match> same)
    {
        var own = Plain(match, null);
        foreach (var again in same)
        {
            var other = Plain(again, null);
            own = own with
            {
                Mode = own.Mode ?? other.Mode,
                Recipients = own.Recipients.IsEmpty ? other.Recipients : own.Recipients,
                Evidence = [.. own.Evidence.Concat(other.Evidence).Distinct().Order()],
                Span = own.Span.Cover(other.Span),
                Date = own.Date?.Mention is null ? other.Date ?? own.Date : own.Date,
                Place = own.Place ?? other.Place,
                Contexts = [.. own.Contexts.Union(other.Contexts).Order(StringComparer.Ordinal)],
            };
        }

        return match.PurposeOf is null ? Later(own) : own;
    }

    // Cooperation that is only to come is an agreement to it (the ontology says which types).
    private CodedEvent Later(CodedEvent own) =>
        own.Statement.Status == Status.Planned && own.Type.Future is { } later && codebook.Ontology.Types.TryGetValue(later, out var type)
            ? own with { Type = type, Mode = null, Content = own }
            : own;

    private CodedEvent Plain(Match match, CodedEvent? above)
    {
        var evidence = EvidenceOf(match);
        var own = new CodedEvent(match.Type, match.Mode, match.Actors, match.Recipients, match.Statement, new Explanation(match.Rule.Id, match.Trigger, [.. match.Parts, .. LearnedCues(match.Statement)]))
        {
            Evidence = evidence,
            Span = evidence.Aggregate((a, b) => a.Cover(b)),
            Confidence = match.Rule.Confidence ?? 1,
        };
        own = own with
        {
            Date = _settings.DateOf(match) ?? above?.Date,
            Place = _settings.PlaceOf(match),
            Contexts = _settings.ContextsOf(match),
        };
        own = own with { Statement = _settings.Placed(own, match) };
        return match.Content is { } content ? own with { Content = Plain(content, null) } : own;
    }

    // A speaker that only the trained model found is named as such.
    private static IEnumerable<ExplainedPart> LearnedCues(Statement statement)
    {
        foreach (var link in statement.Attribution)
        {
            if (link is { Ground: AttributionGround.Learned, Cue: { } cue })
            {
                yield return new ExplainedPart("speaker (trained model)", cue);
            }
        }
    }

    // The words that met the rule, each stretch once.
    private static ImmutableArray<Span> EvidenceOf(Match match)
    {
        var words = new SortedSet<int> { match.Trigger.Index };
        foreach (var part in match.Parts)
        {
            if (part.Token.Sentence == match.Trigger.Sentence)
            {
                words.Add(part.Token.Index);
            }
        }

        foreach (var participant in match.Actors.Concat(match.Recipients))
        {
            if (participant.Mention.Sentence == match.Trigger.Sentence)
            {
                for (var i = participant.Mention.First; i <= participant.Mention.Last; i++)
                {
                    words.Add(i);
                }
            }
        }

        for (var content = match.Content; content is not null; content = content.Content)
        {
            words.Add(content.Trigger.Index);
        }

        var spans = ImmutableArray.CreateBuilder<Span>();
        var last = -2;
        foreach (var word in words)
        {
            var span = match.Trigger.Sentence[word].Span;
            if (word == last + 1)
            {
                spans[^1] = spans[^1].Cover(span);
            }
            else
            {
                spans.Add(span);
            }

            last = word;
        }

        return spans.ToImmutable();
    }
}
