using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Finds which official of the tables a family name alone means.</summary>
/// <param name="tables">The tables.</param>
/// <param name="namesState">Whether the report names a state by its code.</param>
/// <param name="published">Day of the report, or null.</param>
internal sealed class FamilyNames(ActorTables tables, Func<string, bool> namesState, LocalDate? published)
{
    /// <summary>"Vice President Harris": the one in office on the day whose office the title names, else, in a report without a day, the one who held it.</summary>
    public NameEntry? OfTitle(IReadOnlyList<string> words, Draft draft)
    {
        NameEntry? only = null;
        foreach (var entry in draft.Titles.Count == 0 || draft.IsFormer ? [] : tables.Families.Find(words).Distinct())
        {
            var held = published is { } day ? entry.OfficeOn(day) is { } office && office.Term.Covers(day) ? [office] : [] : entry.Offices;
            if (held.Any(o => draft.Titles.Exists(t => !t.IsFormer && t.Attached.Count == 0 && t.Role!.Words.Equals(o.Title, StringComparison.OrdinalIgnoreCase))))
            {
                if (only is not null)
                {
                    return null;
                }

                only = entry;
            }
        }

        return only;
    }

    /// <summary>A family name alone: the one who held an office on the day, where only one did and the title's state agrees.</summary>
    public NameEntry? Holder(IReadOnlyList<string> words, string? code) => Holder(words, code, left: false) ?? Holder(words, code, left: true);

    /// <summary>Whether one in office, of a state that the report names, bears a family name.</summary>
    public bool IsOfNamedState(IReadOnlyList<string> words)
    {
        foreach (var entry in tables.Families.Find(words))
        {
            if (entry.OfficeOn(published) is { } office && (published is not { } day || office.Term.Covers(day)) && namesState(office.Code))
            {
                return true;
            }
        }

        return false;
    }

    private NameEntry? Holder(IReadOnlyList<string> words, string? code, bool left)
    {
        NameEntry? only = null;
        var (count, leaders) = (0, 0);
        foreach (var entry in tables.Families.Find(words).Distinct())   // "Erdoğan" and "Erdogan" are one
        {
            var office = entry.OfficeOn(published);
            if (office is null || code is not null && office.Code != code || left != HasLeft(office.Term, code) || code is null && !IsNearReport(office))
            {
                continue;
            }

            var leads = tables.Leads(office);
            only = leads || leaders == 0 ? entry : only;
            leaders += leads ? 1 : 0;
            count++;
        }

        return count == 1 && !left || leaders == 1 ? only : null;   // a head of state before a namesake
    }

    // A surname alone is one who leads a state or is of a state that the report names: "Moore" may be anybody.
    private bool IsNearReport(OfficeTerm office) => tables.Leads(office) || tables.Codes.IsInternational(office.Code) || namesState(office.Code);

    // Without a day, a name alone means one who is in office still, if there is one.
    private bool HasLeft(Term term, string? code) => published is { } day ? !term.Covers(day) : term.End is not null && code is null;

    /// <summary>The state that all leaders of a family name lead or led, or null where there is none or more than one.</summary>
    public string? StateLedBy(IReadOnlyList<string> words)
    {
        string? state = null;
        foreach (var entry in tables.Families.Find(words))
        {
            foreach (var office in entry.Offices.Where(tables.Leads))
            {
                if (state is not null && office.Code != state)
                {
                    return null;
                }

                state = office.Code;
            }
        }

        return state;
    }
}
