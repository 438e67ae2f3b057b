using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Statements.Quoting;

namespace Demarche.Statements;

/// <summary>Decides who says a clause, from what the rules over the tree see and what the trained model finds.</summary>
/// <remarks>
/// One way of deciding: the rules tell the chain inside the sentence; the model, which reads quotations over sentences, adds the outer speaker where
/// the rules see nobody or all that they see stands inside what the model hands on, and names the source of a cue that both see.
/// </remarks>
internal sealed class Chains
{
    private readonly StatementWords _words;
    private readonly Speakers _speakers;
    private readonly HeadlineSpeakers _headlines;
    private readonly Lazy<LearnedSpeakers?> _learned;

    public Chains(StatementWords words, MentionedReport report, Lazy<LearnedSpeakers?> learned)
    {
        _words = words;
        _speakers = new Speakers(words, report.Actors, report.Times);
        _headlines = new HeadlineSpeakers(report.Actors);
        _learned = learned;
    }

    /// <summary>What the model found; null without a model.</summary>
    public LearnedSpeakers? Learned => _learned.Value;

    /// <summary>The speakers of a clause, the nearest first.</summary>
    public ImmutableArray<Attribution> Of(Token predicate) => Once(All(predicate));

    // "Blair pledged to help, warning that …", "he said he believed": who hands on his own words is one speaker.
    private static ImmutableArray<Attribution> Once(ImmutableArray<Attribution> chain)
    {
        for (var i = chain.Length - 1; i > 0; i--)
        {
            if (chain[i].Speaker is { } outer && chain[i - 1].Speaker is { } inner && ReferenceEquals(inner.Actor, outer.Actor))
            {
                var (near, far) = (chain[i - 1], chain[i]);
                var named = inner.Sentence[inner.Head].Tag == Upos.PRON ? far : near;   // "the premier said he feared": named, not "he"
                chain = chain.SetItem(i - 1, named with { Cue = near.Cue, Ground = near.Ground, Medium = near.Medium ?? far.Medium, Carrier = near.Carrier ?? far.Carrier, Said = near.Said ?? far.Said }).RemoveAt(i);
            }
        }

        return chain;
    }

    private ImmutableArray<Attribution> All(Token predicate)
    {
        var chain = _speakers.Of(predicate);
        if (Learned?.Of(predicate) is var (cue, source, isVerbatim) && !IsOfLaterClause(cue, predicate) && (isVerbatim || cue is { } word && IsOfSaying(word) && IsClaim(predicate, word)))
        {
            return With(chain, cue, source, predicate);
        }

        return chain.IsEmpty && _headlines.Of(predicate) is { } speaker ? [_speakers.Link(null, speaker)] : chain;
    }

    private ImmutableArray<Attribution> With(ImmutableArray<Attribution> chain, Token? cue, Token source, Token predicate)
    {
        for (var i = 0; i < chain.Length; i++)
        {
            if (chain[i].SpeakerSpan is { } span && span.Contains(source.Span))
            {
                return chain;
            }

            if (cue is not null && chain[i].Cue == cue)
            {
                var link = Link(cue, source);
                return chain.SetItem(i, link with { Medium = link.Medium ?? chain[i].Medium, Carrier = link.Carrier ?? chain[i].Carrier });
            }
        }

        return chain.IsEmpty || chain[^1].Cue is { } last && Learned!.IsSameContent(last, predicate) ? chain.Add(Link(cue, source)) : chain;
    }

    private Attribution Link(Token? cue, Token source) => _speakers.Link(cue, source) with { Ground = AttributionGround.Learned };

    // "The lines were shut, but according to officials one remained open": the officials speak of the second clause alone.
    private static bool IsOfLaterClause(Token? cue, Token predicate)
    {
        for (var at = cue; at is { Head: { } head } token; at = head)
        {
            if (token.Relation == "conj" && token.Child("cc") is { } conjunction && conjunction.Index < cue!.Value.Index && Tense.IsFinite(token))
            {
                return !predicate.IsWithin(token) && predicate.Sentence == token.Sentence && predicate.Index < conjunction.Index;
            }
        }

        return false;
    }

    // "said that he left", not "urged him to leave" or "proposed a visit": who wants something claims nothing.
    private static bool IsClaim(Token predicate, Token cue)
    {
        var isFinite = false;
        for (Token? at = predicate; at is { } token; at = token.Head)
        {
            if (token == cue)
            {
                return isFinite;
            }

            isFinite |= Tense.IsFinite(token);
        }

        return true;
    }

    // The model's idea of attribution is wide: "opposed", "was seen". Outside of quotations only words of saying make a speaker.
    private bool IsOfSaying(Token cue) => cue.Tag switch
    {
        _ when cue.BaseRelation is "case" => true,
        Upos.VERB => !_speakers.IsWish(cue) && (_words.SpeechVerbs.Contains(cue.Lemma) || _words.Denials.Contains(cue.Lemma)),
        Upos.NOUN => _words.Media.ContainsKey(cue.Lemma) || _words.Claims.Contains(cue.Lemma),
        Upos.ADP or Upos.PUNCT => true,
        _ => false,
    };
}
