using System.Collections.Immutable;
using Demarche.Coding.Matching;
using Demarche.Language;
using Demarche.Language.Clauses;
using Demarche.Places;
using Demarche.Statements;
using Demarche.Time;

namespace Demarche.Coding;

/// <summary>When and where an event took place, and what it has to do with.</summary>
internal sealed class Settings(StatedReport report, Codebook codebook)
{
    private const int DaysOfWeek = 7;

    /// <summary>When: by the clause's own time, by the day on which its actor said so, else by the report's day where it took place.</summary>
    public EventDate? DateOf(Match match)
    {
        var tookPlace = match.Statement.Status is Status.Happened or Status.Ongoing or Status.DidNotHappen && !Perfect.IsPast(match.Trigger);
        var found = EventDating.For(match.Trigger, report.Mentioned.Times, report.Mentioned.Parsed.Report, tookPlace);
        if (found?.Mention is null && Elsewhere(match) is { Mention: not null } other)
        {
            found = other;
        }

        if (found is { Mention: null } && (IsRecurring(match) || IsOfOldStory(match.Trigger)))
        {
            return null;   // "has met him three times": on none of these days
        }

        if (tookPlace && found is { Mention: not null } ahead && Tense.IsPast(match.Trigger) && report.Mentioned.Times.Written is { } day && ahead.Interval.Start > day.Latest)
        {
            found = day.IsNarrow ? new EventTime(new DayInterval(day.Earliest, day.Latest), null, EventDating.DayOfReport) : null;   // "have agreed to start next week": the day is that of the start
        }

        if (found is { Mention: { } told, Interval: { End: { } last } past } && match.Statement.Status == Status.Planned && report.Mentioned.Times.Written is { } written && last < written.Earliest
            && match.Statement.Reasons.Any(r => r.Sentence == told.Sentence && r.Index >= told.First && r.Index <= told.Last))
        {
            found = found with { Interval = new DayInterval(past.Start.PlusDays(DaysOfWeek), last.PlusDays(DaysOfWeek)), Reason = "the day of the week that lies ahead" };   // "they meet Monday"
        }

        if (found is { Mention: { } ago } && match.Statement.Status == Status.Planned && ago.Sentence[ago.Last].Lemma == "ago")
        {
            return null;   // "would investigate the killing of four years ago": nothing that lies ahead was then
        }

        if (found is { Mention: not null, Interval.End: null } && !tookPlace)
        {
            return null;   // "to hold its first test since 1992": the past only bounds what is to come
        }

        return found is null ? null : new EventDate(found.Interval, found.Mention, found.Reason);
    }

    // "In 2018 rebels killed six soldiers. France bombed a camp.": what a paragraph tells in the past behind something long past is no news of the day.
    private bool IsOfOldStory(Token trigger)
    {
        var (sentences, written) = (report.Mentioned.Parsed.Sentences, report.Mentioned.Times.Written);
        for (var at = trigger.Sentence; written is not null && IsUndatedPast(at) && at.Index > 0 && sentences[at.Index - 1] is var before && before.Section == at.Section; at = before)
        {
            if (For(before.Root) is { Mention: not null, Interval.End: { } end })
            {
                return end < written.Earliest.PlusDays(-EventDating.NewsDays) && Tense.IsPast(before.Root);
            }
        }

        return false;
    }

    private bool IsUndatedPast(Sentence sentence) => sentence.Root.PennTag == "VBD" && !report.Mentioned.Times.In(sentence).Any(m => m.Kind is TimeKind.Date or TimeKind.Time);

    // The act of speech may be told by the word of saying: "has often claimed that they broke it".
    private bool IsRecurring(Match match) => codebook.Recurrence.IsTold(match.Trigger) || CueOf(match) is { } cue && codebook.Recurrence.IsTold(cue);

    // Its own clause names no day: that of the saying, of what a light verb carries, of the verb that shares its phrases, of the clause that a "when" hangs on.
    private EventTime? Elsewhere(Match match)
    {
        if (CueOf(match) is { } cue)
        {
            return For(cue);
        }

        foreach (var child in match.Trigger.Children)
        {
            if (child.Relation == "obj" && codebook.Carriers.Contains(match.Trigger.Lemma) && For(child) is { Mention: not null } carried)
            {
                return carried;   // "imposed sanctions on commanders of both sides in May": the day of what a light verb carries is its own
            }

            if (child.Relation == "conj" && child.Tag == match.Trigger.Tag && child.Child("nsubj") is null && child.Child("cc")?.Lemma != "but" && For(child) is { Mention: { } mention } shared && mention.First > child.Index)
            {
                return shared;
            }
        }

        return match.Trigger is { Relation: "advcl", Head: { } above } && HasWhen(match.Trigger) ? For(above) : null;
    }

    private EventTime? For(Token trigger) => EventDating.For(trigger, report.Mentioned.Times, report.Mentioned.Parsed.Report, tookPlace: false);

    private static bool HasWhen(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.PennTag == "WRB" && child.Lemma == "when")
            {
                return true;
            }
        }

        return false;
    }

    // An act of speech took place when its actor spoke.
    private static Token? CueOf(Match match)
    {
        if (match.Type.Quad is not (Quad.VerbalCooperation or Quad.VerbalConflict) || match.Statement.Status != Status.Happened)
        {
            return null;
        }

        foreach (var link in match.Statement.Attribution)
        {
            if (link.Speaker is { } speaker && match.Actors.Any(a => a.Actor.Name == speaker.Actor.Name || a.Actor.Code is not null && a.Actor.Code == speaker.Actor.Code))
            {
                return link.Cue;
            }
        }

        return null;
    }

    /// <summary>Where: a place in a phrase of the clause; none for mere words. What is done "on" a state is done to it.</summary>
    public PlaceMention? PlaceOf(Match match)
    {
        PlaceMention? best = null;
        foreach (var place in report.Mentioned.Places.All)
        {
            if (place.Sentence != match.Trigger.Sentence || place.Place is null || IsTime(place))
            {
                continue;
            }

            var head = place.Sentence[place.Head];
            if ((ClauseReader.PrepositionOf(head) is { } preposition ? !(preposition == "on" && place.Place.Level == PlaceLevel.Country) && IsWhere(head, preposition, match) : IsDoneTo(head, place.Place, match))
                && (best is null || place.Place.Level > best.Place!.Level))
            {
                best = place;
            }
        }

        return best;
    }

    // "In March they met": a month, not the town of that name.
    private bool IsTime(PlaceMention place) => report.Mentioned.Times.In(place.Sentence).Any(t => t.First <= place.Head && t.Last >= place.Head);

    // Talks and deeds happen where a phrase of their clause says; words are only spoken where their own verb does: "opposed an expansion into Europe" is not in Europe.
    private static bool IsWhere(Token head, string preposition, Match match)
    {
        if (match.Type is { Quad: Quad.VerbalCooperation or Quad.VerbalConflict, IsReciprocal: false })
        {
            return preposition is "in" or "at" && head.HeadIndex == match.Trigger.Index && head.BaseRelation is "obl";
        }

        return preposition switch
        {
            "in" or "at" or "near" or "on" or "outside" or "inside" or "across" or "around" => HangsOn(head, match.Trigger),
            "to" or "into" => HangsOn(head, match.Trigger) && head.Head is { } noun && (noun == match.Trigger || noun.BaseRelation is not ("nsubj" or "obl" or "nmod" or "conj")),   // "donors to Malawi froze the money"
            _ => false,
        };
    }

    // "Rebels attacked Goma": what is done to a town or a province is done there; a state that is attacked is a side.
    private static bool IsDoneTo(Token head, Place place, Match match) =>
        match.Type.Quad is Quad.MaterialCooperation or Quad.MaterialConflict && place.Level != PlaceLevel.Country && head.Head == match.Trigger
        && (head.BaseRelation is "obj" || head.Relation == "nsubj:pass");

    /// <summary>The contexts of the words of the clause.</summary>
    public ImmutableArray<string> ContextsOf(Match match)
    {
        var (first, last) = ClauseOf(match.Trigger);
        return codebook.Contexts.Of(match.Trigger.Sentence, first, last);
    }

    /// <summary>The statement with what the days tell: "historical" where the event lies before the news of the report, ongoing where it has no end.</summary>
    public Statement Placed(CodedEvent own, Match match)
    {
        if (own.Date is { Mention: not null, Interval.End: null } && own.Statement.Status == Status.Happened)
        {
            return own.Statement with { Status = Status.Ongoing };
        }

        if (own.Date is { Mention: not null } ahead && own.Statement.Status == Status.Happened && Tense.IsPresent(own.Explanation.Trigger)
            && report.Mentioned.Times.Written is { } day && ahead.Interval.Start > day.Latest)
        {
            // "The two meet on Monday": a present with a day to come.
            return own.Statement with { Status = Status.Planned, Auxiliary = [.. own.Statement.Auxiliary.Union([Auxiliary.Future])] };
        }

        var old = own.Date is { Mention: not null, Interval.End: { } end } && report.Mentioned.Times.Written is { } written
            ? end < written.Earliest.PlusDays(-EventDating.NewsDays)
            : Perfect.IsPast(own.Explanation.Trigger) || own.Date is null && (IsRecurring(match) || EventDating.IsBackground(own.Explanation.Trigger, report.Mentioned.Times));
        return old && own.Statement.Status is Status.Happened or Status.DidNotHappen && !own.Statement.Auxiliary.Contains(Auxiliary.Historical)
            ? own.Statement with { Auxiliary = own.Statement.Auxiliary.Insert(0, Auxiliary.Historical) }
            : own.Statement;
    }

    // Whether the word hangs on the trigger's own clause and not on a clause inside it.
    private static bool HangsOn(Token word, Token trigger)
    {
        for (var at = (Token?)word; at is { } token; at = token.Head)
        {
            if (token == trigger)
            {
                return true;
            }

            if (token.BaseRelation is "ccomp" or "advcl" or "parataxis" or "acl" || token.Relation == "conj" && token.Tag == Upos.VERB)
            {
                return false;
            }

            if (token.Head is { } head && head.Index == trigger.HeadIndex && trigger.BaseRelation is "obj" or "nsubj")
            {
                return true;   // the phrase hangs on the verb that the event noun hangs on
            }
        }

        return false;
    }

    // From the first to the last word of the trigger's phrase, other clauses left out.
    private static (int First, int Last) ClauseOf(Token trigger)
    {
        var top = trigger;
        while (top.Head is { } head && top.BaseRelation is "obj" or "nmod" or "xcomp" or "obl" or "compound")
        {
            top = head;
        }

        int first = top.Index, last = top.Index;
        Walk(top);
        return (first, last);

        void Walk(Token token)
        {
            first = Math.Min(first, token.Index);
            last = Math.Max(last, token.Index);
            foreach (var child in token.Children)
            {
                if (child.BaseRelation is not ("advcl" or "parataxis" or "punct") && child.Relation != "acl:relcl" && !(child.Relation == "conj" && child.Tag == Upos.VERB))
                {
                    Walk(child);
                }
            }
        }
    }
}
