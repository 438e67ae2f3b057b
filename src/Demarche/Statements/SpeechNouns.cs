using Demarche.Actors;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Statements;

/// <summary>Finds the noun by which a report hands a clause on, and whose it is: "the general's warning that …", "a claim by the rebels that …".</summary>
internal sealed class SpeechNouns(StatementWords words, ActorMentions actors)
{
    /// <summary>The noun that a clause hangs on and its speaker, or null.</summary>
    public (Token Noun, Token Speaker)? Above(Token at, Token head)
    {
        if (at.BaseRelation is not ("acl" or "ccomp") || at.Relation != "acl" && at.Relation != "ccomp" && !IsContent(at))
        {
            return null;
        }

        // "a report by the agency that …": the parser may hang the clause on the speaker.
        var noun = words.SpeechNouns.Contains(head.Lemma) ? head
            : head.BaseRelation is "nmod" && head.Head is { } above && words.SpeechNouns.Contains(above.Lemma) && IsSpeakersPreposition(head) && at.Child("mark")?.Lemma != "of" ? above : (Token?)null;
        return noun is { } found && found.Tag == Upos.NOUN && SpeakerOf(found) is { } speaker ? (found, speaker) : null;
    }

    /// <summary>Whose word it is: the possessor, the noun behind "by" or "from", the state that it names, or who issues it.</summary>
    public Token? SpeakerOf(Token noun)
    {
        Token? state = null;
        foreach (var child in noun.Children)
        {
            if (child.Relation == "nmod:poss" || child.BaseRelation is "nmod" && IsSpeakersPreposition(child))
            {
                return child;
            }

            state ??= child.BaseRelation is "amod" or "compound" && actors.At(child) is not null ? child : null;
        }

        if (state is not null || noun.BaseRelation is not "obj" || noun.Head is not { } verb || !words.Carriers.Contains(verb.Lemma))
        {
            return state;
        }

        return ClauseReader.Read(verb).Subjects.FirstOrDefault() is { Sentence: not null } issuer ? issuer : null;   // "the embassy issued a warning that …"
    }

    private static bool IsSpeakersPreposition(Token noun) => ClauseReader.PrepositionOf(noun) is "by" or "from";

    // "that" is taken for the object of a clause that has all its parts: a content, not a relative clause.
    private static bool IsContent(Token clause)
    {
        var (objects, subjects, isThat) = (0, 0, false);
        foreach (var child in clause.Children)
        {
            objects += child.BaseRelation is "obj" && child.Lemma != "that" ? 1 : 0;
            subjects += child.BaseRelation is "nsubj" && child.Lemma != "that" ? 1 : 0;
            isThat |= child.Lemma == "that" && child.BaseRelation is "obj" or "nsubj" or "mark";
        }

        return isThat && subjects > 0 && (objects > 0 || clause.Head is { BaseRelation: "nmod" });
    }
}
