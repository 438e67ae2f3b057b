namespace Demarche.Cli;

/// <summary>Messages of the command line; the engine's own are in <see cref="Diagnostics"/>.</summary>
internal static class CliDiagnostics
{
    public static Diagnostic Broke(string command, Exception fault) =>
        new("DEM599", command, $"the command met a fault of its own: {fault.GetType().Name}: {fault.Message.Split('\n')[0].TrimEnd('.')}", "Please report it with what was given to it; what was written or kept before stays.");

    public static Diagnostic NoRule(string id) => new("DEM509", id, "there is no rule of this id", "See demarche codebook list.");

    public static Diagnostic BadCodebookName(string name) =>
        new("DEM511", name, "cannot name a codebook", "Use small letters, digits and hyphens, first a letter, such as port-calls.");

    public static Diagnostic CodebookExists(string folder) => new("DEM512", folder, "exists already; nothing was written", "Choose another name or --output folder.");

    public static Diagnostic NoEvent(string id) => new("DEM520", id, "no event of this key is kept, or several begin so", "Take the key from demarche timeline --format jsonl.");

    public static Diagnostic NotMerged(string id) => new("DEM516", id, "the event is merged with no other", "There is nothing to undo; see demarche merge --explain.");

    public static Diagnostic JoinedAlready(string id, string with) => new("DEM518", id, $"the event is one act with {with} already", "There is nothing to join; see demarche merge --explain.");

    public static Diagnostic WaitingCorrections(string store, IReadOnlyList<string> keys) => new(
        "DEM519", store, $"{keys.Count} corrected {(keys.Count == 1 ? "event is" : "events are")} not coded any more, such as {keys[0]}; what was said is kept",
        "See demarche review list.");

    public static Diagnostic NoEpisode(string id) => new("DEM517", id, "there is no such episode", "See demarche episodes.");

    public static Diagnostic CannotWrite(string path, string why) => new("DEM508", path, $"cannot be written: {why.TrimEnd('.')}", "Check its folder, its rights and the room on the disk.");

    public static Diagnostic BadGold(string where, string what) => new("DEM513", where, $"the line is no gold: {what}", "Give lines as 'demarche review export' writes them.");
}
