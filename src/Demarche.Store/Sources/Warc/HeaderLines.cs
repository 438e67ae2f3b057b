namespace Demarche.Store.Sources.Warc;

/// <summary>Header fields as WARC and HTTP write them: "Name: value", names in any case.</summary>
internal sealed class HeaderLines
{
    private const int MostFields = 1_000;   // no sender writes a hundred

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of a field, or null.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    /// <summary>Reads fields up to a blank line; a line without a colon is left out.</summary>
    public static HeaderLines Read(Func<string?> nextLine)
    {
        var header = new HeaderLines();
        for (var count = 0; count < MostFields && nextLine() is { Length: > 0 } line; count++)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                header._fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        return header;
    }

    /// <summary>The first part of a value such as "text/html; charset=utf-8", in small letters.</summary>
    public string? Media(string name) => this[name]?.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The charset of a value such as "text/html; charset=utf-8", or null.</summary>
    public string? Charset(string name)
    {
        var value = this[name] ?? "";
        var at = value.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : value[(at + 8)..].Split(';')[0].Trim(' ', '"', '\'');
    }
}
