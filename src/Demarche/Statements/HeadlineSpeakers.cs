using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>Finds who speaks where a headline names him without a verb: "Kremlin: …", "…: ministry", "… - officials".</summary>
internal sealed class HeadlineSpeakers(ActorMentions actors)
{
    private const int MostWords = 5;

    /// <summary>The head of the speaker's words, or null.</summary>
    public Token? Of(Token predicate)
    {
        var sentence = predicate.Sentence;
        if (sentence[^1].Form is "." or "?" or "!")
        {
            return null;
        }

        for (var i = 1; i < sentence.Count - 1; i++)
        {
            var isColon = sentence[i].Form == ":";
            if (isColon && i <= MostWords && predicate.Index > i)
            {
                // A bare state before the colon is the topic as often as the speaker.
                return Speaker(sentence, 0, i) is var (token, actor) && !actor.Sectors.IsEmpty ? token : null;
            }

            if ((isColon || sentence[i].Form is "-" or "–" or "—") && sentence.Count - 1 - i <= MostWords && predicate.Index < i && (isColon || sentence[i].Span.Start > sentence[i - 1].Span.End))
            {
                return Speaker(sentence, i + 1, sentence.Count) is var (token, _) ? token : null;
            }
        }

        return null;
    }

    // One actor and no verb, or it is a clause of its own.
    private (Token Token, Actor Actor)? Speaker(Sentence sentence, int first, int end)
    {
        (Token, Actor)? found = null;
        for (var i = first; i < end; i++)
        {
            if (sentence[i].Tag is Upos.VERB or Upos.AUX or Upos.NUM)
            {
                return null;
            }

            if (actors.At(sentence[i]) is { Use: MentionUse.Actor } mention && mention.Head == i)
            {
                found ??= (sentence[i], mention.Actor);
            }
        }

        return found;
    }
}
