namespace Demarche.Store;

/// <summary>The record, kept: reports with their events, corrections and clusters, in a DuckDB file or in PostgreSQL. Thread-safe.</summary>
/// <remarks>
/// Every method that writes is one transaction: after it all of it is kept, or none. What fails outside of the caller's hands (a full disk, a lost
/// connection) is a <see cref="StoreException"/>, which carries the message for the user. Streams read a snapshot and may be left early.
/// </remarks>
public interface IEventStore : IReportArchive, IEventArchive, ICorrectionArchive, IClusterArchive, IMergeArchive, IChartArchive, IAsyncDisposable
{
    /// <summary>Where it is, for messages: path or URL, never with a password.</summary>
    string Address { get; }

    /// <summary>Version of its tables.</summary>
    int SchemaVersion { get; }

    /// <summary>Runs one question in SQL that reads only.</summary>
    /// <returns>Its rows, or what is wrong with it; dispose of it.</returns>
    Task<Outcome<SqlAnswer>> AskAsync(string sql, CancellationToken cancellation = default);
}

/// <summary>Reports, their codings, and those that failed.</summary>
public interface IReportArchive
{
    /// <summary>Every report that is kept, by its content hash, with the coder and codebook that it was last coded by.</summary>
    IAsyncEnumerable<KnownReport> KnownAsync(CancellationToken cancellation = default);

    /// <summary>Which of these content hashes are of reports that are kept.</summary>
    Task<IReadOnlySet<string>> KnownAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellation = default);

    /// <summary>Keeps coded reports in one transaction. A report that is kept already is coded anew: its older coding becomes a past one.</summary>
    /// <remarks>Corrections of its events are applied again. A failure under the report's name is forgotten. In one call each report comes once.</remarks>
    Task AddAsync(IReadOnlyCollection<ReportCoding> codings, CancellationToken cancellation = default);

    /// <summary>The report of a content hash, of a prefix of it that fits one report only, or of a name; null where there is none.</summary>
    Task<StoredReport?> ReportAsync(string hashOrName, CancellationToken cancellation = default);

    /// <summary>Every report in the order in which they came.</summary>
    IAsyncEnumerable<StoredReport> ReportsAsync(CancellationToken cancellation = default);

    /// <summary>A page of reports in short, the latest to come first.</summary>
    Task<ReportPage> ReportPageAsync(ReportQuery query, CancellationToken cancellation = default);

    /// <summary>The codings of a report, the present one first.</summary>
    IAsyncEnumerable<StoredCoding> CodingsAsync(string hash, CancellationToken cancellation = default);

    /// <summary>Notes inputs that failed, each by the place that its message names; doing so again counts a try.</summary>
    Task FailAsync(IReadOnlyCollection<Diagnostic> failures, NodaTime.Instant when, CancellationToken cancellation = default);

    /// <summary>Forgets failures of inputs that were read since.</summary>
    Task ForgetFailuresAsync(IReadOnlyCollection<string> inputs, CancellationToken cancellation = default);

    /// <summary>The inputs that failed and have not been read since.</summary>
    IAsyncEnumerable<ReportFailure> FailuresAsync(CancellationToken cancellation = default);

    /// <summary>How much is kept.</summary>
    Task<StoreCounts> CountsAsync(CancellationToken cancellation = default);
}

/// <summary>Events, asked by who, what and when.</summary>
public interface IEventArchive
{
    /// <summary>The events that a question asks for, in its order; its limit holds, its cursor too.</summary>
    IAsyncEnumerable<StoredEvent> EventsAsync(EventQuery query, CancellationToken cancellation = default);

    /// <summary>The same as the JSON lines that are kept, which nothing reads on the way: an event a line, without the line feed.</summary>
    IAsyncEnumerable<string> LinesAsync(EventQuery query, CancellationToken cancellation = default);

    /// <summary>One page of them, with the cursor of the next.</summary>
    Task<EventPage> PageAsync(EventQuery query, CancellationToken cancellation = default);

    /// <summary>How many events a question asks for, whatever its limit and cursor.</summary>
    Task<long> CountAsync(EventQuery query, CancellationToken cancellation = default);

    /// <summary>The events that a question asks for, counted by a field of theirs; its limit holds for the values that are given, its order and cursor do not.</summary>
    /// <returns>By day, week, month, year or confidence in that order; by all else the most frequent first.</returns>
    IAsyncEnumerable<EventTally> TallyAsync(EventQuery query, EventField field, CancellationToken cancellation = default);

    /// <summary>The event of a key, also with the report's hash cut short ("3f9a1c2b@123:CONSULT"); null where none or several fit.</summary>
    Task<StoredEvent?> EventAsync(string key, CancellationToken cancellation = default);

    /// <summary>What became of an event: as it was coded, what was said of it, and what older codings had in its place; null where there is none of that key.</summary>
    Task<EventHistory?> HistoryAsync(string key, CancellationToken cancellation = default);

    /// <summary>Who takes part, with how many events, the most frequent first.</summary>
    IAsyncEnumerable<ActorCount> ActorsAsync(ActorQuery query, CancellationToken cancellation = default);

    /// <summary>Reports that hold the words, in any form of theirs, the best first (BM25).</summary>
    IAsyncEnumerable<ReportHit> SearchAsync(string words, int limit, CancellationToken cancellation = default);
}

/// <summary>What people have said of events.</summary>
public interface ICorrectionArchive
{
    /// <summary>Keeps a correction and applies it to its event.</summary>
    /// <param name="correction">What is said.</param>
    /// <param name="seen">The <see cref="StoredEvent.Revision"/> that whoever says it had before their eyes, or null to correct the event whatever it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>
    /// The event as it now is, or why nothing was kept: there is none of that key, the changes make no event (DEM614), or it is not what was seen any more (DEM616).
    /// </returns>
    Task<Outcome<StoredEvent>> CorrectAsync(Correction correction, string? seen = null, CancellationToken cancellation = default);

    /// <summary>Keys of events that were corrected and that no report's present coding has; their corrections wait for them.</summary>
    IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation = default);

    /// <summary>Every correction in the order in which they came; of several on one event the last verdict holds, and edits add up.</summary>
    IAsyncEnumerable<Correction> CorrectionsAsync(CancellationToken cancellation = default);
}

/// <summary>Which events are one and the same.</summary>
public interface IClusterArchive
{
    /// <summary>Replaces all clusters in one transaction. Separations stay.</summary>
    Task ReplaceClustersAsync(IReadOnlyCollection<ClusterMember> members, CancellationToken cancellation = default);

    /// <summary>Every member of every cluster, cluster by cluster.</summary>
    IAsyncEnumerable<ClusterMember> ClustersAsync(CancellationToken cancellation = default);

    /// <summary>Takes an event out of its cluster, and keeps that it does not belong there.</summary>
    Task SeparateAsync(Separation separation, CancellationToken cancellation = default);

    /// <summary>Every separation that was made.</summary>
    IAsyncEnumerable<Separation> SeparationsAsync(CancellationToken cancellation = default);

    /// <summary>Keeps that events are one and the same, in one transaction; the clusters follow when they are next found.</summary>
    Task JoinAsync(IReadOnlyCollection<Joining> joinings, CancellationToken cancellation = default);

    /// <summary>Every joining that was made.</summary>
    IAsyncEnumerable<Joining> JoiningsAsync(CancellationToken cancellation = default);
}
