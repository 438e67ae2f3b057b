namespace Demarche.Store;

/// <summary>Messages of the store, numbered 6xx; the engine's own are in <see cref="Diagnostics"/>.</summary>
internal static class StoreDiagnostics
{
    public static Diagnostic NoStore(string where) => new("DEM601", where, "there is no store", "Make one with 'demarche ingest', or name another with --store.");

    public static Diagnostic InUse(string where, string by) =>
        new("DEM602", where, $"another process has the store open{by}", "Wait until it is done, or use PostgreSQL, which takes several at once.");

    public static Diagnostic Newer(string where, int version, int known) =>
        new("DEM603", where, $"the store has version {version}, newer than the {known} that this Demarche knows", "Use the Demarche that made it, or a newer one.");

    public static Diagnostic NotOurs(string where, string what) => new("DEM604", where, $"it is no store of Demarche: {what}", "Name another with --store.");

    public static Diagnostic NoRights(string where, string why) => new("DEM605", where, $"the store cannot be opened: {why}", "Check the folder and its rights.");

    public static Diagnostic DiskFull(string where) =>
        new("DEM606", where, "there is no room left on the disk; what was kept before is whole", "Make room and run the same command again.");

    public static Diagnostic NoServer(string where, string why) => new("DEM607", where, $"the PostgreSQL server cannot be used: {why}", "Check the address, the user and the server.");

    public static Diagnostic BadAddress(string where, string what) =>
        new("DEM608", where, what, "Give the path of a .duckdb file or postgres://user@host/database.");

    public static Diagnostic Lost(string where, string why) =>
        new("DEM609", where, $"the store failed: {why}; what was kept before is whole", "Mend that and run the same command again.");

    public static Diagnostic BadSql(string where, string why) => new("DEM610", where, $"the question cannot be answered: {why}", "See 'demarche sql --help' for the tables.");

    public static Diagnostic BadCursor(string cursor) => new("DEM611", cursor, "the cursor is none of this question", "Start again without it.");

    public static Diagnostic NoEvent(string key) => new("DEM613", key, "there is no such event, or several begin so", "See 'demarche review --queue' for the ids.");

    public static Diagnostic BadChanges(string key, string what) => new("DEM614", key, $"the changes make no event: {what}", "Give fields of a record, as 'demarche code --format jsonl' writes them.");

    public static Diagnostic ChangedSince(string key) =>
        new("DEM616", key, "the event has changed since it was looked at, by somebody's correction or by a new coding", "Look at it again, then say it again.");

    public static Diagnostic CannotCode(string report, string why) =>
        new("DEM615", report, $"the report could not be coded: {why}", "Please report this with the text; the other reports are not touched.");

    public static Diagnostic Old(string where, int version, int known) =>
        new("DEM612", where, $"the store has version {version}, older than {known}", "Run 'demarche ingest' on it once, which brings it up to date.");

    public static Diagnostic BadEdit(string edit, string what, string remedy) => new("DEM510", edit, what, remedy);
}
