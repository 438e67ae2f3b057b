using Demarche.Language;
using Demarche.Time.Expressions;
using Demarche.Time.Meanings;

namespace Demarche.Time;

/// <summary>Reads off the tree whether the clause of a time expression speaks of what was or of what is to come.</summary>
internal sealed class TreeDirection(RuleBook book)
{
    // From the expression over its nouns to the verb; deeper is a broken tree.
    private const int FarthestVerb = 8;

    private readonly int _future = book.Lexicon.Class("future");
    private readonly int _implicative = book.Lexicon.Class("implicative");

    /// <summary>Where the clause around the tokens <paramref name="first"/> to <paramref name="last"/> points.</summary>
    public Direction At(Sentence sentence, int first, int last)
    {
        var at = first;
        for (var i = first; i <= last; i++)
        {
            if (sentence[i].HeadIndex is var head && (head < first || head > last))
            {
                at = i;
                break;
            }
        }

        var token = sentence[at];
        // "to condemn the attacks of 7 October", "agreed to open the road at a summit in 2000": which attacks, which summit, and not when to condemn or to open.
        var names = token.Head is { Tag: Upos.NOUN } named && (token.Child("case")?.Lemma == "of" || named.Child("case")?.Lemma is "at" or "during" or "after" or "since");
        for (var step = 0; step < FarthestVerb && token.Head is { } head; step++)
        {
            token = head;
            if (token.Tag is Upos.VERB or Upos.AUX || token.Child("cop") is not null)
            {
                var direction = Of(token);
                if (direction != Direction.Unknown || token.PennTag is not ("VBG" or "VBN"))
                {
                    return names && direction == Direction.Future ? Direction.Unknown : direction;
                }
            }
        }

        return token.Tag is Upos.VERB or Upos.AUX ? Of(token) : Direction.Unknown;
    }

    /// <summary>Where a verb, or a noun with its copula, points.</summary>
    public Direction Of(Token verb)
    {
        var finite = verb.PennTag;
        var infinitive = false;
        var passiveOrPerfect = false;
        foreach (var child in verb.Children)
        {
            if (child.BaseRelation is "aux" or "cop")
            {
                if (child.PennTag == "MD")
                {
                    return Direction.Future;
                }

                if (child is { PennTag: "VB", Lemma: "have" } && verb.Child("mark") is { PennTag: "TO" })
                {
                    return Direction.Past;   // "is said to have left in May"
                }

                passiveOrPerfect = true;
                finite = child.PennTag is "VBD" ? "VBD" : child.Lemma == "have" ? "VBD" : finite is "VBD" ? finite : child.PennTag;
            }

            infinitive |= child.Relation == "mark" && child.PennTag == "TO";
        }

        if (infinitive)
        {
            return verb.Head is { } governor && Is(governor, _implicative) ? Of(governor) : Direction.Future;
        }

        // "is scheduled", "are due", "talks expected Monday": the word itself looks ahead.
        if (Is(verb, _future) && finite != "VBD")
        {
            return Direction.Future;
        }

        return finite switch
        {
            "VBD" => Direction.Past,
            "VBN" when !passiveOrPerfect => Direction.Past,
            "VBZ" or "VBP" when verb.PennTag == "VBG" => Direction.Future,
            _ => Direction.Unknown,
        };
    }

    private bool Is(Token token, int @class) => @class >= 0 && book.Lexicon.Find(token.Form.ToLowerInvariant())?.Has(@class) == true;
}
