using System.Collections.Frozen;
using System.Globalization;

namespace Demarche.Coding;

/// <summary>The CAMEO code and Goldstein value of each PLOVER type and mode, by <c>codebook/cameo.yaml</c>; empty where that is absent. Immutable and thread-safe.</summary>
public sealed class CameoCodes
{
    private readonly FrozenDictionary<string, CameoCode> _codes;

    private CameoCodes(FrozenDictionary<string, CameoCode> codes) => _codes = codes;

    /// <summary>The code of a type and mode, the type's own where the mode has none; null where the table has neither.</summary>
    public CameoCode? Of(string type, string? mode) =>
        mode is not null && _codes.TryGetValue(type + "." + mode, out var exact) ? exact : _codes.GetValueOrDefault(type);

    internal static CameoCodes Read(CodebookFiles files, Ontology ontology, ICollection<Diagnostic> complaints)
    {
        var codes = new Dictionary<string, CameoCode>(StringComparer.Ordinal);
        if (files.At("cameo.yaml") is { } file && !(ontology.HasOwnRules && file.IsShipped) && CodebookYaml.Parse(file, complaints) is { } root)
        {
            foreach (var (name, node) in root.Entries)
            {
                var dot = name.IndexOf('.', StringComparison.Ordinal);
                var type = dot < 0 ? name : name[..dot];
                if (!ontology.Types.TryGetValue(type, out var known) || dot >= 0 && !known.Modes.ContainsKey(name[(dot + 1)..]))
                {
                    complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{name}' is no type or TYPE.mode", "Use those of ontology.yaml."));
                    continue;
                }

                if (node["code"]?.Scalar is { } code && double.TryParse(node["goldstein"]?.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out var goldstein))
                {
                    codes[name] = new CameoCode(code, goldstein);
                }
                else
                {
                    complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{name}' has no code and goldstein", "Write {code: \"040\", goldstein: 1}."));
                }
            }
        }

        return new CameoCodes(codes.ToFrozenDictionary(StringComparer.Ordinal));
    }
}

/// <summary>A code of CAMEO with its Goldstein value.</summary>
/// <param name="Code">Text: it keeps its leading zero.</param>
/// <param name="Goldstein">Conflict to cooperation, -10 to 10.</param>
public sealed record CameoCode(string Code, double Goldstein);
