using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Actors.Tables;

/// <summary>The codes and sectors that an actor may carry. Immutable.</summary>
internal sealed class ActorCodes
{
    private const string Path = "actors/sectors.yaml";

    private readonly FrozenSet<string> _codes;
    private readonly FrozenSet<string> _international;
    private readonly FrozenSet<string> _sectors;

    private ActorCodes(IEnumerable<string> states, IEnumerable<string> international, IEnumerable<string> sectors)
    {
        _international = international.ToFrozenSet(StringComparer.Ordinal);
        _codes = states.Concat(_international).ToFrozenSet(StringComparer.Ordinal);
        _sectors = sectors.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Reads the codes; what is wrong goes to <paramref name="complaints"/>.</summary>
    public static ActorCodes Read(CodebookFiles files, ImmutableArray<Country> countries, ICollection<Diagnostic> complaints)
    {
        var yaml = files.At(Path) is { } file ? CodebookYaml.Parse(file, complaints) : null;
        if (yaml is null)
        {
            complaints.Add(Diagnostics.BadCodebook("codebook/" + Path, "is missing or no YAML", "Add it, or leave it to the shipped codebook."));
        }

        return new ActorCodes(countries.Select(c => c.Code), Keys(yaml?["international"]), Keys(yaml?["sectors"]));

        static IEnumerable<string> Keys(CodebookYaml? node) => (node?.Entries ?? []).Select(e => e.Key);
    }

    /// <summary>Whether the code is PLOVER's for something across borders.</summary>
    public bool IsInternational(string code) => _international.Contains(code);

    /// <summary>Complains where a code or sector does not exist.</summary>
    public void Check(CodebookLine where, ImmutableArray<string> codes, ImmutableArray<string> sectors, ICollection<Diagnostic> complaints)
    {
        foreach (var code in codes)
        {
            if (!_codes.Contains(code))
            {
                complaints.Add(Diagnostics.BadCodebook(where.ToString(), $"'{code}' is no PLOVER code", "Use an alpha-3 code of actors/countries.tsv or one of " + string.Join(", ", _international.Order(StringComparer.Ordinal)) + "."));
            }
        }

        foreach (var sector in sectors)
        {
            if (_sectors.Contains(sector))
            {
                continue;
            }

            complaints.Add(Diagnostics.BadCodebook(where.ToString(), $"'{sector}' is no PLOVER sector", "Use one of " + string.Join(", ", _sectors.Order(StringComparer.Ordinal)) + "."));
        }
    }
}
