using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding.Matching;
using Demarche.Statements;

namespace Demarche.Coding.Relating;

/// <summary>A rule of the codebook that was met in a marked sentence.</summary>
/// <param name="Class">The class that its event counts as.</param>
/// <param name="Match">The match.</param>
/// <param name="Ties">Whether it has the marked actor and the marked recipient on its two sides.</param>
/// <param name="IsSure">Whether its rule may decide alone.</param>
internal readonly record struct Firing(string Class, Match Match, Tie Ties, bool IsSure)
{
    /// <summary>What a match says of two names.</summary>
    public static Firing Of(Match match, Actor source, Actor? target, RelationTable table) =>
        new(Later(match) ?? table.ClassOf(match), match, TieOf(match, source, target), table.IsSure(match.Rule.Id));

    // Cooperation that is only to come counts as an agreement to it, as in the record.
    private static string? Later(Match match) => match.Statement.Status == Status.Planned && match.PurposeOf is null ? match.Type.Future : null;

    /// <summary>The same where the marked recipient stands under the event's word.</summary>
    public Firing Under(Actor source) =>
        Ties == Tie.One && Match.PurposeOf is null && Match.Recipients.IsEmpty && Has(Match.Actors, source) ? this with { Ties = Tie.Under } : this;

    private static Tie TieOf(Match match, Actor source, Actor? target)
    {
        bool sourceActs = Has(match.Actors, source), targetActs = Has(match.Actors, target);
        bool sourceGets = Has(match.Recipients, source), targetGets = Has(match.Recipients, target);
        return match.PurposeOf is not null ? Tie.One   // what an act is meant for says less than the act
            : sourceActs && targetGets ? Tie.Exact
            : sourceActs && targetActs && match.Recipients.IsEmpty || sourceGets && targetActs && match.Type.IsReciprocal ? Tie.Together
            : (sourceActs || sourceGets) && (targetActs || targetGets) ? Tie.Both
            : sourceActs || sourceGets || targetActs || targetGets ? Tie.One
            : Tie.None;
    }

    private static bool Has(ImmutableArray<Participant> participants, Actor? actor) =>
        actor is not null && participants.Any(p => p.Actor.Code == actor.Code && p.Actor.Name == actor.Name);
}

/// <summary>How an event ties the two marked names.</summary>
internal enum Tie
{
    /// <summary>It has neither.</summary>
    None,

    /// <summary>It has one of them.</summary>
    One,

    /// <summary>It has both, the wrong way round or with others across from them.</summary>
    Both,

    /// <summary>The marked actor does it to nobody that it names, and the marked recipient stands under its word: "condemned <c>the attack</c>", "agreed to a truce in <c>Aden</c>".</summary>
    Under,

    /// <summary>Both do it together and to nobody else ("Oman and Qatar signed a pact"), or it is as much the deed of whom it is done to ("hosted the king").</summary>
    Together,

    /// <summary>The marked actor does it to the marked recipient.</summary>
    Exact,
}
