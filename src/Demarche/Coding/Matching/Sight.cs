using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Coding.Matching;

/// <summary>What a rule can see from its trigger: the clause, the light verb that carries an event noun, and the phrases around them.</summary>
/// <remarks>Made once a trigger; the parts that few rules ask for are read when first asked for. Used by one thread.</remarks>
internal sealed class Sight
{
    /// <summary>"the possibility of a new round of talks on arms"; deeper phrases are left alone.</summary>
    public const int DeepestPhrase = 4;

    private readonly Codebook _codebook;
    private List<Oblique>? _phrases;
    private List<Token>? _objects;
    private Token[]? _complements;
    private readonly List<(Token Noun, Token[] Behind)> _behind = [];   // many rules ask for the same few nouns

    private Sight(Token trigger, Codebook codebook)
    {
        _codebook = codebook;
        Clause = ClauseReader.Read(trigger);
        IsNoun = trigger.Tag is Upos.NOUN or Upos.PROPN;
        (Carrier, Outer) = IsNoun ? Carriers.Of(trigger, codebook) : (null, trigger);
        Negation = Clause.Negation ?? Carrier?.Negation ?? (Outer != trigger ? ClauseReader.NegationOf(Outer) : null);
    }

    /// <summary>The trigger's own roles.</summary>
    public Clause Clause { get; }

    /// <summary>The clause of the light verb that carries an event noun ("held" talks), or null.</summary>
    public Clause? Carrier { get; }

    /// <summary>The outermost transparent noun around the trigger: "round" of talks; else the trigger.</summary>
    public Token Outer { get; }

    public bool IsNoun { get; }

    public Token Trigger => Clause.Predicate;

    /// <summary>The word that negates the trigger or what carries it, or null.</summary>
    public Token? Negation { get; }

    /// <summary>What it is done to: the objects of a verb, the of-phrase of a noun.</summary>
    public List<Token> Objects => _objects ??= FindObjects();

    /// <summary>The clauses that complete the trigger, and what its object is called: "called Mendoza a <c>dictator</c>".</summary>
    public IReadOnlyList<Token> Complements => _complements ??= [.. Clause.Complements, .. Clause.Objects.Where(IsNaming)];

    /// <summary>Whether an object says what the one before it is: of two plain objects the second does.</summary>
    public bool IsNaming(Token thing) => thing.Relation == "obj" && Clause.Objects.Any(o => o.Relation == "obj" && o.Index < thing.Index && o.HeadIndex == thing.HeadIndex);

    /// <summary>All phrases that a rule may ask for, the trigger's own first.</summary>
    public List<Oblique> Phrases => _phrases ??= PhraseFinder.Around(this, _codebook);

    /// <summary>What follows a preposition; where the trigger has such a phrase of its own, those of clauses inside it are others' ("to a city to talk to the people").</summary>
    public IEnumerable<Token> PhrasesWith(string preposition)
    {
        var own = false;
        foreach (var phrase in Phrases)
        {
            if (phrase.Preposition != preposition)
            {
                continue;
            }

            var isOwn = phrase.Noun.Head == Trigger || phrase.Noun.Head == Carrier?.Predicate || phrase.Noun.Head == Outer;
            own |= isOwn;
            if (isOwn || !own || !IsInComplement(phrase.Noun))
            {
                yield return phrase.Noun;
            }
        }
    }

    /// <summary>Whether no other verb stands between a phrase and the trigger or what carries it.</summary>
    public bool IsNear(Token noun)
    {
        for (var at = noun.Head; at is { } token && token != Trigger && token != Carrier?.Predicate && token != Outer; at = token.Head)
        {
            if (token.Tag == Upos.VERB)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsInComplement(Token noun)
    {
        for (var at = noun.Head; at is { } token && token != Trigger; at = token.Head)
        {
            foreach (var complement in Clause.Complements)
            {
                if (complement == token)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The verb that the trigger is only the purpose of ("flew there <c>to meet</c> him"), or null.</summary>
    public Token? PurposeOf =>
        (Carrier?.Predicate ?? Trigger) is { Relation: "advcl", PennTag: "VB" } verb && verb.Child("mark")?.Lemma == "to" && !(verb.Head is { } aim && _codebook.Deciding.Contains(aim.Lemma) && verb.Child("advmod")?.PennTag != "WRB") ? verb.Head : null;

    public static Sight From(Token trigger, Codebook codebook) => new(trigger, codebook);

    /// <summary>Where the subject may stand, the surest first; the first group that names an actor is the one.</summary>
    public IEnumerable<IEnumerable<Token>> Subjects(bool ofPhrase)
    {
        if (!IsNoun)
        {
            if (Trigger is { Relation: "conj", PennTag: "VBD" or "VBZ", Head: { Relation: "ccomp", Head: { Tag: Upos.VERB } saying } said } && Trigger.Child("nsubj") is null
                && _codebook.Voicing.Contains(Trigger.Lemma) && saying.Index < said.Index && saying.PennTag == Trigger.PennTag)
            {
                yield return ClauseReader.Read(saying).Subjects;   // "said Mali broke the truce and urged Chad to keep it"
            }

            yield return Clause.Subjects;
            if (Trigger.Child("expl") is { } it)
            {
                yield return [it];   // "said that it was ready": the parser took it for nobody
            }

            if (Trigger.Relation == "acl" && Clause.Subjects is [{ Relation: "obj", Head: { Tag: Upos.VERB } maker } text] && _codebook.Utterances.Contains(text.Lemma) && !_codebook.Opposing.Contains(maker.Lemma))
            {
                yield return ClauseReader.Read(maker).Subjects;   // "issued a statement criticising Peru", but not "vetoed a resolution …"
            }

            if (Trigger is { Relation: "acl", PennTag: "VBG" } && Clause.Subjects is [{ Relation: "obj", Head: { Tag: Upos.VERB } doer }] && _codebook.Voicing.Contains(Trigger.Lemma) && !_codebook.Opposing.Contains(doer.Lemma))
            {
                yield return ClauseReader.Read(doer).Subjects;   // "began a process accusing Peru": a process is no actor
            }

            if (ClauseReader.IsHeadlineFuture(Trigger) && Trigger.Head is { } noun)
            {
                yield return ClauseReader.PossessorsOf(noun);   // "US plan to sell tanks" as a headline: no actor is called a plan
            }

            if (!Clause.IsPassive && ClauseReader.NearAntecedentOf(Trigger, "nsubj") is { } near)
            {
                yield return [near];
            }

            if (Trigger is { Relation: "advcl", PennTag: "VBG", Head: { Relation: "ccomp", Head: { Tag: Upos.VERB } speech } told } && Trigger.Index > told.Index && Trigger.Child("nsubj") is null && speech.Index < told.Index)
            {
                yield return ClauseReader.Read(speech).Subjects;   // "said that talks could resume, rebuffing a call": where talks are no actor, it is the speaker
            }

            if (Clause.Lender is { } lender && _codebook.Carriers.Contains(lender.Lemma))
            {
                yield return Clause.LentSubjects;
            }

            yield break;
        }

        if (Carrier is { } carrier && !_codebook.Suffering.Contains(carrier.Predicate.Lemma))
        {
            var outer = Outer;
            yield return carrier.Subjects.Where(t => t != outer && t != Trigger);
        }

        yield return Clause.Possessors;
        if (Outer != Trigger)
        {
            yield return ClauseReader.Read(Outer).Possessors;
        }

        if (Trigger.Child("case")?.Lemma != "under")
        {
            yield return Clause.Subjects;   // "is under investigation": it is done to him
        }

        yield return Phrases.Where(p => p.Preposition == "by").Select(p => p.Noun);
        if (ofPhrase)
        {
            yield return Objects;
        }
    }

    /// <summary>The word and what is meant behind it: "round" and "talks" of "a round of talks", "Berg" and "ambassador" of "Ambassador Lena Berg".</summary>
    public Token[] Behind(Token noun)
    {
        foreach (var (known, behind) in _behind)
        {
            if (known == noun)
            {
                return behind;
            }
        }

        Token[] all = [.. FindBehind(noun)];
        _behind.Add((noun, all));
        return all;
    }

    private IEnumerable<Token> FindBehind(Token noun)
    {
        yield return noun;
        if (noun.Tag == Upos.PROPN && noun.Child("nmod:desc") is { } description)
        {
            yield return description;
        }

        var at = noun;
        for (var depth = 0; depth < DeepestPhrase && IsTransparent(at, _codebook); depth++)
        {
            Token? next = null;
            foreach (var child in at.Children)
            {
                if (child.BaseRelation is "nmod" && child.Relation != "nmod:poss" && ClauseReader.PrepositionOf(child) is "of" or "for" or "to")
                {
                    next = child;
                    break;
                }
            }

            if (next is not { } deeper)
            {
                yield break;
            }

            foreach (var token in ClauseReader.Coordinated(deeper))
            {
                yield return token;
            }

            at = deeper;
        }
    }

    /// <summary>Whether what is meant stands behind the word: "a round of", "any of".</summary>
    public static bool IsTransparent(Token noun, Codebook codebook) =>
        codebook.Transparent.Contains(noun.Lemma.ToLowerInvariant()) || noun.Tag is Upos.NUM or Upos.PRON or Upos.DET or Upos.SYM;

    // "handed over their weapons to the monitors": the parser may take the second word of the verb for a preposition.
    private List<Token> ObjectsOfParticle()
    {
        foreach (var phrase in Clause.Obliques)
        {
            if (phrase.Preposition is "over" or "in" or "up" or "out" or "off" or "down" or "back" && phrase.Noun.Child("case") is { } particle && particle.Index == Trigger.Index + 1
                && _codebook.ForVerb(Trigger.Lemma).Any(r => r.Particle == phrase.Preposition && r.Rule.Object is not null))
            {
                return [.. ClauseReader.Coordinated(phrase.Noun)];
            }
        }

        return [];
    }

    private List<Token> FindObjects()
    {
        if (!IsNoun)
        {
            return Clause.Objects.IsEmpty ? ObjectsOfParticle() : [.. Clause.Objects];
        }

        return [.. Clause.Obliques.Where(o => o.Preposition == "of").Select(o => o.Noun)];
    }
}
