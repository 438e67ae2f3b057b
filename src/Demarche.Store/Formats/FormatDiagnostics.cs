namespace Demarche.Store.Formats;

/// <summary>Messages about exchange formats.</summary>
internal static class FormatDiagnostics
{
    public static Diagnostic BadRow(string where, string what) => new("DEM541", where, $"the row is no event: {what}", "Leave it out, or mend it.");

    public static Diagnostic WrongColumns(string where, int found, string format, int wanted) =>
        new("DEM542", where, $"the row has {found} columns and {format} has {wanted}", "Check --format, and that the file is separated by tabs.");

    public static Diagnostic MissingColumn(string where, string column, string format) =>
        new("DEM543", where, $"there is no column '{column}', which {format} has", "Check --format, and that the first row names the columns.");

    public static Diagnostic Unwritable(string where, string why) => new("DEM544", where, $"cannot be written: {why.TrimEnd('.')}", "Check its folder, its rights and the room on the disk.");

    public static Diagnostic UnknownFormat(string where, string name) =>
        new("DEM545", where, $"its name does not tell its format ('{name}')", $"Name it with --format: {string.Join(", ", EventFormats.Readable)}.");
}
