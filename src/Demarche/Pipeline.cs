using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Language;
using Demarche.Places;
using Demarche.Reports;
using Demarche.Statements;
using Demarche.Time;

namespace Demarche;

/// <summary>The way of a report, from characters to events; the only place that knows the order. Immutable and thread-safe once loaded.</summary>
public sealed class Pipeline
{
    private readonly ActorFinder _actors;
    private readonly PlaceFinder _places;
    private readonly TimeFinder _times;
    private readonly StatementFinder _statements;

    private Pipeline(
        ReportReader reader, LanguageModel language, ActorFinder actors, PlaceFinder places, TimeFinder times, StatementFinder statements, EventCoder coder)
    {
        Reader = reader;
        Language = language;
        _actors = actors;
        _places = places;
        _times = times;
        _statements = statements;
        Coder = coder;
    }

    /// <summary>Reads reports as this pipeline wants them.</summary>
    public ReportReader Reader { get; }

    /// <summary>The trained model of English.</summary>
    public LanguageModel Language { get; }

    /// <summary>Codes the events; also tells which rules it tried.</summary>
    public EventCoder Coder { get; }

    /// <summary>The codebook that events are coded by.</summary>
    public Codebook Codebook => Coder.Codebook;

    /// <summary>The examples of the word tables of statements.</summary>
    public ImmutableArray<StatementExample> StatementExamples => _statements.Examples;

    /// <summary>Loads the trained model and every part of the codebook, side by side.</summary>
    /// <param name="files">The shipped codebook, or it overlaid by a user's own.</param>
    /// <returns>The pipeline, or the first fault of the codebook or model.</returns>
    public static Outcome<Pipeline> Load(CodebookFiles files) => Load(files, LanguageModel.LoadAhead());

    /// <summary>The same with a model that is on its way already: it is the same whatever the codebook.</summary>
    /// <param name="files">The shipped codebook, or it overlaid by a user's own.</param>
    /// <param name="language">What <see cref="LanguageModel.LoadAhead"/> gave.</param>
    /// <returns>The pipeline, or the first fault of the codebook or model.</returns>
    public static Outcome<Pipeline> Load(CodebookFiles files, Task<Outcome<LanguageModel>> language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var complaints = new List<Diagnostic>();
        return Read(files, language, complaints, isChecked: false) is { } pipeline ? pipeline : complaints[0];
    }

    /// <summary>The same for a check of the codebook: all that is wrong is listed, in tables that few reports need too.</summary>
    /// <param name="files">The shipped codebook, or it overlaid by a user's own.</param>
    /// <param name="complaints">Takes every fault.</param>
    /// <returns>The pipeline, or null where there is a fault.</returns>
    public static Pipeline? Check(CodebookFiles files, ICollection<Diagnostic> complaints) =>
        Read(files, LanguageModel.LoadAhead(), complaints, isChecked: true);

    private static Pipeline? Read(CodebookFiles files, Task<Outcome<LanguageModel>> language, ICollection<Diagnostic> complaints, bool isChecked)
    {
        // Each part takes tens of milliseconds and none needs another, but the judge of events, which reads by the language model's vectors.
        var actors = Part(faults => ActorFinder.Read(files, faults));
        var places = Part(faults => PlaceFinder.Load(files).Or(faults));
        var times = Part(faults => TimeFinder.Read(files, isChecked, faults));
        var mine = new List<Diagnostic>();
        var codebook = Codebook.Read(files, mine);
        var reader = ReportReader.Load(files).Or(mine);
        var statements = StatementFinder.Load(files).Or(mine);
        var judge = language.Result.Or(mine) is { } read ? EventJudge.Read(files, read, mine) : null;
        Task.WaitAll(language, actors, places, times);
        foreach (var fault in (Diagnostic[])[.. mine, .. actors.Result.Faults, .. places.Result.Faults, .. times.Result.Faults])
        {
            complaints.Add(fault);
        }

        return complaints.Count > 0
            ? null
            : new Pipeline(reader!, language.Result.Value!, actors.Result.Value!, places.Result.Value!, times.Result.Value!, statements!, EventCoder.By(codebook!, judge!));
    }

    private static Task<(T? Value, List<Diagnostic> Faults)> Part<T>(Func<List<Diagnostic>, T?> read) => Task.Run(() =>
    {
        var faults = new List<Diagnostic>();
        return (read(faults), faults);
    });

    /// <summary>Codes one report.</summary>
    /// <param name="report">A report that <see cref="Reader"/> has read.</param>
    /// <param name="cancellation">Looked at before each stage; a stage that has begun is brought to its end.</param>
    /// <exception cref="OperationCanceledException">It was cancelled before the last stage.</exception>
    public CodedReport Code(Report report, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Code(Language.Parse(report), cancellation);
    }

    /// <summary>Codes one report that is parsed: those who have many parse a few at once (<see cref="LanguageModel.Parse(IReadOnlyList{Report})"/>), which takes less time.</summary>
    /// <param name="parsed">The parse.</param>
    /// <param name="cancellation">As above.</param>
    /// <exception cref="OperationCanceledException">It was cancelled before the last stage.</exception>
    public CodedReport Code(ParsedReport parsed, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var mentioned = Mention(parsed);
        cancellation.ThrowIfCancellationRequested();
        var stated = State(mentioned);
        cancellation.ThrowIfCancellationRequested();
        return Coder.Code(stated);
    }

    /// <summary>The report up to its statements, for those who want what is said and not what it is coded as.</summary>
    public StatedReport State(Report report) => State(Mention(Language.Parse(report)));

    /// <summary>A report whose actors, places and times are found, with its statements.</summary>
    public StatedReport State(MentionedReport mentioned) => _statements.Find(mentioned);

    /// <summary>A parsed report with its actors, places and times.</summary>
    public MentionedReport Mention(ParsedReport parsed) => new(parsed, _actors.Find(parsed), _places.Find(parsed), _times.Find(parsed));
}
