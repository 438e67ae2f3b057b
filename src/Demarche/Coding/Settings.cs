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
    private const int NewsDays = 31;   // what lies longer before the report is its background, not its news

    /// <summary>When: by the clause's own time, by the day on which its actor said so, else by the report's day where it took place.</summary>
    public EventDate? DateOf(Match match)
    {
        var tookPlace = match.Statement.Status is Status.Happened or Status.Ongoing or Status.DidNotHappen && !IsPluperfect(match.Trigger);
        var found = EventDating.For(match.Trigger, report.Mentioned.Times, report.Mentioned.Parsed.Report, tookPlace);
        if (found?.Mention is null && SaidBy(match) is { Interval: { } day } said)
        {
            return new EventDate(day, said, "the day on which it was said");
        }

        return found is null ? null : new EventDate(found.Interval, found.Mention, found.Reason);
    }

    // An act of speech took place when its actor spoke.
    private static TimeMention? SaidBy(Match match)
    {
        if (match.Type.Quad is not (Quad.VerbalCooperation or Quad.VerbalConflict) || match.Statement.Status != Status.Happened)
        {
            return null;
        }

        foreach (var link in match.Statement.Attribution)
        {
            if (link.Speaker is { } speaker && match.Actors.Any(a => a.Actor.Name == speaker.Actor.Name || a.Actor.Code is not null && a.Actor.Code == speaker.Actor.Code))
            {
                return link.Said;
            }
        }

        return null;
    }

    /// <summary>Where: a place in a phrase of the clause; none for mere words.</summary>
    public PlaceMention? PlaceOf(Match match)
    {
        PlaceMention? best = null;
        foreach (var place in report.Mentioned.Places.All)
        {
            if (place.Sentence != match.Trigger.Sentence || place.Place is null)
            {
                continue;
            }

            var head = place.Sentence[place.Head];
            if (ClauseReader.PrepositionOf(head) is "in" or "at" or "near" or "on" or "outside" or "inside" or "across" or "to" or "into" or "around" && HangsOn(head, match.Trigger)
                && (best is null || place.Place.Level > best.Place!.Level))
            {
                best = place;
            }
        }

        return best;
    }

    /// <summary>The contexts of the words of the clause.</summary>
    public ImmutableArray<string> ContextsOf(Match match)
    {
        var (first, last) = ClauseOf(match.Trigger);
        return codebook.Contexts.Of(match.Trigger.Sentence, first, last);
    }

    /// <summary>The statement with "historical" where the event lies before the news of the report.</summary>
    public Statement Historical(CodedEvent own)
    {
        var old = own.Date is { Mention: not null, Interval.End: { } end } && report.Mentioned.Times.Written is { } written
            ? end < written.Earliest.PlusDays(-NewsDays)
            : IsPluperfect(own.Explanation.Trigger);
        return old && own.Statement.Status is Status.Happened or Status.DidNotHappen && !own.Statement.Auxiliary.Contains(Auxiliary.Historical)
            ? own.Statement with { Auxiliary = own.Statement.Auxiliary.Insert(0, Auxiliary.Historical) }
            : own.Statement;
    }

    private static bool IsPluperfect(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.Relation == "aux" && child.Lemma == "have" && child.PennTag == "VBD")
            {
                return true;
            }
        }

        return false;
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
