using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Language.Clauses;
using Demarche.Time;

namespace Demarche.Statements;

/// <summary>Finds who says a clause: the verbs of saying above it and beside it, "according to", and the quotation that it stands in.</summary>
internal sealed class Speakers(StatementWords words, ActorMentions actors, TimeMentions times)
{
    private const int DeepestEmbedding = 16;   // a deeper tree is a parse error; the walk stays bounded
    private readonly SpeechNouns _nouns = new(words, actors);

    /// <summary>The speakers of <paramref name="predicate"/>, the nearest first.</summary>
    public ImmutableArray<Attribution> Of(Token predicate)
    {
        var chain = ImmutableArray.CreateBuilder<Attribution>();
        if (IsSaying(predicate) && predicate.Child("ccomp") is not null)
        {
            AddSaying(predicate, chain);   // "Moon suggested that …": who suggests says so himself
        }

        var at = predicate;
        for (var depth = 0; depth < DeepestEmbedding; depth++)
        {
            AddBeside(at, chain);
            if (at.Head is not { } head)
            {
                break;
            }

            if (SayingAbove(at, head, isPredicate: at.Index == predicate.Index) is { } saying)
            {
                AddSaying(saying, chain);
            }
            else if (_nouns.Above(at, head) is var (noun, speaker) && !HasCue(chain, noun))
            {
                chain.Add(Link(noun, speaker));
            }

            at = head;
        }

        return chain.ToImmutable();
    }

    /// <summary>The verb of saying that a clause hangs on, or null.</summary>
    private Token? SayingAbove(Token at, Token head, bool isPredicate)
    {
        switch (at.BaseRelation)
        {
            case "ccomp" or "parataxis":
                return IsSaying(head) && !(isPredicate && IsWish(head)) && !(head.Index < at.Index && at.Child("nsubj") is { } other && IsPartedOff(other)) ? head : null;
            case "xcomp" or "obj" when !isPredicate:
                return IsSaying(head) ? head : null;
            case "xcomp" or "obj" or "advcl" when words.Denials.Contains(head.Lemma) && at.PennTag != "VB":
                return at.Tag == Upos.VERB || words.Claims.Contains(at.Lemma) ? head : null;
            case "advcl" or "obl" or "acl" or "nmod" when AccusationAbove(at, head) is { } accusation:
                return accusation;
            case "acl" or "ccomp" when words.Claims.Contains(head.Lemma) && head.BaseRelation is "obj" && head.Head is { } denial && words.Denials.Contains(denial.Lemma):
                return denial;
            case "nsubj" when IsSaying(head) && at.Child("acl") is { } ahead && ClauseReader.IsHeadlineFuture(ahead):
                return head;   // "Norway to send aid, officials say"
            case "acl" when words.Media.ContainsKey(head.Lemma) && head.BaseRelation is "obl" && at.Child("mark") is not null && head.Head is { } verb && IsSaying(verb):
                return verb;   // "said in an interview that": a clause that the parser hung on the medium
            default:
                return null;
        }
    }

    // "accused France of arming the rebels": the parser hangs the deed on the verb or on the accused.
    private Token? AccusationAbove(Token at, Token head)
    {
        var verb = at.BaseRelation is "acl" or "nmod" ? head.BaseRelation is "obj" ? head.Head : null : head;
        return verb is { } accusing && words.Accusing.Contains(accusing.Lemma) && !ClauseReader.Read(accusing).IsPassive && (at.Child("mark") ?? at.Child("case"))?.Lemma is "of" or "with" or "for"
            ? accusing : null;
    }

    /// <summary>Whether its speaker wants something and claims nothing: "demanded that he leave".</summary>
    public bool IsWish(Token verb)
    {
        foreach (var governor in words.Governors.GetValueOrDefault(verb.Lemma, []))
        {
            if (governor is { Second: null, Effect.Status: Status.Proposed } && governor.On.HasFlag(Hanging.Clause))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the verb is one of saying.</summary>
    public bool IsSaying(Token verb) => verb.Tag == Upos.VERB && words.SpeechVerbs.Contains(verb.Lemma);

    // "Chad shuts the port; Niger announces a ban": what stands behind a semicolon hands nothing on.
    private static bool IsPartedOff(Token subject)
    {
        var at = subject.Index - 1;
        while (at > 0 && subject.Sentence[at].HeadIndex == subject.Index)
        {
            at--;
        }

        return at >= 0 && subject.Sentence[at].Form == ";";
    }

    // "…," Choe said: the verb of saying may hang on the clause that it reports.
    private void AddBeside(Token at, ImmutableArray<Attribution>.Builder chain)
    {
        foreach (var child in at.Children)
        {
            if (IsSaying(child) && child.Child("ccomp") is null && (child.Child("nsubj") ?? child.Child("nsubj:pass")) is { } subject
                && (child.BaseRelation is "parataxis" && !IsPartedOff(subject) || child.BaseRelation is "ccomp" && IsTagged(subject, at)))
            {
                AddSaying(child, chain);
                AddSources(child, chain);
            }
        }

        AddSources(at, chain);
    }

    // "…, the spokesman said": behind a comma, without a conjunction.
    private static bool IsTagged(Token subject, Token at)
    {
        var first = subject;
        while (first.Children is { Count: > 0 } words && words[0].Index < first.Index)
        {
            first = words[0];
        }

        return first.Index > at.Index && first.Sentence[first.Index - 1].Form is "," or "''" or "”" or "\"" && first.Tag != Upos.PUNCT;
    }

    private void AddSources(Token at, ImmutableArray<Attribution>.Builder chain)
    {
        foreach (var child in at.Children)
        {
            if (child.BaseRelation is "obl" or "nmod" && at.Tag is Upos.VERB or Upos.NOUN or Upos.ADJ
                && ClauseReader.PrepositionOf(child) is { } preposition && words.SourcePrepositions.Contains(preposition) && !HasCue(chain, child))
            {
                chain.Add(Named(new Attribution(actors.At(child), child), child));
            }
        }
    }

    private void AddSaying(Token verb, ImmutableArray<Attribution>.Builder chain)
    {
        if (HasCue(chain, verb))
        {
            return;
        }

        var clause = ClauseReader.Read(verb);
        var isQuoted = clause.IsPassive && clause.Subjects.IsEmpty && words.CitingVerbs.Contains(verb.Lemma);   // "Kim was quoted as saying", not "is said to"
        var subject = isQuoted ? clause.Objects.FirstOrDefault() : clause.Subjects.FirstOrDefault();
        if (subject.Sentence is null)
        {
            return;
        }

        AddCited(verb, chain);
        AddCited(subject, chain);
        chain.Add(words.Media.TryGetValue(subject.Lemma, out var medium)
            ? Link(verb, _nouns.SpeakerOf(subject) ?? subject) with { Medium = medium, Carrier = CarrierOf(subject) }   // "a statement from the palace said"
            : Link(verb, subject));
    }

    private static bool HasCue(ImmutableArray<Attribution>.Builder chain, Token cue)
    {
        foreach (var link in chain)
        {
            if (link.Cue == cue)
            {
                return true;
            }
        }

        return false;
    }

    // "the station, citing hospital staff, said": whom it cites says so first.
    private void AddCited(Token speaker, ImmutableArray<Attribution>.Builder chain)
    {
        foreach (var child in speaker.Children)
        {
            if (child.Relation is "advcl" or "acl" && child.PennTag == "VBG" && words.CitingVerbs.Contains(child.Lemma) && child.Child("obj") is { } cited && !HasCue(chain, child))
            {
                chain.Add(Named(new Attribution(actors.At(cited), child), cited));
            }
        }
    }

    /// <summary>The link of a word of saying, or of none, and the noun that speaks.</summary>
    public Attribution Link(Token? saying, Token speaker)
    {
        if (saying is not { } cue)
        {
            return Named(new Attribution(actors.At(speaker), null), speaker);
        }

        var link = Named(new Attribution(actors.At(speaker), cue) { Said = TimeOf(cue) }, speaker);
        return cue.Tag == Upos.NOUN && words.Media.TryGetValue(cue.Lemma, out var medium) ? link with { Medium = medium, Carrier = CarrierOf(cue) } : WithMedium(link, ClauseReader.Read(cue));
    }

    private Attribution WithMedium(Attribution link, Clause saying)
    {
        foreach (var oblique in saying.Obliques)
        {
            if (oblique.Preposition is "in" or "during" or "at" or "via" or "through" or "on" or "to" && words.Media.TryGetValue(oblique.Noun.Lemma, out var medium))
            {
                link = link with { Medium = medium, Carrier = CarrierOf(oblique.Noun) };
            }
        }

        return link;
    }

    // "in a statement carried by the agency"
    private string? CarrierOf(Token medium)
    {
        foreach (var child in medium.Children)
        {
            if (child.BaseRelation is "acl" && words.CarryingVerbs.Contains(child.Lemma))
            {
                var agent = ClauseReader.Read(child).Subjects.FirstOrDefault(t => t.Index != medium.Index);
                if (agent.Sentence is not null)
                {
                    return actors.At(agent)?.Actor.Name ?? TextOf(agent);
                }
            }
        }

        return null;
    }

    /// <summary>The time at which a verb's act took place: one that hangs on it, or on a noun or participle that hangs on it.</summary>
    private TimeMention? TimeOf(Token verb)
    {
        foreach (var time in times.All)
        {
            if (time.Sentence != verb.Sentence)
            {
                continue;
            }

            Token? at = HeadOf(time);
            for (var depth = 0; depth < 5 && at is { } token; depth++)
            {
                if (token.Index == verb.Index)
                {
                    return time;
                }

                at = token.BaseRelation is "ccomp" or "parataxis" or "acl:relcl" or "xcomp" or "conj" && token.Tag == Upos.VERB ? null : token.Head;
            }
        }

        return null;
    }

    /// <summary>The token of a time mention whose head lies outside it.</summary>
    internal static Token HeadOf(TimeMention time)
    {
        for (var i = time.First; i <= time.Last; i++)
        {
            var head = time.Sentence[i].HeadIndex;
            if (head < time.First || head > time.Last)
            {
                return time.Sentence[i];
            }
        }

        return time.Sentence[time.First];
    }

    private static string TextOf(Token noun) => Named(new Attribution(null, null), noun).SpeakerText!;

    // The noun phrase without its relative clauses, as it stands in the report.
    private static Attribution Named(Attribution link, Token noun)
    {
        int first = noun.Index, last = noun.Index;
        foreach (var child in noun.Children)
        {
            if (child.Relation is "det" or "amod" or "compound" or "nmod:poss" or "nummod" or "flat")
            {
                first = Math.Min(first, child.Index);
                last = Math.Max(last, child.Index);
            }
        }

        var forms = new List<string>();
        for (var i = first; i <= last; i++)
        {
            forms.Add(noun.Sentence[i].Form);
        }

        return link with { SpeakerText = string.Join(' ', forms), SpeakerSpan = noun.Sentence[first].Span.Cover(noun.Sentence[last].Span) };
    }
}
