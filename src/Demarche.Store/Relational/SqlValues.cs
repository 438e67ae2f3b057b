using System.Buffers;
using NodaTime;

namespace Demarche.Store.Relational;

/// <summary>Values as both databases take and give them: days as <see cref="DateOnly"/>, times as UTC without a zone.</summary>
internal static class SqlValues
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public static object? Of(object? value) => value switch
    {
        LocalDate day => day.ToDateOnly(),
        Instant instant => instant.ToDateTimeUtc() is var utc ? DateTime.SpecifyKind(utc, DateTimeKind.Unspecified) : null,
        string text => Clean(text),
        _ => value,
    };

    public static LocalDate? Day(object value) => value switch
    {
        DateOnly day => LocalDate.FromDateOnly(day),
        DateTime time => LocalDate.FromDateTime(time),
        _ => null,
    };

    public static Instant Instant(DateTime utc) => NodaTime.Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    // No database keeps a zero character or half a character; a sign of the same length leaves every offset where it was.
    public static string Clean(string text)
    {
        var at = FirstUnkeepable(text, 0);
        if (at < 0)
        {
            return text;
        }

        var clean = text.ToCharArray();
        for (; at >= 0; at = FirstUnkeepable(text, at + 1))
        {
            clean[at] = '\uFFFD';
        }

        return new string(clean);
    }

    private static int FirstUnkeepable(string text, int from)
    {
        while (from < text.Length)
        {
            var at = text.AsSpan(from).IndexOfAny(Suspects);
            if (at < 0)
            {
                return -1;
            }

            from += at;
            if (text[from] == '\0' || !IsWhole(text, from))
            {
                return from;
            }

            from++;
        }

        return -1;
    }

    private static bool IsWhole(string text, int at) =>
        char.IsHighSurrogate(text[at])
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]);
}

/// <summary>JSON text on its way into a column of that type.</summary>
internal readonly record struct JsonText(string Text);
