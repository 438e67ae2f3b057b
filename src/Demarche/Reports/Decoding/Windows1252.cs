using System.Collections.Frozen;

namespace Demarche.Reports.Decoding;

/// <summary>The bytes of Windows-1252 as characters, after the WHATWG table: bytes without a character keep their number.</summary>
internal static class Windows1252
{
    // 0x80 to 0x9F; everywhere else byte and character have the same number.
    private const string High =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F" +
        "\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly FrozenDictionary<char, byte> Bytes = Enumerable.Range(0x80, 32).ToFrozenDictionary(b => CharOf((byte)b), b => (byte)b);

    public static char CharOf(byte value) => value is >= 0x80 and < 0xA0 ? High[value - 0x80] : (char)value;

    /// <summary>The byte that reads as this character, or -1; a character below 256 is also its own byte, as in Latin-1.</summary>
    public static int ByteOf(char value) => value < 0x100 ? value : Bytes.TryGetValue(value, out var found) ? found : -1;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var characters = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            characters[i] = CharOf(bytes[i]);
        }

        return new string(characters);
    }
}
