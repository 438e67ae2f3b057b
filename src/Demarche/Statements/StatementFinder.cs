using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Statements.Quoting;

namespace Demarche.Statements;

/// <summary>Tells of each clause of a report who says it and whether it happened. Immutable and thread-safe.</summary>
public sealed class StatementFinder
{
    private readonly StatementWords _words;
    private readonly Factuality _factuality;
    private readonly AttributionReader? _attributions;

    /// <summary>A finder over the given word tables, which leaves <see cref="StatedReport.Quoted"/> empty.</summary>
    public StatementFinder(StatementWords words)
    {
        _words = words;
        _factuality = new Factuality(words);
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

    /// <summary>The statements of a report.</summary>
    public StatedReport Find(MentionedReport report)
    {
        var chains = new Chains(_words, report, new(() => _attributions?.Read(report.Parsed)));
        return new StatedReport(report, predicate => Judge(predicate, chains)) { Quoting = new(() => chains.Learned?.Quoted ?? []) };
    }

    private Statement Judge(Token predicate, Chains chains)
    {
        var judgement = _factuality.Judge(predicate);
        return new Statement(judgement.Status, judgement.Auxiliary, chains.Of(predicate), HedgeOf(predicate), judgement.Reasons);
    }

    private string? HedgeOf(Token predicate)
    {
        for (Token? at = predicate; at is { } token; at = token.Head)
        {
            foreach (var child in token.Children)
            {
                if (child.Tag == Upos.ADV && _words.HedgeAdverbs.Contains(child.Lemma.ToLowerInvariant()))
                {
                    return child.Form;
                }
            }

            if (token.Relation is "acl" or "ccomp" && token.Head is { Tag: Upos.NOUN } noun && _words.HedgeNouns.Contains(noun.Lemma))
            {
                return noun.Form;
            }

            if (token.Relation is "conj" or "acl:relcl" || token.Relation == "advcl" && token.Index != predicate.Index)
            {
                break;
            }
        }

        return null;
    }
}
