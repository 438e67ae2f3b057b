namespace Demarche.Cli;

/// <summary>Messages of the command line; the engine's own are in <see cref="Diagnostics"/>.</summary>
internal static class CliDiagnostics
{
    public static Diagnostic NoFile(string path) => new("DEM501", path, "no such file or folder", "Check the path.");

    public static Diagnostic Unreadable(string path, string why) => new("DEM502", path, $"cannot be read: {why.TrimEnd('.')}", "Check its rights and name.");

    public static Diagnostic TooLong(string path, long length) =>
        new("DEM503", path, $"is {length >> 20} MB long, more than 50 MB", "Give one report a file, or split it.");

    public static Diagnostic NoReports(string folder) => new("DEM504", folder, "holds no report", "Give a folder with .txt or .jsonl files in it.");

    public static Diagnostic BadJson(string where, string what) => new("DEM505", where, what, "Write one JSON object a line.");

    public static Diagnostic NoField(string where, string field) => new("DEM506", where, $"the line has no '{field}'", $"Add \"{field}\": \"…\".");

    public static Diagnostic BadRow(string where, string what) => new("DEM507", where, what, "Mend the row.");

    public static Diagnostic NoRule(string id) => new("DEM509", id, "there is no rule of this id", "See demarche codebook list.");

    public static Diagnostic CannotWrite(string path, string why) => new("DEM508", path, $"cannot be written: {why.TrimEnd('.')}", "Check its folder and rights.");

    public static Diagnostic BadEdit(string edit, string what, string remedy) => new("DEM510", edit, what, remedy);

    public static Diagnostic BadGold(string where, string what) => new("DEM511", where, $"the line is no gold: {what}", "Give lines as 'demarche review export' writes them.");
}
