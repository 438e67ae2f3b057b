namespace Demarche.Web;

/// <summary>Messages of the web: 7xx.</summary>
internal static class WebDiagnostics
{
    public static Diagnostic NeedsToken(string url) =>
        new("DEM701", url, "others can reach this address, and there is no access token", "Give --token (or $DEMARCHE_TOKEN), or an address of this machine such as http://127.0.0.1:5080.");

    public static Diagnostic BadUrl(string url, string why) =>
        new("DEM702", url, $"cannot be served: {why}", "Give an address such as http://127.0.0.1:5080; several stand between semicolons.");

    public static Diagnostic InUse(string url) => new("DEM703", url, "another program listens there already", "Give another port with --urls, or port 0 for a free one.");

    public static Diagnostic ShortToken(int least) => new("DEM704", "--token", $"the access token has fewer than {least} characters", "Give a longer one, such as 'openssl rand -hex 16' prints.");

    public static Diagnostic LargePaste(long bytes, long most) =>
        new("DEM705", "the text", $"it has {bytes / 1e6:0.#} MB, more than the {most / 1e6:0.#} MB that a page takes", "Use 'demarche ingest' for large files, or paste one report only.");

    public static Diagnostic ReadOnly() => new("DEM706", "this site", "it is read-only", "Ask who runs it to start it without --read-only.");

    public static Diagnostic NoWho() => new("DEM707", "your name", "it is missing", "Say who you are above the queue; each correction keeps who made it.");

    public static Diagnostic Overtaken(string key) =>
        new("DEM708", key, "somebody else has said something of this event since you opened it", "Look at it as it is now, shown here, and decide again.");

    public static Diagnostic NothingChanged() => new("DEM710", "the form", "nothing in it is changed", "Change a field, or accept the event as it is.");

    public static Diagnostic NoEvent(string key) => new("DEM712", key, "there is no such event, or several begin so", "See /api/events for the keys.");

    public static Diagnostic NoReport(string hash) => new("DEM713", hash, "there is no such report, or several begin so", "See /api/reports for the hashes.");

    public static Diagnostic BadField(string field, string value, string remedy) => new("DEM709", field, $"'{value}' cannot stand there", remedy);
}
