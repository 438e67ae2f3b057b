using System.Collections.Frozen;

namespace Demarche.Language.Conllu;

/// <summary>Names of the universal parts of speech.</summary>
internal static class UposNames
{
    private static readonly string[] Names = Enum.GetNames<Upos>();
    private static readonly FrozenDictionary<string, Upos> Values =
        Enum.GetValues<Upos>().ToFrozenDictionary(u => Names[(int)u], StringComparer.Ordinal);

    /// <summary>The name of a part of speech: "NOUN".</summary>
    public static string Of(Upos tag) => Names[(int)tag];

    /// <summary>The part of speech of a name; X for "_"; null for any other text.</summary>
    public static Upos? Parse(string name) => name == "_" ? Upos.X : Values.TryGetValue(name, out var tag) ? tag : null;
}
