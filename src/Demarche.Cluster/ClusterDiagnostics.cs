namespace Demarche.Cluster;

/// <summary>Messages of queue, workers and feeds: 8xx.</summary>
internal static class ClusterDiagnostics
{
    public static Diagnostic NoQueueServer(string where, string why) =>
        new("DEM801", where, $"the queue's server cannot be used: {why.TrimEnd('.')}", "Check --nats, and that the server runs with JetStream (nats-server -js).");

    public static Diagnostic BadQueueName(string name) =>
        new("DEM802", name, "cannot name a queue", "Use small letters, digits and hyphens, first a letter.");

    public static Diagnostic LargeForQueue(string report, long bytes, long most) =>
        new("DEM803", report, $"the report takes {bytes:N0} bytes, more than the {most:N0} that a message of this server may have", "Raise max_payload of the server, or give this report to 'demarche ingest'.");

    public static Diagnostic NotTaken(string report, string why) =>
        new("DEM804", report, $"the queue did not take the report: {why.TrimEnd('.')}", "Mend that and run the same command again; what is queued already is not queued twice.");

    public static Diagnostic BadMessage(string where, string why) =>
        new("DEM805", where, $"the message is no report: {why.TrimEnd('.')}", "Publish with 'demarche submit', or as docs/scale.md shows.");

    public static Diagnostic WorkersLost(string where, int tries) =>
        new("DEM806", where, $"each of {tries} workers that began to code the report ended before it was done", "Code it alone with 'demarche code'; please report this with the text.");

    public static Diagnostic NoQueue(string where, string name) =>
        new("DEM807", where, $"there is no queue '{name}'", "Make it with 'demarche submit' or 'demarche worker', or name another with --queue.");

    // What a fault says may hold words of a report; its kind does not.
    public static Diagnostic WorkerBroke(string where, Exception fault) =>
        new("DEM808", where, $"the worker met a fault that it does not know ({fault.GetType().FullName} in {fault.TargetSite?.DeclaringType?.FullName ?? "?"}) and gave its reports back", "Start it again; please report this where it comes again.");

    public static Diagnostic BadFeeds(string where, string what) =>
        new("DEM811", where, what, "Write feeds as docs/scale.md shows: feeds: [{url: https://…, every: 30m}].");

    public static Diagnostic FeedAway(string feed, string why) => new("DEM812", feed, $"the feed cannot be fetched: {why.TrimEnd('.')}", "It is asked again later, ever less often.");

    public static Diagnostic FeedForbidden(string feed) => new("DEM813", feed, "the site's robots.txt keeps this program out of it", "Ask the publisher, or leave the feed out.");

    public static Diagnostic FeedGone(string feed) => new("DEM814", feed, "the feed is gone for good (410)", "Leave it out.");

    public static Diagnostic BadWatchState(string where, string why) => new("DEM815", where, $"what was fetched before cannot be read: {why.TrimEnd('.')}", "Mend the file, or remove it: feeds are then fetched anew.");

    public static Diagnostic BadCollector(string where) => new("DEM821", where, "it is no address of a collector", "Give one such as http://127.0.0.1:4318, which takes OTLP over HTTP.");
}
