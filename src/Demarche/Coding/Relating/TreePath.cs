using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Coding.Relating;

/// <summary>The way from the marked actor to the marked recipient in the tree.</summary>
/// <param name="Inner">The words on it without the two names.</param>
/// <param name="Verb">The verb that governs both, or the word at the top of the way where there is none.</param>
/// <param name="Relations">The relations on it: "nsubj&gt;verb&lt;obl(against)".</param>
internal sealed record TreePath(ImmutableArray<Token> Inner, Token Verb, string Relations)
{
    /// <summary>The shortest way, or null where the names stand in two sentences or one is not marked.</summary>
    public static TreePath? Between(ImmutableArray<MarkedPhrase> sources, ImmutableArray<MarkedPhrase> targets)
    {
        TreePath? best = null;
        foreach (var source in sources)
        {
            foreach (var target in targets)
            {
                if (source.Sentence == target.Sentence && Between(source, target) is { } path && (best is null || path.Inner.Length < best.Inner.Length))
                {
                    best = path;
                }
            }
        }

        if (best is null && targets.IsEmpty && !sources.IsEmpty)
        {
            return Upward(sources[0]);
        }

        return best;
    }

    private static TreePath Between(MarkedPhrase source, MarkedPhrase target)
    {
        var up = Chain(source.HeadToken);
        var down = Chain(target.HeadToken);
        var meeting = up.First(u => down.Any(d => d.Index == u.Index));
        var left = up.TakeWhile(u => u.Index != meeting.Index).ToList();
        var right = down.TakeWhile(d => d.Index != meeting.Index).ToList();
        var inner = left.Append(meeting).Concat(Enumerable.Reverse(right)).Where(t => !source.Holds(t) && !target.Holds(t)).ToImmutableArray();
        var relations = string.Join('>', left.Select(Step)) + "^" + string.Join('<', Enumerable.Reverse(right).Select(Step));
        return new TreePath(inner, VerbAt(meeting), relations);
    }

    private static TreePath Upward(MarkedPhrase source)
    {
        var up = Chain(source.HeadToken);
        return new TreePath([.. up.Skip(1).Take(2)], VerbAt(up.Count > 1 ? up[1] : up[0]), Step(up[0]) + "^");
    }

    private static Token VerbAt(Token top)
    {
        for (var at = (Token?)top; at is { } token; at = token.Head)
        {
            if (token.Tag == Upos.VERB)
            {
                return token;
            }
        }

        return top;
    }

    private static string Step(Token token) => Language.Clauses.ClauseReader.PrepositionOf(token) is { } preposition ? token.Relation + "(" + preposition + ")" : token.Relation;

    private static List<Token> Chain(Token from)
    {
        var chain = new List<Token>();
        for (var at = (Token?)from; at is { } token; at = token.Head)
        {
            chain.Add(token);
        }

        return chain;
    }
}
