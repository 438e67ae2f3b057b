namespace Demarche.Store.Sources.Lines;

/// <summary>Which column of a table holds what: the user's names, else the usual ones. Immutable.</summary>
internal sealed class ColumnChoice(ColumnNames names)
{
    private static readonly string[] Text = ["text", "body", "content", "article", "article_text", "full_text", "maintext"];
    private static readonly string[] Title = ["title", "headline"];
    private static readonly string[] Published = ["published", "date", "publication_date", "date_publish", "published_at", "pubdate"];
    private static readonly string[] Outlet = ["outlet", "source", "publication", "publisher", "source_domain"];
    private static readonly string[] Link = ["url", "link"];

    /// <summary>What to call the text where it is missing.</summary>
    public string TextName => names.Text ?? Text[0];

    /// <summary>The names that a user gave.</summary>
    public IEnumerable<string> Given => new[] { names.Text, names.Title, names.Published, names.Outlet, names.Link }.OfType<string>();

    /// <summary>The report of a row, or why there is none.</summary>
    /// <param name="where">File and line.</param>
    /// <param name="value">The value of a column, or null where the row has none.</param>
    public Outcome<SourceText> Read(string where, Func<string, string?> value)
    {
        if (First(names.Text, Text, value) is not { } text)
        {
            return SourceDiagnostics.NoField(where, TextName);
        }

        var published = First(names.Published, Published, value);
        var day = PrintedDates.Parse(published);

        // A column that the user calls a date must be one; a column that is merely called "date" may be anything.
        if (day is null && names.Published is not null && !string.IsNullOrWhiteSpace(published))
        {
            return SourceDiagnostics.NoDate(where, published);
        }

        return new SourceText(text)
        {
            Title = First(names.Title, Title, value),
            Published = day,
            Outlet = First(names.Outlet, Outlet, value),
            Link = First(names.Link, Link, value),
        };
    }

    private static string? First(string? given, string[] usual, Func<string, string?> value)
    {
        if (given is not null)
        {
            return value(given);
        }

        foreach (var name in usual)
        {
            if (value(name) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
