using Demarche.Coding.Matching;
using Demarche.Statements;

namespace Demarche.Coding;

/// <summary>Tells the dealings of firms, workers and private persons from those of states and of all who act for or against them.</summary>
/// <remarks>Holds one report. An official of no known country is the director of a firm in news of firms, but a minister where ministers act.</remarks>
internal sealed class PrivateDealings(Ontology ontology, StatedReport report)
{
    private const int FewestOfficials = 4;   // a story of firms may name a regulator or two
    private const int FewestStates = 2;      // and the court of its own country often
    private bool? _isOfStates;

    private bool IsOfStates => _isOfStates ??= Officials.Count() >= FewestOfficials && Officials.Distinct(StringComparer.Ordinal).Count() >= FewestStates;

    private IEnumerable<string> Officials => report.Mentioned.Actors.All.Where(m => !m.Actor.Sectors.IsEmpty && IsPublic(m.Actor)).Select(m => m.Actor.Code!);

    /// <summary>Whether nobody of public standing takes part: "the company delayed construction", "investors welcomed the move".</summary>
    public bool Has(Match match)
    {
        if (ontology.PrivateSectors.Count == 0 || ontology.OfAnybody.Contains(match.Type.Name) || !match.Actors.All(a => IsPrivate(a.Actor) || IsUnplaced(a.Actor) || IsPeople(a.Actor)))
        {
            return false;
        }

        // Tourists who come, neighbours who help.
        if (match.Type.Quad is Quad.VerbalCooperation or Quad.MaterialCooperation && match.Actors.All(a => IsPeople(a.Actor)) && !match.Recipients.Any(r => IsPublic(r.Actor)))
        {
            return true;
        }

        // What a donor gives to a candidate of his own country, and workers send home to their families.
        if (match.Type.Quad is Quad.VerbalCooperation or Quad.MaterialCooperation && match.Actors.All(a => IsPrivate(a.Actor) || IsPeople(a.Actor))
            && !match.Recipients.IsEmpty && match.Recipients.All(r => !r.Actor.Sectors.IsEmpty && match.Actors.Any(a => a.SharesCode(r))))
        {
            return true;
        }

        // A firm of no known country that works with an office, buys of a state or talks with it.
        if (match.Type.Quad is Quad.VerbalCooperation or Quad.MaterialCooperation && match.Actors.All(a => a.Actor.Code is null && IsPrivate(a.Actor)))
        {
            return true;
        }

        if (match.Actors.Any(a => !IsPrivate(a.Actor) && !IsUnplaced(a.Actor)))
        {
            return false;
        }

        // What a firm sells, ships or flies no longer is between it and its customers, whatever country they live in.
        return match.Type.NeedsRecipient && match.Actors.All(a => IsPrivate(a.Actor) || a.Actor is { Code: null, Sectors.IsEmpty: true })
            ? !match.Recipients.Any(r => IsPublic(r.Actor) && !r.Actor.Sectors.IsEmpty)
            : !match.Recipients.Any(r => IsPublic(r.Actor)) && !(match.Content is { } content && content.Actors.Any(a => IsPublic(a.Actor)));
    }

    private bool IsPrivate(Actors.Actor actor) => !actor.Sectors.IsEmpty && actor.Sectors.All(ontology.PrivateSectors.Contains);

    private bool IsPeople(Actors.Actor actor) => !actor.Sectors.IsEmpty && actor.Sectors.All(ontology.PeopleSectors.Contains);

    // An official, a director, a crowd of nowhere, somebody of whom only the name is known; whoever bears arms is of interest wherever he is.
    private bool IsUnplaced(Actors.Actor actor) =>
        !IsOfStates && actor is { IsPerson: true, Sectors.IsEmpty: true, Office: null }
        || actor.Code is null && !actor.Sectors.Any(ontology.ArmedSectors.Contains) && !(IsOfStates && !actor.Sectors.IsEmpty && !IsPrivate(actor) && !IsPeople(actor));

    private bool IsPublic(Actors.Actor actor) =>
        actor.Code is not null && (actor.Sectors.IsEmpty ? !actor.IsPerson : !actor.Sectors.All(s => ontology.PrivateSectors.Contains(s) || ontology.PeopleSectors.Contains(s)));
}
