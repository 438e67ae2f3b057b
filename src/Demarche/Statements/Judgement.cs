using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>A status on its way up the tree.</summary>
/// <param name="Status">So far.</param>
/// <param name="Auxiliary">So far.</param>
/// <param name="Reasons">The words that decided it.</param>
internal sealed record Judgement(Status Status, ImmutableArray<Auxiliary> Auxiliary, ImmutableArray<Token> Reasons)
{
    /// <summary>The judgement below a governing word: a denial or a plan outranks what it governs, but what is said not to happen stays so.</summary>
    public Judgement Under(Effect effect, Token word)
    {
        if (effect.Status == Status.Happened || effect.Status == Status.Ongoing && Status != Status.Happened)
        {
            return this;
        }

        // "will verify that", "plans to urge": what is only possible or wanted below a plan stays so.
        var status = effect.Status == Status.Planned && Status is Status.Possible or Status.Proposed ? Status
            : Status != Status.DidNotHappen ? effect.Status : effect.Status == Status.DidNotHappen ? Status.Happened : Status;
        return this with { Status = status, Auxiliary = [.. Auxiliary.Union(effect.Auxiliary)], Reasons = Reasons.Add(word) };
    }

    /// <summary>The judgement in a condition: what does not happen there is as open as what does.</summary>
    public Judgement Opened(Effect effect, Token word) => Status == Status.DidNotHappen ? (this with { Status = Status.Happened }).Under(effect, word) : Under(effect, word);

    /// <summary>The judgement under a "not": what might not be is still only possible, what could not be was not.</summary>
    public Judgement Negated(Token word, bool isAble = false)
    {
        var status = Status switch
        {
            Status.DidNotHappen => Status.Happened,
            Status.Possible when !isAble => Status.Possible,
            _ => Status.DidNotHappen,
        };
        return this with { Status = status, Auxiliary = [.. Auxiliary.Union([Statements.Auxiliary.Negation])], Reasons = Reasons.Add(word) };
    }
}
