using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace Demarche.Coding.Records;

/// <summary>Fields of JSON objects, read where they stand; null and what is absent are the same.</summary>
internal static class JsonFields
{
    /// <summary>Characters of the longest name of a field that anybody asks for; longer ones are unknown.</summary>
    public const int LongestName = 20;

    /// <summary>Reads one object; the reader stands on its first token, and then on its last.</summary>
    public delegate T Reading<out T>(ref Utf8JsonReader json);

    /// <summary>Goes to the value of the next field, and gives the length of its name; -1 at the end of the object.</summary>
    /// <param name="json">Stands at the start of the object, or at the end of a value.</param>
    /// <param name="name">Takes the name; one that is too long to be known is empty.</param>
    public static int NextField(this ref Utf8JsonReader json, scoped Span<char> name)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.PropertyName)
        {
            return -1;
        }

        var length = json.ValueSpan.Length <= name.Length ? json.CopyString(name) : 0;
        json.Read();
        return length;
    }

    /// <summary>A text, or null.</summary>
    public static string? Text(this ref Utf8JsonReader json, string name) => json.Is(JsonTokenType.String, name, "string") ? json.GetString() : null;

    /// <summary>A number, or null.</summary>
    public static double? Number(this ref Utf8JsonReader json, string name) =>
        !json.Is(JsonTokenType.Number, name, "number") ? null : json.TryGetDouble(out var number) ? number : throw new FormatException($"the field {name} is too large");

    /// <summary>A whole number, or null.</summary>
    public static int? Whole(this ref Utf8JsonReader json, string name) =>
        !json.Is(JsonTokenType.Number, name, "number") ? null : json.TryGetInt32(out var number) ? number : throw new FormatException($"the field {name} is no whole number");

    /// <summary>A day, or null.</summary>
    public static LocalDate? Day(this ref Utf8JsonReader json, string name)
    {
        return json.Text(name) is not { } text ? null : IsoDay.Read(text) ?? throw new FormatException($"the field {name} is no day (yyyy-mm-dd)");
    }

    /// <summary>An object as <paramref name="read"/> reads it, or null.</summary>
    public static T? Object<T>(this ref Utf8JsonReader json, string name, Reading<T> read)
        where T : class => json.Is(JsonTokenType.StartObject, name, "object") ? read(ref json) : null;

    /// <summary>The objects of an array; empty for null.</summary>
    public static ImmutableArray<T> Each<T>(this ref Utf8JsonReader json, string name, Reading<T> read)
    {
        if (!json.Is(JsonTokenType.StartArray, name, "array"))
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<T>(1);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            all.Add(json.TokenType == JsonTokenType.StartObject ? read(ref json) : throw new FormatException($"the field {name} holds something that is no object"));
        }

        return all.DrainToImmutable();
    }

    /// <summary>The texts of an array; empty for null.</summary>
    public static ImmutableArray<string> Strings(this ref Utf8JsonReader json, string name)
    {
        if (!json.Is(JsonTokenType.StartArray, name, "array"))
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<string>(1);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            all.Add(json.TokenType == JsonTokenType.String ? json.GetString()! : throw new FormatException($"the field {name} holds something that is no text"));
        }

        return all.DrainToImmutable();
    }

    private static bool Is(this ref Utf8JsonReader json, JsonTokenType kind, string name, string words) =>
        json.TokenType == kind || (json.TokenType == JsonTokenType.Null ? false : throw new FormatException($"the field {name} is no {words}"));
}
