using Demarche.Language;

namespace Demarche.Statements.Quoting;

/// <summary>Completes what the model found: quotations that nobody was given, the second piece of a split one, and one that the next speaker begins.</summary>
/// <remarks>
/// News writes direct speech by few layouts: handed on in the same sentence, going on behind the words that hand it on, filling a paragraph, or
/// following a sentence that names who speaks. The model chooses among the words; the layout says that there must be one.
/// </remarks>
internal sealed class DirectQuotations(RunningText text, QuotationCues cues, Func<int, ContentChoice, SourceChoice> sourceOf)
{
    private const int FewestWords = 3;

    /// <summary>Mends the list in place.</summary>
    public void Complete(List<FoundAttribution> found)
    {
        for (var f = 0; f < found.Count; f++)
        {
            found[f] = found[f] with { Content = UpToNextSpeaker(found[f]) };
        }

        for (var p = 0; p < text.Passages.Length; p++)
        {
            if (IsSpeech(p) && !IsGiven(found, p))
            {
                Give(found, p);
            }
        }
    }

    // "“A,” said the League. “B,” said the Union.": what stands behind the first cue, and has a cue of its own, is the second one's.
    private ContentChoice UpToNextSpeaker(FoundAttribution found)
    {
        var pieces = found.Content.Pieces;
        for (var p = 1; p < pieces.Length; p++)
        {
            var passage = text.PassageOf[pieces[p].First];
            if (passage >= 0 && pieces[p].First > found.Cue && pieces[p].First == text.Passages[passage].Stretch.First
                && (cues.Behind(passage) is >= 0 and var own && own != found.Cue && HasSubject(own) || cues.TakesOver(found.Cue, pieces[p].First)))
            {
                return found.Content with { Pieces = pieces[..p] };
            }
        }

        return found.Content;
    }

    private bool HasSubject(int cue) => text.Children(cue).Any(c => text[c].BaseRelation is "nsubj");

    // Words enough, and an end as a sentence has it: a title or a single term in marks is no speech.
    private bool IsSpeech(int passage)
    {
        var (words, isVerb) = (0, false);
        for (var i = text.Passages[passage].Stretch.First; i <= text.Passages[passage].Stretch.Last; i++)
        {
            words += text[i].Tag is Upos.PUNCT ? 0 : 1;
            isVerb |= text[i].Tag is Upos.VERB or Upos.AUX;
        }

        return words >= FewestWords && isVerb && (text.Passages[passage].IsOpen || cues.Ending(passage) is "," or "." or "?" or "!" or "…" or "...");
    }

    private bool IsGiven(List<FoundAttribution> found, int passage)
    {
        var stretch = text.Passages[passage].Stretch;
        var shared = found.Where(f => IsSigned(f) || !stretch.Contains(f.Cue) && !HoldsSpeaker(f)).Sum(f => f.Content.Pieces.Sum(p => Math.Max(0, Math.Min(p.Last, stretch.Last) - Math.Max(p.First, stretch.First) + 1)));
        return 2 * shared >= stretch.Length;
    }

    // A turn of a transcript, or a quotation with a name below it, is whole as it stands.
    private bool IsSigned(FoundAttribution found) => found.Cue >= 0 && text[found.Cue].Tag == Upos.PUNCT;

    // "“A,” its spokesman said" is no content of "said".
    private bool HoldsSpeaker(FoundAttribution found) =>
        found.Cue >= 0 && text.Children(found.Cue).Any(c => text[c].BaseRelation is "nsubj" && found.Content.Holds(c));

    private void Give(List<FoundAttribution> found, int passage)
    {
        var ending = cues.Ending(passage);
        var cue = ending is "." && cues.Before(passage) is >= 0 and var before ? before : cues.Behind(passage);
        cue = cue < 0 ? cues.Before(passage) : cue;
        if (cue >= 0)
        {
            Attach(found, passage, cue);
        }
        else if (IsWhole(passage) && !Continue(found, passage) && SpeakerBefore(found, passage) is { } speaker)
        {
            Put(found, new FoundAttribution(-1, QuotationEdges.Whole(text, Of([text.Passages[passage].Stretch])), speaker, Chance: 1));
        }
    }

    // A cue that hands on a quotation already is one of a split quotation.
    private void Attach(List<FoundAttribution> found, int passage, int cue)
    {
        var stretch = text.Passages[passage].Stretch;
        var same = found.FindIndex(f => f.Cue == cue);
        var kept = same < 0 ? [] : found[same].Content.Pieces.Where(p => !p.Contains(cue) && !Meet(p, stretch) && text.PassageOf[p.First] >= 0);
        var content = QuotationEdges.Whole(text, Of([.. kept.Append(stretch).OrderBy(p => p.First)]));
        var source = same >= 0 && found[same].Source.Head >= 0 && !content.Holds(found[same].Source.Head) ? found[same].Source : SourceOf(cue, content);
        Put(found, new FoundAttribution(cue, content, source, Chance: 1));
    }

    private SourceChoice SourceOf(int cue, ContentChoice content)
    {
        var chosen = sourceOf(cue, content);
        if (chosen.Head >= 0 && !content.Holds(chosen.Head))
        {
            return chosen;
        }

        foreach (var child in text.Children(cue))
        {
            if (text[child].BaseRelation is "nsubj" && !content.Holds(child) && text.PassageOf[child] < 0)
            {
                return Named(child);
            }
        }

        return SourceChoice.Nobody;
    }

    /// <summary>Whether the quotation goes on with what was quoted last: behind the sentence that handed it on, or as a paragraph of its own.</summary>
    private bool Continue(List<FoundAttribution> found, int passage)
    {
        if (passage == 0)
        {
            return false;
        }

        var stretch = text.Passages[passage].Stretch;
        var last = text.Passages[passage - 1].Stretch;
        var before = found.FindIndex(f => f.Content.Pieces.Any(p => p.Last == last.Last || p.Contains(last.Last)));
        if (before < 0)
        {
            return false;
        }

        var cue = found[before].Cue;
        var follows = text.SameParagraph(last.Last, stretch.First)
            ? last.Last + 1 == stretch.First || cue > last.Last && text.EndOf(cue) + 1 == stretch.First
            : IsNextParagraph(Math.Max(last.Last, cue), stretch.First) && cue >= 0 && !IsSigned(found[before]);
        if (!follows)
        {
            return false;
        }

        found[before] = found[before] with { Content = Of([.. found[before].Content.Pieces.Append(stretch).OrderBy(p => p.First)]) };
        return true;
    }

    // A quotation that ends its paragraph, or is handed on at its end, goes on in the next.
    private bool IsNextParagraph(int place, int next) => text.EndOf(place) + 1 == next;

    /// <summary>Whom the sentence before speaks of: "The envoy was blunt. “…”"; else who was quoted last in the paragraph.</summary>
    private SourceChoice? SpeakerBefore(List<FoundAttribution> found, int passage)
    {
        var first = text.Passages[passage].Stretch.First;
        if (first == 0 || text[first].Sentence.Section.Kind != text[first - 1].Sentence.Section.Kind)
        {
            return null;
        }

        var (start, end) = (text.StartOf(first - 1), first - 1);
        var quoted = found.FindLastIndex(f => f.Source.Head >= 0 && f.Cue >= 0 && text.SameParagraph(f.Cue, first) && f.Cue < first);
        var subject = -1;
        for (var i = start; i <= end && subject < 0; i++)
        {
            subject = text[i].BaseRelation is "nsubj" && text.Head(i) is >= 0 and var head && text[head].IsRoot && text.PassageOf[i] < 0 ? i : -1;
        }

        var isPerson = subject >= 0 && (text[subject].Tag == Upos.PROPN || text[subject].Tag == Upos.PRON && text[subject].Form.ToLowerInvariant() is "he" or "she" or "they");
        if (quoted >= 0 && !isPerson)
        {
            return found[quoted].Source;
        }

        return isPerson || subject >= 0 && text[subject].Tag == Upos.NOUN ? Named(subject) : null;
    }

    private SourceChoice Named(int head)
    {
        var whole = text.Yield(head);
        var comma = head;
        while (comma < whole.Last && text[comma + 1].Form is not ("," or "(" or "–" or "—"))
        {
            comma++;
        }

        return new SourceChoice(0, head, StretchEdges.Trim(text, whole with { Last = comma }) ?? new Stretch(head, head));
    }

    /// <summary>Whether the quotation is made of whole sentences.</summary>
    private bool IsWhole(int passage)
    {
        var (stretch, isOpen) = text.Passages[passage];
        return text.StartOf(stretch.First) == stretch.First && (isOpen || text.EndOf(stretch.Last) - stretch.Last <= 1);
    }

    private static void Put(List<FoundAttribution> found, FoundAttribution one)
    {
        found.RemoveAll(f => f.Cue == one.Cue && f.Cue >= 0 || f.Content.Shared(one.Content) > 0);
        found.Add(one);
    }

    private static ContentChoice Of(Stretch[] pieces) => new(0, ContentBuild.Quotation, -1, pieces);

    private static bool Meet(Stretch one, Stretch other) => one.First <= other.Last && other.First <= one.Last;
}
