using System.Collections.Immutable;
using Demarche.Coding.Matching;
using Demarche.Coding.Relating;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Says how sure an event is, and which of several rules is meant that weigh the same. Immutable and thread-safe.</summary>
/// <remarks>
/// The ranker of <see cref="Relater"/> reads the event's pair, actor and recipient, as <c>demarche relate</c> would. It never overrules a rule that was met alone.
/// A codebook of its own types is judged without the ranker, which does not know them.
/// </remarks>
internal sealed class EventJudge
{
    /// <summary>Name of the part of an explanation that marks the ranker's choice between rules.</summary>
    public const string RankedPart = "ranked before ";

    private readonly RelationTable _table;
    private readonly EventConfidence _confidence;
    private readonly ReadEvents _read;
    private readonly PairRanker? _ranker;

    private EventJudge(RelationTable table, EventConfidence confidence, ReadEvents read, PairRanker? ranker)
    {
        _table = table;
        _confidence = confidence;
        _read = read;
        _ranker = ranker;
    }

    /// <summary>A judge by the codebook's tables and the ranker that ships; faults go to <paramref name="complaints"/>.</summary>
    public static EventJudge? Read(CodebookFiles files, LanguageModel language, ICollection<Diagnostic> complaints)
    {
        var table = RelationTable.Read(files, complaints);
        var read = ReadEvents.Read(files, complaints);
        var ranker = Ranker.Load();
        if (ranker.Failure is { } failure)
        {
            complaints.Add(failure);
            return null;
        }

        return new EventJudge(table, ranker.Value!.Confidence, read, PairRanker.By(ranker.Value, language));
    }

    /// <summary>The confidence below which an event is not shown unless asked for; of types that nobody has measured all are.</summary>
    public double ShownFrom => _ranker is null ? 0 : _read.ShownFrom;

    /// <summary>The same without the ranker, for types that it does not know.</summary>
    public EventJudge Blind() => new(_table, _confidence, _read, null);

    /// <summary>An event of a sentence, or what a rival rule makes of it, and how sure it is.</summary>
    /// <param name="match">The event.</param>
    /// <param name="events">All events of its sentence.</param>
    /// <param name="report">The report.</param>
    public Judgement Judge(Match match, IReadOnlyList<Match> events, ParsedReport report)
    {
        var sentence = match.Trigger.Sentence;
        var (source, target) = Pair(match, sentence);
        if (_ranker is null || source is null)
        {
            return new Judgement(match, Relation(match, null));
        }

        var pair = MarkedPair.Of(report, sentence, source.Mention, target?.Mention);
        var firings = events.Concat(match.Rivals).Select(e => Firing.Of(e, source.Actor, target?.Actor, _table)).Where(f => f.Ties != Tie.None).ToList();
        var probabilities = _ranker.Probabilities(pair, firings);
        double? Agreement(Match one) => _ranker.Classes.IndexOf(Firing.Of(one, source.Actor, target?.Actor, _table).Class) is var at and >= 0 ? probabilities[at] : null;
        var chosen = match;
        foreach (var rival in match.Rivals)
        {
            chosen = Agreement(rival) > Agreement(chosen) ? rival : chosen;
        }

        if (!match.Rivals.IsEmpty)
        {
            var others = match.Rivals.Prepend(match).Where(r => r.Rule != chosen.Rule).Select(r => r.Rule.Id);
            chosen = chosen with { Parts = chosen.Parts.Add(new ExplainedPart(RankedPart + string.Join(", ", others), match.Trigger)) };
        }

        return new Judgement(chosen, Relation(chosen, Agreement(chosen)));
    }

    /// <summary>The event as sure as it is.</summary>
    /// <param name="one">The event of a judged match.</param>
    /// <param name="relation">What the judge said of the match.</param>
    public CodedEvent Sure(CodedEvent one, double relation) => one with { Confidence = Math.Round(_read.Of(relation, one), 3) };

    private double Relation(Match match, double? agreement) =>
        _confidence.OfRule(new AnswerSigns(_confidence.Rules.Of(match.Rule), match.Rule.Specificity, agreement, match.Trigger.Sentence.Count, match.IsLone));

    // One who acts and one who is acted on; of those who act together the first two. Who is named in the sentence itself comes first.
    private static (Participant? Source, Participant? Target) Pair(Match match, Sentence sentence)
    {
        var source = First(match.Actors, sentence, null);
        return (source, First(match.Recipients.IsEmpty ? match.Actors : match.Recipients, sentence, source));
    }

    private static Participant? First(ImmutableArray<Participant> participants, Sentence sentence, Participant? not) =>
        participants.FirstOrDefault(p => p != not && p.Mention.Sentence == sentence) ?? participants.FirstOrDefault(p => p != not);
}

/// <summary>What a judge says of an event.</summary>
/// <param name="Match">The event that counts.</param>
/// <param name="Relation">How likely its type is right for its pair, 0 to 1.</param>
internal readonly record struct Judgement(Match Match, double Relation);
