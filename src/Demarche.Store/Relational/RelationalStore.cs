using NodaTime;

namespace Demarche.Store.Relational;

/// <summary>A store over a database: each group of questions is answered by the class of its tables.</summary>
internal sealed class RelationalStore : IEventStore
{
    private readonly Database _database;
    private readonly ReportTable _reports;
    private readonly CodingWriter _writer;
    private readonly EventTable _events;
    private readonly ActorTable _actors;
    private readonly WordSearch _search;
    private readonly CorrectionTable _corrections;
    private readonly ClusterTable _clusters;
    private readonly CopyTable _copies;
    private readonly ChartCounts _charts;
    private readonly EventTallies _tallies;
    private readonly PastEvents _past;
    private readonly ReportPages _pages;

    private RelationalStore(Database database)
    {
        _database = database;
        _reports = new ReportTable(database);
        _writer = new CodingWriter(database, new WordForms());
        _events = new EventTable(database);
        _actors = new ActorTable(database);
        _search = new WordSearch(database);
        _corrections = new CorrectionTable(database, _events);
        _clusters = new ClusterTable(database);
        _copies = new CopyTable(database);
        _charts = new ChartCounts(database);
        _tallies = new EventTallies(database);
        _past = new PastEvents(database);
        _pages = new ReportPages(database);
    }

    public string Address => _database.Address;

    public int SchemaVersion => Migration.Latest;

    /// <summary>A store over a database whose tables are as this Demarche has them.</summary>
    public static async Task<Outcome<IEventStore>> OpenAsync(Database database, StoreAccess access, CancellationToken cancellation)
    {
        Diagnostic? failure;
        try
        {
            failure = await new SchemaKeeper(database).PrepareAsync(access, cancellation);
        }
        catch (StoreException fault)
        {
            failure = fault.Diagnostic;
        }

        if (failure is null)
        {
            return new RelationalStore(database);
        }

        await database.DisposeAsync();
        return failure;
    }

    public async Task<Outcome<SqlAnswer>> AskAsync(string sql, CancellationToken cancellation = default)
    {
        var connection = await _database.Guard(() => _database.ConnectAsync(cancellation));
        try
        {
            var reader = await _database.AskAsync(connection, sql, cancellation);
            return new SqlAnswer(reader, connection.DisposeAsync);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException or NotSupportedException)
        {
            await connection.DisposeAsync();
            return StoreDiagnostics.BadSql(Address, fault.Message.Split('\n')[0].TrimEnd('.', '!'));
        }
    }

    public IAsyncEnumerable<KnownReport> KnownAsync(CancellationToken cancellation = default) => _reports.KnownAsync(cancellation);

    public Task<IReadOnlySet<string>> KnownAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellation = default) => _reports.KnownAsync(hashes, cancellation);

    public Task AddAsync(IReadOnlyCollection<ReportCoding> codings, CancellationToken cancellation = default) => _writer.AddAsync(codings, cancellation);

    public Task<StoredReport?> ReportAsync(string hashOrName, CancellationToken cancellation = default) => _reports.FindAsync(hashOrName, cancellation);

    public IAsyncEnumerable<StoredReport> ReportsAsync(CancellationToken cancellation = default) => _reports.AllAsync(cancellation);

    public Task<ReportPage> ReportPageAsync(ReportQuery query, CancellationToken cancellation = default) => _pages.PageAsync(query, cancellation);

    public IAsyncEnumerable<StoredCoding> CodingsAsync(string hash, CancellationToken cancellation = default) => _reports.CodingsAsync(hash, cancellation);

    public Task FailAsync(IReadOnlyCollection<Diagnostic> failures, Instant when, CancellationToken cancellation = default) => _reports.FailAsync(failures, when, cancellation);

    public Task ForgetFailuresAsync(IReadOnlyCollection<string> inputs, CancellationToken cancellation = default) => _reports.ForgetFailuresAsync(inputs, cancellation);

    public IAsyncEnumerable<ReportFailure> FailuresAsync(CancellationToken cancellation = default) => _reports.FailuresAsync(cancellation);

    public Task<StoreCounts> CountsAsync(CancellationToken cancellation = default) => _reports.CountsAsync(cancellation);

    public IAsyncEnumerable<StoredEvent> EventsAsync(EventQuery query, CancellationToken cancellation = default) => _events.AllAsync(query, cancellation);

    public IAsyncEnumerable<string> LinesAsync(EventQuery query, CancellationToken cancellation = default) => _events.LinesAsync(query, cancellation);

    public Task<EventPage> PageAsync(EventQuery query, CancellationToken cancellation = default) => _events.PageAsync(query, cancellation);

    public Task<long> CountAsync(EventQuery query, CancellationToken cancellation = default) => _events.CountAsync(query, cancellation);

    public Task<StoredEvent?> EventAsync(string key, CancellationToken cancellation = default) => _events.FindAsync(key, cancellation);

    public IAsyncEnumerable<EventTally> TallyAsync(EventQuery query, EventField field, CancellationToken cancellation = default) => _tallies.AllAsync(query, field, cancellation);

    public Task<EventHistory?> HistoryAsync(string key, CancellationToken cancellation = default) => _past.OfAsync(key, cancellation);

    public IAsyncEnumerable<ActorCount> ActorsAsync(ActorQuery query, CancellationToken cancellation = default) => _actors.AllAsync(query, cancellation);

    public IAsyncEnumerable<ReportHit> SearchAsync(string words, int limit, CancellationToken cancellation = default) => _search.FindAsync(words, limit, cancellation);

    public Task<Outcome<StoredEvent>> CorrectAsync(Correction correction, string? seen = null, CancellationToken cancellation = default) =>
        _corrections.AddAsync(correction, seen, cancellation);

    public IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation = default) => _corrections.WaitingAsync(cancellation);

    public IAsyncEnumerable<Correction> CorrectionsAsync(CancellationToken cancellation = default) => _corrections.AllAsync(cancellation);

    public Task ReplaceClustersAsync(IReadOnlyCollection<ClusterMember> members, CancellationToken cancellation = default) => _clusters.ReplaceAsync(members, cancellation);

    public IAsyncEnumerable<ClusterMember> ClustersAsync(CancellationToken cancellation = default) => _clusters.AllAsync(cancellation);

    public Task SeparateAsync(Separation separation, CancellationToken cancellation = default) => _clusters.SeparateAsync(separation, cancellation);

    public IAsyncEnumerable<Separation> SeparationsAsync(CancellationToken cancellation = default) => _clusters.SeparationsAsync(cancellation);

    public Task JoinAsync(IReadOnlyCollection<Joining> joinings, CancellationToken cancellation = default) => _clusters.JoinAsync(joinings, cancellation);

    public IAsyncEnumerable<Joining> JoiningsAsync(CancellationToken cancellation = default) => _clusters.JoiningsAsync(cancellation);

    public Task ReplaceCopiesAsync(IReadOnlyCollection<ReportCopy> copies, CancellationToken cancellation = default) => _copies.ReplaceAsync(copies, cancellation);

    public IAsyncEnumerable<ReportCopy> CopiesAsync(CancellationToken cancellation = default) => _copies.AllAsync(cancellation);

    public IAsyncEnumerable<ClusterMember> ClusterOfAsync(string key, CancellationToken cancellation = default) => _clusters.OfAsync(key, cancellation);

    public IAsyncEnumerable<KeyValuePair<string, ActCount>> ActCountsAsync(EventQuery query, CancellationToken cancellation = default) => _tallies.ActsAsync(query, cancellation);

    public IAsyncEnumerable<ClusteredAct> ActsAsync(EventQuery query, CancellationToken cancellation = default) => _events.ActsAsync(query, cancellation);

    public Task<EventExtent> ExtentAsync(EventQuery query, CancellationToken cancellation = default) => _charts.ExtentAsync(query, cancellation);

    public IAsyncEnumerable<EventCross> CrossAsync(EventQuery query, EventField rows, EventField columns, CancellationToken cancellation = default) =>
        _charts.CrossAsync(query, rows, columns, cancellation);

    public IAsyncEnumerable<PairTally> PairsAsync(EventQuery query, int limit, CancellationToken cancellation = default) => _charts.PairsAsync(query, limit, cancellation);

    public IAsyncEnumerable<PlaceTally> PlacesAsync(EventQuery query, int limit, CancellationToken cancellation = default) => _charts.PlacesAsync(query, limit, cancellation);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
