namespace Demarche.Store.Sources;

/// <summary>How files are read. Immutable.</summary>
public sealed record ReadingOptions
{
    /// <summary>What every file is taken for; null goes by its name and first bytes.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>The columns of JSONL, CSV and TSV files.</summary>
    public ColumnNames Columns { get; init; } = new();

    internal ReadingLimits Limits { get; init; } = new();
}

/// <summary>The columns (fields) of a table of reports; a null one is found by its usual names: text, title, published, outlet, url and the like.</summary>
/// <param name="Text">The report itself.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Published">Its day of publication, an ISO date.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Link">Its address.</param>
public sealed record ColumnNames(string? Text = null, string? Title = null, string? Published = null, string? Outlet = null, string? Link = null);

/// <summary>What no honest file exceeds; tests set them low.</summary>
internal sealed record ReadingLimits
{
    /// <summary>Bytes of one report of plain text.</summary>
    public int ReportBytes { get; init; } = 50 << 20;

    /// <summary>Bytes of one page or record: pages of news have under 3 MB.</summary>
    public int PageBytes { get; init; } = 16 << 20;

    /// <summary>Characters of a line, or of a row of a table.</summary>
    public int LineCharacters { get; init; } = 16 << 20;

    /// <summary>Lines that one quoted row may go over.</summary>
    public int RowLines { get; init; } = 20_000;

    /// <summary>Elements in one another, as the tags stand: a hundred on pages of news.</summary>
    public int PageDepth { get; init; } = 2_000;

    /// <summary>Bytes that one archive may unpack to: ten times the largest crawl file in use.</summary>
    public long UnpackedBytes { get; init; } = 64L << 30;

    /// <summary>Unpacked bytes to each packed one: prose packs 3:1, markup 10:1, and a bomb 1000:1.</summary>
    public int UnpackedRatio { get; init; } = 200;

    /// <summary>Unpacked bytes under which the ratio is not looked at.</summary>
    public long UnpackedFree { get; init; } = 8 << 20;
}
