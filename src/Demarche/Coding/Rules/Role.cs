using System.Collections.Immutable;

namespace Demarche.Coding.Rules;

/// <summary>Where those who take part stand: one place, or several that count together ("subject+with").</summary>
/// <param name="Name">As the codebook writes it.</param>
/// <param name="Terms">Its places.</param>
public sealed record Role(string Name, ImmutableArray<RoleTerm> Terms)
{
    /// <summary>The subject: where the actor stands unless a rule says otherwise.</summary>
    public static Role Subject { get; } = new("subject", [new RoleTerm(RolePlace.Subject, null, false)]);

    /// <summary>Whether it is a phrase with a preposition.</summary>
    internal bool IsPhrase => Terms.All(t => t.Place == RolePlace.Preposition);

    /// <summary>Reads a role; null where it names no place.</summary>
    public static Role? Parse(string name)
    {
        var terms = ImmutableArray.CreateBuilder<RoleTerm>();
        foreach (var part in name.Split('+'))
        {
            if (Term(part.Trim()) is not { } term)
            {
                return null;
            }

            terms.Add(term);
        }

        return new Role(name, terms.ToImmutable());
    }

    private static RoleTerm? Term(string name)
    {
        RolePlace? whole = name switch
        {
            "content.actor" => RolePlace.ContentActor,
            "content.recipient" => RolePlace.ContentRecipient,
            "speaker" => RolePlace.Speaker,
            "doer" => RolePlace.Doer,
            "clause" => RolePlace.Clause,
            "condition" => RolePlace.Condition,
            _ => null,
        };
        if (whole is { } place)
        {
            return new RoleTerm(place, null, false);
        }

        const string possessor = ".possessor";
        const string told = ".told";
        var owned = name.EndsWith(possessor, StringComparison.Ordinal);
        var described = name.EndsWith(told, StringComparison.Ordinal);
        var stem = owned ? name[..^possessor.Length] : described ? name[..^told.Length] : name;
        return Place(stem, owned) is { } found ? found with { Told = described } : null;
    }

    private static RoleTerm? Place(string stem, bool owned) =>
        stem switch
        {
            "subject" => new RoleTerm(RolePlace.Subject, null, owned),
            "object" => new RoleTerm(RolePlace.Object, null, owned),
            "iobj" => new RoleTerm(RolePlace.IndirectObject, null, owned),
            "possessor" => new RoleTerm(RolePlace.Possessor, null, owned),
            "complement.subject" => new RoleTerm(RolePlace.ComplementSubject, null, owned),
            "complement.object" => new RoleTerm(RolePlace.ComplementObject, null, owned),
            _ when stem.Length > 0 && stem.All(c => char.IsAsciiLetterLower(c) || c == ' ') => new RoleTerm(RolePlace.Preposition, stem, owned),
            _ => null,
        };
}

/// <summary>One place of a role.</summary>
/// <param name="Place">Where.</param>
/// <param name="Preposition">The preposition of a phrase, else null.</param>
/// <param name="Possessor">Whether not the thing itself is meant but whose it is ("object.possessor").</param>
/// <param name="Told">Whether not the thing itself is meant but the state that the clause behind it names ("object.told": "ships that carried Iranian oil").</param>
public readonly record struct RoleTerm(RolePlace Place, string? Preposition, bool Possessor, bool Told = false);

/// <summary>The places that roles name; see <c>docs/codebook.md</c>.</summary>
public enum RolePlace
{
#pragma warning disable CS1591 // the names are those of the codebook's page
    Subject, Object, IndirectObject, Possessor, Preposition, ComplementSubject, ComplementObject, ContentActor, ContentRecipient, Speaker, Clause, Condition, Doer,
#pragma warning restore CS1591
}
