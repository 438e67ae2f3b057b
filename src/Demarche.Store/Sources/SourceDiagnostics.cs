namespace Demarche.Store.Sources;

/// <summary>Messages about files that are read; numbers go on from those of the command line.</summary>
internal static class SourceDiagnostics
{
    public static Diagnostic NoFile(string path) => new("DEM501", path, "no such file or folder", "Check the path.");

    public static Diagnostic Unreadable(string path, string why) => new("DEM502", path, $"cannot be read: {why.TrimEnd('.')}", "Check its rights and name.");

    public static Diagnostic TooLong(string path, long most) =>
        new("DEM503", path, $"is longer than the {Size(most)} that one report may have", "Give one report a file, or split it.");

    public static Diagnostic NoReports(string path) =>
        new("DEM504", path, "holds no report", "Give a file or folder with text, HTML, JSONL, CSV, feeds, WARC or TimeML in it.");

    public static Diagnostic BadJson(string where, string what) => new("DEM505", where, what, "Write one JSON object a line.");

    public static Diagnostic NoField(string where, string field) => new("DEM506", where, $"the line has no '{field}'", $"Add \"{field}\": \"…\", or name the column with --text-column.");

    public static Diagnostic BadRow(string where, string what) => new("DEM507", where, what, "Mend the row.");

    public static Diagnostic NoColumn(string where, string column, IEnumerable<string> columns) =>
        new("DEM521", where, $"there is no column '{column}' among {string.Join(", ", columns.Select(c => $"'{c}'"))}", "Name the columns with --text-column and the like.");

    public static Diagnostic LongLine(string where, int most) => new("DEM522", where, $"the line has more than {most:N0} characters", "Give a report a line.");

    public static Diagnostic NoDate(string where, string value) => new("DEM523", where, $"'{value}' is no date", "Write it as 2020-07-04.");

    public static Diagnostic NoArticle(string where) => new("DEM524", where, "the page holds no text", "Leave it out, or save the page after its scripts have run.");

    public static Diagnostic DeepPage(string where, int most) =>
        new("DEM525", where, $"the page nests more than {most:N0} elements in one another", "Save it anew from a browser, or give its text.");

    public static Diagnostic BadXml(string where, string why) => new("DEM526", where, $"is no XML that can be read: {why.TrimEnd('.')}", "Fetch the file anew.");

    public static Diagnostic NoFeed(string where, string root) =>
        new("DEM527", where, $"is XML of a kind that is not read (<{root}>)", "Give RSS, Atom or TimeML.");

    public static Diagnostic BadWarc(string where, string what) => new("DEM528", where, what, "Fetch the archive anew; the records that could be read were.");

    public static Diagnostic BrokenArchive(string where, string why) => new("DEM529", where, $"the archive is broken or cut off: {why.TrimEnd('.')}", "Fetch it anew.");

    public static Diagnostic Bomb(string where, long unpacked, string limit) =>
        new("DEM530", where, $"unpacks to over {Size(unpacked)}, {limit}", "Unpack it yourself if you trust it, and give the files.");

    public static Diagnostic LeavesArchive(string archive, string entry) =>
        new("DEM531", archive, $"the entry '{entry}' has a path that leaves the archive", "Do not trust this archive; pack it anew.");

    public static Diagnostic NestedArchive(string where) => new("DEM532", where, "is an archive inside an archive", "Unpack the outer one.");

    public static Diagnostic NeedsFile(string format) => new("DEM533", "-", $"{format} cannot be read from standard input", "Give its path.");

    public static Diagnostic BinaryPage(string where) => new("DEM534", where, "is no page: it holds signs that no text has", "Check what was saved under this name.");

    private static string Size(long bytes) => bytes >= 10 << 20 ? $"{bytes >> 20:N0} MB" : $"{bytes:N0} bytes";
}
