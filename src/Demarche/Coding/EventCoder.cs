using System.Collections.Immutable;
using Demarche.Coding.Matching;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Coding;

/// <summary>Codes the events of a report by the rules of a codebook. Immutable and thread-safe.</summary>
public sealed class EventCoder
{
    private EventCoder(Codebook codebook) => Codebook = codebook;

    /// <summary>The codebook that events are coded by.</summary>
    public Codebook Codebook { get; }

    /// <summary>A coder by the given files; the first fault of the codebook is the failure.</summary>
    public static Outcome<EventCoder> Load(CodebookFiles files)
    {
        var codebook = Codebook.Load(files);
        return codebook.Failure is { } failure ? failure : new EventCoder(codebook.Value!);
    }

    /// <summary>A coder by a codebook that is read already.</summary>
    public static EventCoder By(Codebook codebook) => new(codebook);

    /// <summary>The events of a report, in reading order.</summary>
    public CodedReport Code(StatedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var matcher = new RuleMatcher(report, Codebook);
        var builder = new EventBuilder(report, Codebook);
        var dealings = new PrivateDealings(Codebook.Ontology, report);
        var events = new List<CodedEvent>();
        foreach (var sentence in report.Mentioned.Parsed.Sentences)
        {
            var matches = new SentenceMatches(sentence, matcher, Codebook);
            foreach (var match in matches.Events)
            {
                if (dealings.Has(match))
                {
                    continue;
                }

                events.Add(builder.Build(match, matches.SameAs(match)));
            }
        }

        return new CodedReport(report, Retold.Merge(events));
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
            traces.Add(new TriggerTrace(sentence[i], [.. trials]) { Taken = match?.Rule.Id, Outcome = match is null ? "no event" : matches.FateOf(match) is "an event" && dealings.Has(match) ? "lacks anybody of public standing" : matches.FateOf(match) });
        }

        return traces.ToImmutable();
    }
}
