using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Statements.Quoting;

namespace Demarche.Statements;

/// <summary>Tells of each clause of a report who says it and whether it happened. Immutable and thread-safe.</summary>
public sealed class StatementFinder
{
    private readonly StatementWords _words;
    private readonly Factuality _factuality;
    private readonly Hedges _hedges;
    private readonly AttributionReader? _attributions;

    /// <summary>A finder over the given word tables, which leaves <see cref="StatedReport.Quoted"/> empty.</summary>
    public StatementFinder(StatementWords words)
    {
        _words = words;
        _hedges = new Hedges(words);
        _factuality = new Factuality(words, _hedges);
    }

    private StatementFinder(StatementWords words, QuotingModel quoting)
        : this(words) => _attributions = new AttributionReader(quoting);

    /// <summary>A finder over the word tables of a codebook and the trained model of attribution.</summary>
    public static Outcome<StatementFinder> Load(CodebookFiles files)
    {
        var words = StatementWords.Load(files);
        var quoting = QuotingModel.Load();
        return (words.Failure ?? quoting.Failure) is { } failure ? failure : new StatementFinder(words.Value!, quoting.Value!);
    }

    /// <summary>The examples of its word tables.</summary>
    public ImmutableArray<StatementExample> Examples => _words.Examples;

    /// <summary>The statements of a report.</summary>
    public StatedReport Find(MentionedReport report)
    {
        var chains = new Chains(_words, report, new(() => _attributions?.Read(report.Parsed, report.Times)));
        return new StatedReport(report, predicate => Judge(predicate, chains)) { Quoting = new(() => chains.Learned?.Quoted ?? []) };
    }

    private Statement Judge(Token predicate, Chains chains)
    {
        var judgement = _factuality.Judge(predicate);
        return new Statement(judgement.Status, judgement.Auxiliary, chains.Of(predicate), _hedges.Of(predicate)?.Word.Form, judgement.Reasons);
    }
}
