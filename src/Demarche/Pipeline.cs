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

    /// <summary>Loads the trained model and every part of the codebook, side by side.</summary>
    /// <param name="files">The shipped codebook, or it overlaid by a user's own.</param>
    /// <returns>The pipeline, or the first fault of the codebook or model.</returns>
    public static Outcome<Pipeline> Load(CodebookFiles files)
    {
        // Each part takes tens of milliseconds and none needs another.
        var language = Task.Run(LanguageModel.Load);
        var actors = Task.Run(() => ActorFinder.Load(files));
        var places = Task.Run(() => PlaceFinder.Load(files));
        var times = Task.Run(() => TimeFinder.Load(files));
        var reader = ReportReader.Load(files);
        var statements = StatementFinder.Load(files);
        var coder = EventCoder.Load(files);
        Task.WaitAll(language, actors, places, times);
        var failure = reader.Failure ?? language.Result.Failure ?? actors.Result.Failure ?? places.Result.Failure ?? times.Result.Failure
            ?? statements.Failure ?? coder.Failure;
        return failure is not null
            ? failure
            : new Pipeline(
                reader.Value!, language.Result.Value!, actors.Result.Value!, places.Result.Value!, times.Result.Value!, statements.Value!, coder.Value!);
    }

    /// <summary>Codes one report.</summary>
    public CodedReport Code(Report report) => Coder.Code(State(report));

    /// <summary>The report up to its statements, for those who want what is said and not what it is coded as.</summary>
    public StatedReport State(Report report) => _statements.Find(Mention(Language.Parse(report)));

    /// <summary>A parsed report with its actors, places and times.</summary>
    public MentionedReport Mention(ParsedReport parsed) => new(parsed, _actors.Find(parsed), _places.Find(parsed), _times.Find(parsed));
}
