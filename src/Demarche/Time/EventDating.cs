using Demarche.Language;
using Demarche.Language.Clauses;
using Demarche.Reports;

namespace Demarche.Time;

/// <summary>Dates what a word of a sentence names: by the expression of its clause, else by what it is anchored to, else by the report's day.</summary>
/// <remarks>Reads the tree alone. A time that belongs to another clause (what is said, a relative clause, a condition) is never taken.</remarks>
public static class EventDating
{
    // Each step away from the trigger costs more than any difference in word order.
    private const int Step = 1000;
    private const int HighestClimb = 6;

    /// <summary>What lies longer before a report is its background, not its news.</summary>
    internal const int NewsDays = 31;

    private const string LongPast = "long-past";   // the rule for what lies before the present, with no day

    /// <summary>The reason that is given where no day is named and the report's own stands in.</summary>
    public const string DayOfReport = "no day is named: the report's own";

    /// <summary>When the event of <paramref name="trigger"/> takes or took place, or null where nothing tells.</summary>
    /// <param name="trigger">The verb or noun that names the event.</param>
    /// <param name="times">The time mentions of the report.</param>
    /// <param name="report">The report.</param>
    /// <param name="tookPlace">Whether it took place or is going on; then the report's day stands in where no day is named, as news is fresh.</param>
    public static EventTime? For(Token trigger, TimeMentions times, Report report, bool tookPlace)
    {
        var (mentions, written) = (DatesIn(trigger.Sentence, times), WrittenOn(times));
        if (mentions.Length > 0 && Nearest(trigger, mentions) is { } nearest && Bounded(nearest, mentions, written) is { } bounded && !(tookPlace && bounded.Interval.Start > written?.End))
        {
            return bounded;
        }

        if (trigger.Sentence.Section.Kind == SectionKind.Caption && mentions.Length == 1)
        {
            return new EventTime(mentions[0].Interval!.Value, mentions[0], "the caption's date");
        }

        if (mentions is [{ Head.Relation: "appos" } last] && last.Last >= trigger.Sentence.Count - 2 && (trigger.IsRoot || trigger is { BaseRelation: "obj" or "nsubj", Head.IsRoot: true }))
        {
            return new EventTime(last.Interval!.Value, last, "the day behind the place");   // "met in New York, September 19, 2022"
        }

        return tookPlace && written is { } day && !IsBackground(trigger, mentions, day) && !IsLongPast(trigger, times) ? new EventTime(day, null, DayOfReport) : null;
    }

    /// <summary>Whether a word stands under something long past, so that it is no news of the day: "suspended talks in March 2022, after Japan had <c>imposed</c> sanctions over its invasion".</summary>
    internal static bool IsBackground(Token trigger, TimeMentions times) => WrittenOn(times) is { } written && IsBackground(trigger, DatesIn(trigger.Sentence, times), written);

    // "had met them in the past", "left the pact in his first term": some day, but not that of the report.
    private static bool IsLongPast(Token trigger, TimeMentions times) => IsDaysApart(trigger) ||
        trigger.Tag == Upos.NOUN && trigger.Child("amod") is { Lemma: "past" or "previous" or "earlier" or "prior" } ||   // "past visits by leaders"
        times.In(trigger.Sentence).Where(m => m.Rule == LongPast).ToArray() is { Length: > 0 } past
        && (Nearest(trigger, past) ?? (trigger.Child("obj") is { } thing ? Nearest(thing, past) : null)) is not null;

    // "came four days after they held drills": the drills were not that day.
    private static bool IsDaysApart(Token trigger)
    {
        if (trigger is not { Relation: "advcl" } || trigger.Child("mark") is not { Lemma: "after" } mark)
        {
            return false;
        }

        var before = mark.Index - 1;
        return before > 0 && trigger.Sentence[before] is { PennTag: "NNS", Lemma: "day" or "week" or "month" or "year" or "decade" };
    }

    private static TimeMention[] DatesIn(Sentence sentence, TimeMentions times) => [.. times.In(sentence).Where(m => m.Interval is not null && m.Kind is TimeKind.Date or TimeKind.Time)];

    private static DayInterval? WrittenOn(TimeMentions times) => times.Written is { IsNarrow: true } known ? new DayInterval(known.Earliest, known.Latest) : null;

    private static bool IsBackground(Token trigger, TimeMention[] mentions, DayInterval written)
    {
        for (var (node, climbed) = (trigger.Head, 0); node is { } above && climbed < HighestClimb && mentions.Length > 0; node = above.Head, climbed++)
        {
            if (above.Tag is Upos.VERB or Upos.AUX or Upos.ADJ or Upos.NOUN && Nearest(above, mentions) is { } dated && Bounded(dated, mentions, written) is { Interval.End: { } end } && end.PlusDays(NewsDays) < written.Start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The mention whose clause is the trigger's, or the nearest clause above that shares its time.</summary>
    private static Found? Nearest(Token trigger, TimeMention[] mentions)
    {
        var heads = mentions.Select(m => (Mention: m, Head: m.Head)).ToArray();
        Found? best = null;
        var node = trigger;
        var below = -1;
        for (var climbed = 0; climbed <= HighestClimb; climbed++)
        {
            // "last June, when he visited": the clause hangs on the time itself.
            foreach (var (mention, head) in heads)
            {
                if (mention.First <= node.Index && node.Index <= mention.Last)
                {
                    return node.Index == trigger.Index ? null : new Found(mention, null, "the time that the clause describes", 0);
                }

                if (head.Index != below && Distance(node, head, below) is { } distance)
                {
                    var cost = distance.Steps * Step + Math.Abs(head.Index - trigger.Index) + (climbed > 0 && head.Index > trigger.Index ? 1 : 0);
                    if (best is null || cost < best.Cost)
                    {
                        best = new Found(mention, distance.Anchor, climbed == 0 ? "its own clause" : "the clause above", cost);
                    }
                }
            }

            if (best is null && climbed == 0 && Since(trigger, heads) is { } since)
            {
                return since;
            }

            if (best is not null || node.Head is not { } up || !SharesTime(node, up, mentions))
            {
                return best;
            }

            below = node.Index;
            if (node.Relation == "conj" && node.Tag == Upos.VERB && node.Child("nsubj") is { } own)
            {
                heads = [.. heads.Where(h => h.Head.Index < up.Index || h.Head.Index > own.Index)];   // "agreed in May to a truce, but India accused": the month is that of the first
            }

            node = up;
        }

        return best;
    }

    // "has brokered talks between the two since May": a perfect takes its "since", however deep in its object the parser hung it.
    private static Found? Since(Token verb, (TimeMention Mention, Token Head)[] heads)
    {
        if (!Perfect.IsPresent(verb))
        {
            return null;
        }

        foreach (var (mention, head) in heads)
        {
            var at = head;
            while (mention.Signal == TimeSignal.Since && at.Head is { } up && at.BaseRelation is "nmod" or "obl" or "conj" or "obj" && at.Tag is Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.SYM)
            {
                if (up == verb)
                {
                    return new Found(mention, null, "its own clause", Step);
                }

                at = up;
            }
        }

        return null;
    }

    // Whether a time of the head is also that of the dependent.
    private static bool SharesTime(Token node, Token head, TimeMention[] mentions) => node.Relation switch
    {
        "acl" => node.PennTag == "VBG" && head.Relation == "obj",   // "adopted a resolution calling for an embargo"
        "acl:relcl" => mentions.Any(m => m.First <= head.Index && head.Index <= m.Last),
        "advcl" => DescribesTime(node, mentions) || IsOfTheAct(node),
        "conj" or "xcomp" or "compound" or "obj" or "iobj" or "obl" or "nmod" or "obl:agent" or "nmod:poss" or "appos" or "amod" or "obl:unmarked" => true,
        _ => node.BaseRelation is "nsubj",
    };

    // "Last year officials assailed Ukraine for holding exercises": what a participle adds belongs to the time of its verb, unless it stands before or after it.
    private static bool IsOfTheAct(Token clause) =>
        clause.PennTag == "VBG" && clause.Child("aux") is null && clause.Child("nsubj") is null && clause.Child("mark")?.Lemma.ToLowerInvariant() is null or "for" or "by" or "in" or "of" or "against";

    // "In June, when he visited": a clause that follows a time with "when" is about that time, wherever the parser hung it.
    private static bool DescribesTime(Token clause, TimeMention[] mentions)
    {
        foreach (var child in clause.Children)
        {
            if (child.PennTag == "WRB" && mentions.Any(m => m.Last < child.Index && child.Index - m.Last <= 2))
            {
                return true;
            }
        }

        return false;
    }

    // Steps down from a node to the head of a mention, and the noun that anchors it; null where a clause of its own lies between.
    private static (int Steps, Token? Anchor)? Distance(Token node, Token head, int notThrough)
    {
        var steps = 0;
        Token? anchor = null;
        var at = head;
        while (at.Index != node.Index)
        {
            if (at.Head is not { } up || at.Index == notThrough || steps > 3)
            {
                return null;
            }

            if (steps > 0)
            {
                // The way leads through "at": an anchor ("during the summit in 2019"), a passage to come ("scheduled to visit next week"), or another matter.
                if (at.BaseRelation is "obl" && IsTemporal(ClauseReader.PrepositionOf(at)))
                {
                    anchor ??= at;
                }
                else if (at.Relation == "conj" && at.Tag == Upos.VERB && head.Index > at.Index && at.Child("nsubj") is null && at.Child("nsubj:pass") is null)
                {
                    // "imposed some and led others since 2006": what ends the second verb holds for the first.
                }
                else if (at.Relation == "advcl" && up == node && node.Index < at.Index && at.Child("mark")?.Lemma is "as" && at.Child("nsubj") is not null && at.Tag == Upos.VERB && at.Lemma is not ("do" or "have" or "say"))
                {
                    // "Kerry speaks as he opens the summit on Tuesday": what is done as something else is done has its day.
                }
                else if (at is { Tag: Upos.PROPN, BaseRelation: "nsubj" } && steps == 1 && at.Index < head.Index && head.Index < node.Index && up == node)
                {
                    // "The council on 6 August ordered an embargo": no name has a day of its own, the verb has.
                }
                else if (at.Relation is not ("xcomp" or "acl" or "nmod:desc" or "flat" or "fixed") && !(at.Relation is "nmod" or "obl" && (up.Index != node.Index || IsTemporal(ClauseReader.PrepositionOf(at)))))
                {
                    return null;
                }
            }

            at = up;
            steps++;
        }

        return (steps - 1, anchor);
    }

    private static bool IsTemporal(string? preposition) =>
        preposition is "during" or "at" or "in" or "on" or "after" or "before" or "following" or "since" or "until" or "ahead" or "ahead of" or "in the wake of" or "amid" or "within" or "prior to";

    private static EventTime? Bounded(Found found, TimeMention[] mentions, DayInterval? written) => EventBounds.Of(found.Mention, found.Anchor, found.Where, mentions, written);

    private sealed record Found(TimeMention Mention, Token? Anchor, string Where, int Cost);
}

/// <summary>When an event took place, and why that is thought.</summary>
/// <param name="Interval">First and last day, both included; a null end lasts to the day of the report and on.</param>
/// <param name="Mention">The words that tell, or null where the report's own day stands in.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record EventTime(DayInterval Interval, TimeMention? Mention, string Reason);
