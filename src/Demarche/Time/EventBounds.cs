using Demarche.Language;
using Demarche.Language.Clauses;
using NodaTime;

namespace Demarche.Time;

/// <summary>Reads off an expression and the word before it whether something lasts from then, ends by then, or comes before or after it.</summary>
internal static class EventBounds
{
    /// <summary>When something takes place, or null where the expression only bounds it.</summary>
    /// <param name="mention">The expression.</param>
    /// <param name="anchor">The noun by which it is tied ("during the <c>summit</c> in 2019"), or null.</param>
    /// <param name="where">Where it was found, in words.</param>
    /// <param name="mentions">All expressions of the sentence.</param>
    /// <param name="written">Between which days the report was written, or null.</param>
    public static EventTime? Of(TimeMention mention, Token? anchor, string where, TimeMention[] mentions, DayInterval? written)
    {
        var interval = mention.Interval!.Value;
        var signal = (anchor ?? NounBefore(mention)) is { } noun ? SignalOf(ClauseReader.PrepositionOf(noun), mention.Signal) : mention.Signal;
        if (signal == TimeSignal.Since && !Lasts(mention))
        {
            return null;
        }

        var reason = $"{where}: {mention.Reason}";
        var end = interval.End;

        // "from 1985 to 1987", "between 1985 and 1987"
        var second = mentions.FirstOrDefault(m => m.First > mention.Last && m.First - mention.Last <= 3 && m.Signal is TimeSignal.Until or TimeSignal.By);
        if (signal == TimeSignal.From && second?.Interval is { } to)
        {
            return new EventTime(new DayInterval(interval.Start, to.End), mention, reason);
        }

        switch (signal)
        {
            case TimeSignal.Since:
                return new EventTime(new DayInterval(interval.Start, null), mention, reason + "; since then");
            case TimeSignal.Until or TimeSignal.By:
                return new EventTime(new DayInterval(written is { } w && w.Start <= end ? w.Start : interval.Start, end), mention, reason + "; up to then");
            case TimeSignal.Before:
                return written is { } now && now.Start < interval.Start ? new EventTime(new DayInterval(now.Start, interval.Start.PlusDays(-1)), mention, reason + "; before then") : null;
            case TimeSignal.After:
                LocalDate? last = written?.End is { } report && report >= interval.Start ? report : null;
                return new EventTime(new DayInterval(interval.Start, last), mention, reason + "; after then");
            default:
                return new EventTime(interval, mention, reason);
        }
    }

    // "ahead of the elections in November": the noun that the month belongs to, even where the parser hung the month higher.
    private static Token? NounBefore(TimeMention mention) =>
        mention.First >= 2 && mention.Sentence[mention.First - 1].Tag == Upos.ADP && mention.Sentence[mention.First - 2] is { Tag: Upos.NOUN or Upos.PROPN } noun
            && SignalOf(ClauseReader.PrepositionOf(noun), TimeSignal.At) != TimeSignal.At
            ? noun
            : null;

    // "has been in force since 2006" lasts; "its first test since 1992" does not.
    private static bool Lasts(TimeMention mention)
    {
        for (var node = mention.Head.Head; node is { } at; node = at.Head)
        {
            foreach (var child in at.Children)
            {
                if (child.BaseRelation is "aux" or "cop" && (child.Lemma == "have" || child.PennTag is "VBZ" or "VBP" && child.Lemma == "be"))
                {
                    return !IsFirst(mention);
                }
            }

            if (at.Tag is Upos.VERB && at.Relation != "conj" && at.Relation != "xcomp")
            {
                return at.PennTag is "VBZ" or "VBP" && !IsFirst(mention);
            }
        }

        return false;
    }

    // The nearest noun before is counted or compared: "first", "worst".
    private static bool IsFirst(TimeMention mention)
    {
        for (var i = mention.First - 1; i >= Math.Max(0, mention.First - 8); i--)
        {
            if (mention.Sentence[i].PennTag is "JJS" or "RBS" || mention.Sentence[i].Lemma is "first" or "last" or "only")
            {
                return true;
            }
        }

        return false;
    }

    private static TimeSignal SignalOf(string? preposition, TimeSignal own) => preposition switch
    {
        "ahead" or "ahead of" or "before" or "prior to" => TimeSignal.Before,
        "after" or "following" or "in the wake of" => TimeSignal.After,
        "since" => TimeSignal.Since,
        "until" => TimeSignal.Until,
        _ => own is TimeSignal.Before or TimeSignal.After ? TimeSignal.At : own,
    };
}
