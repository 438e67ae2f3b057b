using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Coding.Matching;

/// <summary>What a rule can see from its trigger: the clause, the light verb that carries an event noun, and the phrases around them.</summary>
/// <remarks>Made once a trigger; the parts that few rules ask for are read when first asked for. Used by one thread.</remarks>
internal sealed class Sight
{
    private const int DeepestPhrase = 4;   // "the possibility of a new round of talks on arms"; deeper ones are left alone

    private readonly Codebook _codebook;
    private List<Oblique>? _phrases;
    private List<Token>? _objects;

    private Sight(Token trigger, Codebook codebook)
    {
        _codebook = codebook;
        Clause = ClauseReader.Read(trigger);
        IsNoun = trigger.Tag is Upos.NOUN or Upos.PROPN;
        (Carrier, Outer) = IsNoun ? CarrierOf(trigger) : (null, trigger);
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

    /// <summary>All phrases that a rule may ask for, the trigger's own first.</summary>
    public List<Oblique> Phrases => _phrases ??= FindPhrases();

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
        (Carrier?.Predicate ?? Trigger) is { Relation: "advcl", PennTag: "VB" } verb && verb.Child("mark")?.Lemma == "to" ? verb.Head : null;

    public static Sight From(Token trigger, Codebook codebook) => new(trigger, codebook);

    /// <summary>Where the subject may stand, the surest first; the first group that names an actor is the one.</summary>
    public IEnumerable<IEnumerable<Token>> Subjects(bool ofPhrase)
    {
        if (!IsNoun)
        {
            yield return Clause.Subjects;
            if (ClauseReader.IsHeadlineFuture(Trigger) && Trigger.Head is { } noun)
            {
                yield return ClauseReader.PossessorsOf(noun);   // "US plan to sell tanks" as a headline: no actor is called a plan
            }

            if (!Clause.IsPassive && ClauseReader.NearAntecedentOf(Trigger) is { } near)
            {
                yield return [near];
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

        yield return Clause.Subjects;
        yield return Phrases.Where(p => p.Preposition == "by").Select(p => p.Noun);
        if (ofPhrase)
        {
            yield return Objects;
        }
    }

    /// <summary>The word and what is meant behind it: "round" and "talks" of "a round of talks".</summary>
    public IEnumerable<Token> Behind(Token noun)
    {
        yield return noun;
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

    private List<Token> FindObjects()
    {
        if (!IsNoun)
        {
            return [.. Clause.Objects];
        }

        return [.. Clause.Obliques.Where(o => o.Preposition == "of").Select(o => o.Noun)];
    }

    private List<Oblique> FindPhrases()
    {
        var found = new List<Oblique>();
        Collect(Clause, found, 0);
        if (Outer != Trigger)
        {
            Collect(ClauseReader.Read(Outer), found, DeepestPhrase);
        }

        if (Carrier is { } carrier)
        {
            Collect(carrier, found, DeepestPhrase);
        }

        // "imposed one and spearheaded another against the North": the last verb's phrase serves the first, unless each has its own object.
        foreach (var child in Trigger.Children)
        {
            if (child.Relation == "conj" && child.Tag == Trigger.Tag && !(HasNamedObject(Trigger) && !HasProform(child)))
            {
                Collect(ClauseReader.Read(child), found, 1);
            }
        }

        foreach (var complement in Clause.Complements)
        {
            if (complement.Relation == "xcomp" || complement.PennTag == "VB")
            {
                Collect(ClauseReader.Read(complement), found, 2);
            }
        }

        return found;
    }

    private static bool HasNamedObject(Token verb) => verb.Child("obj") is { Tag: Upos.NOUN or Upos.PROPN };

    private static bool HasProform(Token verb) => verb.Child("obj") is { Tag: Upos.PRON or Upos.DET or Upos.NUM or Upos.ADJ } or { Lemma: "one" or "other" };

    // The nearest first: a clause's own phrases, then those inside its objects, then those inside its phrases.
    private void Collect(Clause clause, List<Oblique> found, int depth, bool inPhrase = false)
    {
        foreach (var phrase in clause.Obliques)
        {
            if (!inPhrase || phrase.Preposition != "of")   // "talks on the release of X" are no talks of X
            {
                found.Add(phrase);
            }
        }

        if (depth >= DeepestPhrase)
        {
            return;
        }

        foreach (var inner in clause.Objects)
        {
            if (inner != clause.Predicate && !IsAbove(inner, clause.Predicate))
            {
                Collect(ClauseReader.Read(inner), found, depth + 1);
                if (LaidBy(inner) is { } laid)
                {
                    Collect(laid, found, DeepestPhrase);
                }
            }
        }

        foreach (var phrase in clause.Obliques)
        {
            if (phrase.Noun.Tag is Upos.NOUN or Upos.PROPN or Upos.PRON && !_codebook.Asides.Contains(phrase.Preposition))
            {
                Collect(ClauseReader.Read(phrase.Noun), found, Math.Max(depth + 1, DeepestPhrase - 1), inPhrase: true);
            }
        }
    }

    // The antecedent of a relative clause is its object and stands above it; its phrases hold the clause itself.
    private static bool IsAbove(Token upper, Token lower)
    {
        for (var at = lower.Head; at is { } token; at = token.Head)
        {
            if (token == upper)
            {
                return true;
            }
        }

        return false;
    }

    // "lift the sanctions imposed on X": whom the object already bears on.
    private Clause? LaidBy(Token noun)
    {
        foreach (var child in noun.Children)
        {
            if (child is { Relation: "acl", PennTag: "VBN" } && _codebook.Carriers.Contains(child.Lemma))
            {
                return ClauseReader.Read(child);
            }
        }

        return null;
    }

    private (Clause? Carrier, Token Outer) CarrierOf(Token noun)
    {
        var at = noun;
        var outer = noun;
        for (var depth = 0; depth < DeepestPhrase && at.Head is { } head; depth++)
        {
            if (at.BaseRelation is "obj" or "nsubj" && head.Tag == Upos.VERB && _codebook.Carriers.Contains(head.Lemma))
            {
                return (ClauseReader.Read(head), outer);
            }

            if (at.Relation == "conj" && head.Tag == at.Tag)
            {
                at = head;
                continue;
            }

            if (at.BaseRelation is "nmod" && IsTransparent(head, _codebook) && ClauseReader.PrepositionOf(at) is "of" or "for")
            {
                at = outer = head;
                continue;
            }

            break;
        }

        // "the sanctions that Washington imposed", "talks held in May"
        foreach (var child in noun.Children)
        {
            if (child.BaseRelation is "acl" && child.Tag == Upos.VERB && _codebook.Carriers.Contains(child.Lemma))
            {
                return (ClauseReader.Read(child), outer);
            }
        }

        return (null, outer);
    }
}
