using System.Globalization;

namespace Demarche.Store.Sources.Lines;

/// <summary>Mends what other programs cut in two: half of a pair that JSON writes as an escape (<c>\ud83d</c> alone) is no character, and .NET's reader gives up on the whole text for it.</summary>
internal static class WholeCharacters
{
    private const int Length = 6;   // of an escape

    /// <summary>The JSON with U+FFFD for every half, as decoders of bytes do it.</summary>
    public static string Of(string json)
    {
        char[]? mended = null;
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < json.Length;)
        {
            var sign = Escaped(json, at);
            if (char.IsHighSurrogate(sign) && char.IsLowSurrogate(Escaped(json, at + Length)))
            {
                at += Length;
            }
            else if (char.IsSurrogate(sign))
            {
                mended ??= json.ToCharArray();
                "fffd".CopyTo(mended.AsSpan(at + 2));
            }

            at = json.IndexOf('\\', at + 2);
        }

        return mended is null ? json : new string(mended);
    }

    // The code unit of the escape that stands there, or the sign that means none.
    private static char Escaped(string json, int at) =>
        at + Length <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : '\0';
}
