using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Reports;

namespace Demarche.Coding.Relating;

/// <summary>The words of a marked sentence with their tree, and which of them name the actor and the recipient.</summary>
internal sealed class MarkedPair
{
    private MarkedPair(ParsedReport report, ImmutableArray<Sentence> sentences, ImmutableArray<MarkedPhrase> sources, ImmutableArray<MarkedPhrase> targets)
    {
        Report = report;
        Sources = sources;
        Targets = targets;
        Words = WordsOf(sentences);
        Path = TreePath.Between(sources, targets);
    }

    public ParsedReport Report { get; }

    /// <summary>Every word of the marked text, through all sentences that it was split into.</summary>
    public ImmutableArray<Token> Words { get; }

    public ImmutableArray<MarkedPhrase> Sources { get; }

    public ImmutableArray<MarkedPhrase> Targets { get; }

    /// <summary>The shortest way from the actor to the recipient in the tree, or null where they stand in two sentences or the actor is not marked.</summary>
    public TreePath? Path { get; }

    /// <summary>Parses a marked sentence.</summary>
    public static MarkedPair Of(MarkedSentence marked, LanguageModel language)
    {
        var section = new Section(SectionKind.Paragraph, new Span(0, marked.Text.Length));
        var report = new Report("sentence", marked.Text, RepairedText.Untouched(marked.Text), [section]);
        var parsed = language.Parse(report);
        return new MarkedPair(parsed, parsed.Sentences, Phrases(parsed, marked.Sources), Phrases(parsed, marked.Targets));
    }

    /// <summary>Two who are named in a sentence of a report; who is named elsewhere is not marked.</summary>
    public static MarkedPair Of(ParsedReport report, Sentence sentence, ActorMention source, ActorMention? target) =>
        new(report, [sentence], Phrase(source, sentence), target is null ? [] : Phrase(target, sentence));

    /// <summary>Whether the word belongs to the actor's name.</summary>
    public bool IsSource(Token token) => OneHolds(Sources, token);

    /// <summary>Whether the word belongs to the recipient's name.</summary>
    public bool IsTarget(Token token) => OneHolds(Targets, token);

    /// <summary>Where the words between the two names, before and behind them stand.</summary>
    /// <remarks>Where one is not marked, all behind the other lies between.</remarks>
    public PairLayout Layout()
    {
        int sourceStart = -1, sourceEnd = -1, targetStart = -1, targetEnd = -1;
        for (var i = 0; i < Words.Length; i++)
        {
            if (!Sources.IsEmpty && Sources[0].Holds(Words[i]))
            {
                sourceStart = sourceStart < 0 ? i : sourceStart;
                sourceEnd = i;
            }
            else if (!Targets.IsEmpty && Targets[0].Holds(Words[i]))
            {
                targetStart = targetStart < 0 ? i : targetStart;
                targetEnd = i;
            }
        }

        return targetStart < 0 ? new PairLayout(sourceStart, sourceEnd, Words.Length, Words.Length, true)
            : sourceStart < 0 ? new PairLayout(targetStart, targetEnd, Words.Length, Words.Length, false)
            : sourceStart < targetStart ? new PairLayout(sourceStart, sourceEnd, targetStart, targetEnd, true)
            : new PairLayout(targetStart, targetEnd, sourceStart, sourceEnd, false);
    }

    /// <summary>The place of the last word of the actor's name; -1 where it is not marked.</summary>
    public int EndOfSource()
    {
        for (var i = Words.Length - 1; i >= 0 && !Sources.IsEmpty; i--)
        {
            if (Sources[0].Holds(Words[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static ImmutableArray<Token> WordsOf(ImmutableArray<Sentence> sentences)
    {
        var words = ImmutableArray.CreateBuilder<Token>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                words.Add(sentence[i]);
            }
        }

        return words.DrainToImmutable();
    }

    private static bool OneHolds(ImmutableArray<MarkedPhrase> phrases, Token token)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Holds(token))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<MarkedPhrase> Phrase(ActorMention mention, Sentence sentence) =>
        mention.Sentence == sentence ? [new MarkedPhrase(sentence, mention.First, mention.Last, mention.Head)] : [];

    private static ImmutableArray<MarkedPhrase> Phrases(ParsedReport parsed, ImmutableArray<Span> spans)
    {
        var phrases = ImmutableArray.CreateBuilder<MarkedPhrase>();
        foreach (var span in spans)
        {
            foreach (var sentence in parsed.Sentences)
            {
                var inside = Enumerable.Range(0, sentence.Count).Where(i => sentence[i].Span.Overlaps(span)).ToList();
                if (inside.Count > 0)
                {
                    phrases.Add(MarkedPhrase.Of(sentence, inside[0], inside[^1]));
                    break;
                }
            }
        }

        return phrases.ToImmutable();
    }
}

/// <summary>Where the two names stand among all words.</summary>
/// <param name="Start">First word of the name that comes first.</param>
/// <param name="First">Its last word.</param>
/// <param name="Last">First word of the other name.</param>
/// <param name="End">Its last word.</param>
/// <param name="SourceFirst">Whether the actor comes first.</param>
internal readonly record struct PairLayout(int Start, int First, int Last, int End, bool SourceFirst)
{
    private const int Window = 8;   // words before and behind the names; a clause in the news is about as long

    /// <summary>The part of the sentence that a word outside the names stands in.</summary>
    public PairPart PartOf(int word) =>
        word > First && word < Last ? PairPart.Between
        : word > End && word <= End + Window ? PairPart.Behind
        : word < Start && word >= Start - Window ? PairPart.Before
        : PairPart.Far;
}

/// <summary>A part of a marked sentence.</summary>
internal enum PairPart
{
#pragma warning disable CS1591 // told by PairLayout
    Between, Behind, Before, Far,
#pragma warning restore CS1591
}

/// <summary>Marked words.</summary>
/// <param name="Sentence">The sentence that holds them.</param>
/// <param name="First">Index of the first.</param>
/// <param name="Last">Index of the last, included.</param>
/// <param name="Head">Index of the one that the others hang on.</param>
internal readonly record struct MarkedPhrase(Sentence Sentence, int First, int Last, int Head)
{
    public Token HeadToken => Sentence[Head];

    public static MarkedPhrase Of(Sentence sentence, int first, int last)
    {
        var head = first;
        for (var i = first; i <= last; i++)
        {
            if ((sentence[i].HeadIndex < first || sentence[i].HeadIndex > last) && sentence[i].Tag is not (Upos.PUNCT or Upos.DET or Upos.ADP))
            {
                head = i;
                break;
            }
        }

        return new MarkedPhrase(sentence, first, last, head);
    }

    public bool Holds(Token token) => token.Sentence == Sentence && token.Index >= First && token.Index <= Last;

    /// <summary>Whether the other is joined to it by "and" and the parser took it for a part of the other: "<c>British</c> and <c>Irish ministers</c>".</summary>
    public bool IsJoinedInto(MarkedPhrase other) =>
        Sentence == other.Sentence && HeadToken.Head is { } head && other.Holds(head) && Last + 1 < other.First && Sentence[Last + 1].Tag == Upos.CCONJ
        && Last + 3 >= other.First && Sentence[other.First - 1].Tag is Upos.CCONJ or Upos.DET;
}
