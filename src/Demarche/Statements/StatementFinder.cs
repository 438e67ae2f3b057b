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
        var speakers = new Speakers(_words, report.Actors, report.Times);
        var quotations = new Quotations(report.Parsed, speakers);
        return new StatedReport(report, predicate => Judge(predicate, speakers, quotations)) { Quoting = new(() => _attributions?.Read(report.Parsed) ?? []) };
    }

    private Statement Judge(Token predicate, Speakers speakers, Quotations quotations)
    {
        var judgement = _factuality.Judge(predicate);
        var attribution = speakers.Of(predicate);
        if (attribution.IsEmpty && quotations.SpeakerOf(predicate.Sentence) is { } quoted)
        {
            attribution = [quoted];
        }

        return new Statement(judgement.Status, judgement.Auxiliary, attribution, HedgeOf(predicate), judgement.Reasons);
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

/// <summary>Which sentences of a report continue a quotation, and whose.</summary>
/// <remarks>A quotation runs from one double quote to the next; a paragraph inside it may open with a quote again (a rule of English type).</remarks>
internal sealed class Quotations
{
    private readonly ImmutableArray<Attribution?> _speakers;

    public Quotations(ParsedReport report, Speakers speakers)
    {
        var found = ImmutableArray.CreateBuilder<Attribution?>();
        var open = false;
        Attribution? last = null;
        foreach (var sentence in report.Sentences)
        {
            var openedBefore = open;
            var startsQuoted = sentence.Count > 0 && IsQuote(sentence[0]);
            for (var i = 0; i < sentence.Count; i++)
            {
                if (IsQuote(sentence[i]))
                {
                    open = i == 0 || !open;
                }
            }

            Attribution? own = sentence.Count > 0 && speakers.Of(sentence.Root) is { Length: > 0 } chain ? chain[0] : OwnSaying(sentence, speakers);
            found.Add((openedBefore || startsQuoted) && own is null ? last : null);
            last = own ?? ((openedBefore || startsQuoted) ? last : null);
        }

        _speakers = found.ToImmutable();
    }

    public Attribution? SpeakerOf(Sentence sentence) => sentence.Index < _speakers.Length ? _speakers[sentence.Index] : null;

    // "Choe said: '…'": the speaker of the sentence's own saying, for the sentences that follow in the quotation.
    private static Attribution? OwnSaying(Sentence sentence, Speakers speakers)
    {
        if (sentence.Count == 0 || !speakers.IsSaying(sentence.Root))
        {
            return null;
        }

        foreach (var child in sentence.Root.Children)
        {
            if (child.BaseRelation is "ccomp" or "parataxis" && speakers.Of(child) is { Length: > 0 } chain)
            {
                return chain[0];
            }
        }

        return null;
    }

    private static bool IsQuote(Token token) => token.Form is "\"" or "``" or "''" or "“" or "”";
}
