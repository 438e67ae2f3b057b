using System.Collections.Immutable;
using Demarche.Coding.Matching;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Coding;

/// <summary>Codes the events of a report by the rules of a codebook. Immutable and thread-safe.</summary>
public sealed class EventCoder
{
    private readonly EventJudge? _judge;

    private EventCoder(Codebook codebook, EventJudge? judge)
    {
        Codebook = codebook;
        _judge = judge;
    }

    /// <summary>The codebook that events are coded by.</summary>
    public Codebook Codebook { get; }

    /// <summary>The confidence below which an event is better not shown unless asked for: <c>codebook/confidence.yaml</c>.</summary>
    public double ShownFrom => _judge?.ShownFrom ?? 0;

    /// <summary>A coder by a codebook alone: without the ranker, events are as sure as their rule's writer says.</summary>
    public static EventCoder By(Codebook codebook) => new(codebook, null);

    /// <summary>A coder that a judge tells how sure its events are.</summary>
    internal static EventCoder By(Codebook codebook, EventJudge judge) => new(codebook, codebook.Ontology.HasOwnRules ? judge.Blind() : judge);

    /// <summary>The events of a report, in reading order.</summary>
    public CodedReport Code(StatedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var matcher = new RuleMatcher(report, Codebook);
        var builder = new EventBuilder(report, Codebook);
        var dealings = new PrivateDealings(Codebook.Ontology, report);
        var replies = new Replies(Codebook);
        var events = new List<CodedEvent>();
        foreach (var sentence in report.Mentioned.Parsed.Sentences)
        {
            if (!matcher.MayAct(sentence))
            {
                continue;
            }

            var matches = new SentenceMatches(sentence, matcher, Codebook);
            foreach (var told in matches.Events.Concat(matches.Unaddressed.Select(replies.Completed).OfType<Match>()))
            {
                if (told.IsOnlyMeant || dealings.Has(told))
                {
                    continue;
                }

                var match = replies.Addressed(told);
                events.Add(_judge is null ? builder.Build(match, matches.SameAs(match)) : Judged(_judge, match, matches, builder, report));
            }
        }

        return new CodedReport(report, Retold.Merge(events));
    }

    private static CodedEvent Judged(EventJudge judge, Match match, SentenceMatches matches, EventBuilder builder, StatedReport report)
    {
        var judged = judge.Judge(match, matches.Events, report.Mentioned.Parsed);
        return judge.Sure(builder.Build(judged.Match, matches.SameAs(match)), judged.Relation);
    }

    /// <summary>Which rules were tried at each trigger of a sentence, what each lacked, and what became of the match.</summary>
    public ImmutableArray<TriggerTrace> Trace(StatedReport report, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var matcher = new RuleMatcher(report, Codebook);
        var matches = new SentenceMatches(sentence, matcher, Codebook);
        var dealings = new PrivateDealings(Codebook.Ontology, report);
        var traces = ImmutableArray.CreateBuilder<TriggerTrace>();
        for (var i = 0; i < sentence.Count; i++)
        {
            if (matcher.RulesAt(sentence[i]).IsEmpty)
            {
                continue;
            }

            var trials = new List<RuleTrial>();
            var match = matcher.Tried(sentence[i], trials);
            var ranked = match is { Rivals.IsEmpty: false } && matches.Events.FirstOrDefault(e => e.Trigger == sentence[i]) is { } coded
                ? _judge?.Judge(coded, matches.Events, report.Mentioned.Parsed).Match
                : null;
            traces.Add(new TriggerTrace(sentence[i], [.. trials])
            {
                Taken = (ranked ?? match)?.Rule.Id,
                Outcome = match is null ? "no event"
                    : matches.FateOf(match) is "an event" && match.IsOnlyMeant ? $"only the purpose of '{match.PurposeOf!.Value.Form}'"
                    : matches.FateOf(match) is "an event" && dealings.Has(match) ? "lacks anybody of public standing"
                    : ranked is null ? matches.FateOf(match)
                    : matches.FateOf(match) + ", by the ranker's choice of " + ranked.Rule.Id,
            });
        }

        return traces.ToImmutable();
    }
}
