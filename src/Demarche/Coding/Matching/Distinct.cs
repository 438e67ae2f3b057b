using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Coding.Matching;

/// <summary>Tells those who take part from one another: nobody is actor and recipient of one act.</summary>
internal static class Distinct
{
    /// <summary>Whether two lists name the same.</summary>
    public static bool Same(ImmutableArray<Participant> a, ImmutableArray<Participant> b) => a.Length == b.Length && a.All(p => b.Any(q => q.Actor.Name == p.Actor.Name));

    /// <summary>Those of <paramref name="all"/> who are none of <paramref name="taken"/>.</summary>
    /// <param name="all">Those found.</param>
    /// <param name="taken">Those who have a role already.</param>
    /// <param name="shared">Whether the roles list both sides, so that a state is the same by whatever name.</param>
    /// <param name="facing">Tells the sectors that may face their own state, where the role puts it there: "the senator called on the United States", "the rebels took Goma"; else none.</param>
    public static ImmutableArray<Participant> Without(ImmutableArray<Participant> all, ImmutableArray<Participant> taken, bool shared, Ontology? facing = null) =>
        taken.IsEmpty ? all : all.RemoveAll(p => taken.Any(t => IsSame(t.Actor, p.Actor, shared, facing is null ? null : p.Mention.Use == Actors.MentionUse.Actor ? facing.FacingSectors : facing.TakingSectors)));

    private static bool IsSame(Actors.Actor taken, Actors.Actor other, bool shared, FrozenSet<string>? facing) =>
        taken.Name == other.Name && taken.Code == other.Code
        || taken.Code is not null && taken.Code == other.Code && (shared ? !AreTwo(taken, other) : other.Sectors.IsEmpty && !other.IsPerson && !Faces(taken, facing));

    private static bool Faces(Actors.Actor one, FrozenSet<string>? facing) => facing is not null && !one.Sectors.IsEmpty && facing.Contains(one.Sectors[0]);

    // "clashed with demonstrators", "met his rival": of one state, yet two.
    private static bool AreTwo(Actors.Actor one, Actors.Actor other) =>
        one.IsPerson && other.IsPerson && one.Name != other.Name || !one.Sectors.IsEmpty && !other.Sectors.IsEmpty && !one.Sectors.Any(other.Sectors.Contains);
}
