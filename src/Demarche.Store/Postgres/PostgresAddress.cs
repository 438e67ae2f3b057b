using Npgsql;

namespace Demarche.Store.Postgres;

/// <summary>A URL of PostgreSQL, read.</summary>
/// <param name="Shown">The URL without password, for messages.</param>
/// <param name="Connection">What Npgsql wants.</param>
/// <param name="Schema">The schema that it names, or null for the user's own.</param>
internal sealed record PostgresAddress(string Shown, string Connection, string? Schema)
{
    /// <summary>Reads "postgres://user:password@host:port/database?schema=name&amp;sslmode=require".</summary>
    public static Outcome<PostgresAddress> Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
        {
            return StoreDiagnostics.BadAddress(Hidden(url), "it is no address of a store");
        }

        var user = uri.UserInfo.Split(':', 2);
        var shown = $"{uri.Scheme}://{(user[0].Length > 0 ? user[0] + "@" : "")}{uri.Host}{(uri.Port > 0 ? $":{uri.Port}" : "")}{uri.AbsolutePath}";
        try
        {
            var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')) };
            if (uri.Port > 0)
            {
                builder.Port = uri.Port;
            }

            if (user[0].Length > 0)
            {
                builder.Username = Uri.UnescapeDataString(user[0]);
                builder.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null;
            }

            string? schema = null;
            foreach (var (name, value) in Options(uri.Query))
            {
                if (name == "schema")
                {
                    schema = value;
                    builder.SearchPath = value;
                }
                else
                {
                    builder[name] = value;
                }
            }

            return new PostgresAddress(schema is null ? shown : $"{shown}?schema={schema}", builder.ConnectionString, schema);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            return StoreDiagnostics.BadAddress(shown, fault.Message.Split('\n')[0].TrimEnd('.'));
        }
    }

    private static IEnumerable<(string Name, string Value)> Options(string query) =>
        query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2))
            .Select(p => (Uri.UnescapeDataString(p[0]), p.Length > 1 ? Uri.UnescapeDataString(p[1]) : ""));

    // An address that cannot be read may still hold a password.
    private static string Hidden(string url) => url.LastIndexOf('@') is var at and >= 0 ? "…" + url[at..] : url;
}
