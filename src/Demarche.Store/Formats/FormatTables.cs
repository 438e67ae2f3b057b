using System.Collections.Frozen;

namespace Demarche.Store.Formats;

/// <summary>The codes of other data sets, from <c>codebook/formats/</c>. Immutable and thread-safe.</summary>
internal sealed class FormatTables
{
    private readonly FrozenDictionary<string, CountryCodes> _byCode;
    private readonly FrozenDictionary<string, CountryCodes> _byName;
    private readonly FrozenDictionary<string, CountryCodes> _byFips;
    private readonly FrozenDictionary<string, string> _fromCameo;
    private readonly FrozenDictionary<string, PloverName> _types;

    private FormatTables(List<CountryCodes> countries, Dictionary<string, PloverName> types)
    {
        _byCode = countries.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
        _byName = countries.DistinctBy(c => c.Name, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        _byFips = countries.Where(c => c.Fips is not null).ToFrozenDictionary(c => c.Fips!, StringComparer.Ordinal);
        _fromCameo = countries.Where(c => c.Cameo is not null).ToFrozenDictionary(c => c.Cameo!, c => c.Code, StringComparer.Ordinal);
        _types = types.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Reads the tables.</summary>
    public static FormatTables Of(CodebookFiles files)
    {
        var countries = Rows(files, "formats/countries.tsv").Select(c => new CountryCodes(c[0], c[1], Filled(c[2]), Filled(c[3]), Filled(c[4]))).ToList();
        var types = Rows(files, "formats/cameo.tsv").ToDictionary(c => c[0], c => new PloverName(c[1], Filled(c[2]), c[3][0] - '0'), StringComparer.Ordinal);
        return new FormatTables(countries, types);
    }

    /// <summary>The codes of one of our state codes, or null.</summary>
    public CountryCodes? Country(string? code) => code is not null ? _byCode.GetValueOrDefault(code) : null;

    /// <summary>Our code of a state's name, or null.</summary>
    public string? CodeOfName(string name) => _byName.GetValueOrDefault(name)?.Code;

    /// <summary>Our code of a FIPS 10-4 code, or null.</summary>
    public string? CodeOfFips(string fips) => _byFips.GetValueOrDefault(fips)?.Code;

    /// <summary>A code as CAMEO's actors have it.</summary>
    public string ToCameo(string code) => Country(code)?.Cameo ?? code;

    /// <summary>Our code of one of CAMEO's actors.</summary>
    public string FromCameo(string code) => _fromCameo.GetValueOrDefault(code, code);

    /// <summary>What PLOVER calls a CAMEO event code, by its longest known beginning; null where none is known.</summary>
    public PloverName? TypeOf(string cameo)
    {
        for (var length = cameo.Length; length >= 2; length--)
        {
            if (_types.TryGetValue(cameo[..length], out var name))
            {
                return name;
            }
        }

        return null;
    }

    private static IEnumerable<string[]> Rows(CodebookFiles files, string path)
    {
        var text = files.At(path)?.Text ?? throw new InvalidOperationException($"{path} ships with the codebook.");
        foreach (var line in text.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Skip(1))
        {
            var cells = line.TrimEnd('\r').Split('\t');
            Array.Resize(ref cells, 5);
            yield return [.. cells.Select(c => c ?? "")];
        }
    }

    private static string? Filled(string cell) => cell.Length == 0 ? null : cell;
}

/// <summary>The codes of one state.</summary>
/// <param name="Code">Ours, ISO 3166 alpha-3.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fips">FIPS 10-4, or null.</param>
/// <param name="Cow">Number of the Correlates of War project, or null.</param>
/// <param name="Cameo">CAMEO's code where it differs, or null.</param>
internal sealed record CountryCodes(string Code, string Name, string? Fips, string? Cow, string? Cameo);

/// <summary>PLOVER's name of an act.</summary>
/// <param name="Type">Type.</param>
/// <param name="Mode">Mode, or null.</param>
/// <param name="Quad">1 to 4.</param>
internal sealed record PloverName(string Type, string? Mode, int Quad);
