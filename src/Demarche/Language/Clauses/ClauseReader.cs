using System.Collections.Immutable;

namespace Demarche.Language.Clauses;

/// <summary>Reads the deep roles of a verb or noun off the dependency tree.</summary>
public static class ClauseReader
{
    // Controllers are looked for up the tree; deeper nesting than this is a parse error.
    private const int DeepestControl = 6;

    /// <summary>The roles of <paramref name="predicate"/>.</summary>
    public static Clause Read(Token predicate) =>
        predicate.Tag is Upos.NOUN or Upos.PROPN ? ReadNoun(predicate) : ReadVerb(predicate);

    /// <summary>The token and everything coordinated with it.</summary>
    public static ImmutableArray<Token> Coordinated(Token first)
    {
        var all = ImmutableArray.CreateBuilder<Token>();
        all.Add(first);
        foreach (var child in first.Children)
        {
            if (child.Relation == "conj")
            {
                all.Add(child);
            }
        }

        return all.ToImmutable();
    }

    /// <summary>The preposition that marks a phrase, or null: "because of" for a fixed one.</summary>
    public static string? PrepositionOf(Token noun)
    {
        foreach (var child in noun.Children)
        {
            if (child.Relation != "case" || child.Form is "'s" or "’s" or "'" or "s")
            {
                continue;
            }

            var preposition = child.Lemma.ToLowerInvariant();
            foreach (var part in child.Children)
            {
                if (part.Relation == "fixed")
                {
                    preposition += " " + part.Lemma.ToLowerInvariant();
                }
            }

            return preposition;
        }

        return null;
    }

    /// <summary>The word that negates <paramref name="predicate"/>: its "not" or "never", a "no" before its subject or object.</summary>
    public static Token? NegationOf(Token predicate)
    {
        foreach (var child in predicate.Children)
        {
            if (child.Relation is "advmod" or "det" or "cc:preconj" or "aux" && IsNegative(child) && !IsOnly(child))
            {
                return child;
            }

            if (child.BaseRelation is "nsubj" or "obj")
            {
                foreach (var part in child.Children)
                {
                    if (part.Relation == "det" && IsNegative(part))
                    {
                        return part;
                    }
                }

                if (child.Lemma.ToLowerInvariant() is "nobody" or "nothing" or "none" or "neither")
                {
                    return child;
                }
            }
        }

        return null;
    }

    private static bool IsNegative(Token token) => token.Lemma.ToLowerInvariant() is "not" or "n't" or "never" or "no" or "neither" or "nor" or "hardly";

    // "not only met" says that they met.
    private static bool IsOnly(Token negation) =>
        negation.Index + 1 < negation.Sentence.Count && negation.Sentence[negation.Index + 1].Lemma.ToLowerInvariant() is "only" or "just" or "merely";

    private static bool HasCopula(Token token) => token.Child("cop") is not null;

    private static Clause ReadVerb(Token verb)
    {
        var passive = IsPassive(verb);
        var surface = SurfaceSubjects(verb, 0);
        var objects = OwnObjects(verb);
        var obliques = ObliquesOf(verb);
        var agents = AgentsOf(verb, passive);
        var subjects = passive ? agents : surface;
        if (passive)
        {
            objects = objects.IsEmpty ? surface : objects;
        }

        var lender = subjects.IsEmpty || verb.Relation is "acl" or "xcomp" ? LenderOf(verb) : null;
        return new Clause(verb)
        {
            Subjects = subjects,
            Lender = lender,
            LentSubjects = lender is { } above && !passive ? SurfaceSubjects(above, 1) : [],
            Objects = objects.IsEmpty ? SharedObjects(verb) : objects,
            IndirectObjects = passive && !OwnObjects(verb).IsEmpty ? surface : Fillers(verb, "iobj"),
            Obliques = obliques,
            Complements = ComplementsOf(verb),
            IsPassive = passive,
            Negation = NegationOf(verb),
        };
    }

    /// <summary>Whose a noun is: possessors, adjectives and compounds ("its", "Iran's", "US calls"), whether they name an actor or not.</summary>
    public static ImmutableArray<Token> PossessorsOf(Token noun)
    {
        var possessors = ImmutableArray.CreateBuilder<Token>();
        foreach (var child in noun.Children)
        {
            if (child.Relation is "nmod:poss" or "compound" or "amod" or "nmod:unmarked" or "nmod:desc")
            {
                possessors.AddRange(Coordinated(child));
                if (child.Relation is "compound" or "amod")
                {
                    AddCompoundParts(child, possessors);   // "US - North Korea summit": compounds hang on compounds
                }
            }
        }

        return possessors.ToImmutable();
    }

    private static Clause ReadNoun(Token noun)
    {
        return new Clause(noun)
        {
            Possessors = PossessorsOf(noun),
            Subjects = HasCopula(noun) ? SurfaceSubjects(noun, 0) : [],
            Obliques = ObliquesOf(noun),
            Complements = ComplementsOf(noun),
            Negation = NegationOf(noun),
        };
    }

    private static void AddCompoundParts(Token token, ImmutableArray<Token>.Builder parts)
    {
        foreach (var child in token.Children)
        {
            if (child.Relation is "compound" or "nmod" or "nmod:unmarked" or "amod" or "flat" && child.Tag is Upos.PROPN or Upos.ADJ)
            {
                parts.Add(child);
            }
        }
    }

    private static bool IsPassive(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.Relation is "nsubj:pass" or "aux:pass" or "csubj:pass" or "nsubj:outer")
            {
                return child.Relation != "nsubj:outer";
            }

            if (child.BaseRelation is "nsubj")
            {
                return false;
            }
        }

        if (verb.Relation == "conj" && verb.PennTag == "VBN" && verb.Head is { } head && verb.Child("aux") is null)
        {
            return IsPassive(head);
        }

        return verb.PennTag == "VBN" && verb.Relation is "acl" or "amod" && verb.PennTag == "VBN";
    }

    private static ImmutableArray<Token> SurfaceSubjects(Token verb, int depth)
    {
        foreach (var child in verb.Children)
        {
            if (child.BaseRelation is "nsubj" && child.Relation != "nsubj:outer")
            {
                return Antecedents(child, verb);
            }
        }

        if (depth >= DeepestControl || verb.Head is not { } head)
        {
            return [];
        }

        switch (verb.Relation)
        {
            case "conj" when head.Tag is Upos.VERB or Upos.AUX or Upos.ADJ || HasCopula(head):
            case "advcl":
            case "parataxis" when verb.PennTag is "VBG" or "VBN":
                return SurfaceSubjects(head, depth + 1);
            case "xcomp":
                var objects = OwnObjects(head);
                return !objects.IsEmpty && !IsSubjectControl(head) ? objects : SurfaceSubjects(head, depth + 1);
            case "acl" when verb.PennTag is "VBG" or "VBN":
                return Coordinated(head);
            case "acl":
                return PossessorsOf(head);
            case "acl:relcl" when !HasObjectGap(verb):
                return Coordinated(head);
            default:
                return [];
        }
    }

    // "promised Kyiv to send" keeps its subject; nearly all other verbs with an object hand it on.
    private static bool IsSubjectControl(Token verb) => verb.Lemma is "promise" or "vow" or "threaten";

    // The verb above the noun that an infinitive completes: "made" of "made an attempt to attack".
    private static Token? LenderOf(Token verb)
    {
        var at = verb;
        for (var depth = 0; depth < DeepestControl && at.Relation is "xcomp" or "conj" && at.Head is { } head; depth++)
        {
            if (at.Relation == "xcomp" && !OwnObjects(head).IsEmpty && !IsSubjectControl(head))
            {
                return null;   // "an effort to persuade Kim to sign": Kim is to sign
            }

            at = head;
        }

        return at.Relation == "acl" && at.PennTag == "VB" && at.Head is { } noun && noun.Relation is "obj" && noun.Head is { Tag: Upos.VERB } lender ? lender : null;
    }

    private static bool HasObjectGap(Token relative)
    {
        foreach (var child in relative.Children)
        {
            if (child.BaseRelation is "nsubj")
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<Token> Antecedents(Token subject, Token verb)
    {
        if (IsRelativePronoun(subject) && verb.Relation == "acl:relcl" && verb.Head is { } antecedent)
        {
            return Coordinated(antecedent);
        }

        if (IsRelativePronoun(subject) && verb.Relation == "conj" && verb.Head is { Relation: "acl:relcl" } first && first.Head is { } shared)
        {
            return Coordinated(shared);
        }

        return Coordinated(subject);
    }

    private static bool IsRelativePronoun(Token token) => token.PennTag is "WDT" or "WP" || token.Tag == Upos.PRON && token.Lemma is "that" or "which" or "who";

    private static ImmutableArray<Token> OwnObjects(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.Relation == "obj")
            {
                return verb.Relation == "acl:relcl" && IsRelativePronoun(child) && verb.Head is { } head ? Coordinated(head) : Coordinated(child);
            }
        }

        // "the sanctions (that) Washington imposed": the gap is the object where the clause has a subject of its own.
        if (verb.Relation == "acl:relcl" && verb.Tag == Upos.VERB && verb.Head is { } gap && verb.Child("nsubj") is { } own && !IsRelativePronoun(own)
            && verb.Child("ccomp") is null && !HasStrandedAdverb(verb))
        {
            return Coordinated(gap);
        }

        return [];
    }

    // "the day when Trump met Kim": the gap is a time or place.
    private static bool HasStrandedAdverb(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.PennTag == "WRB" || child.Relation == "obl" && IsRelativePronoun(child))
            {
                return true;
            }
        }

        return verb.Head is { } head && head.Lemma is "time" or "day" or "year" or "place" or "way" or "reason";
    }

    // "proposed and signed a treaty": the first verb shares the object of the second.
    private static ImmutableArray<Token> SharedObjects(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.Relation == "conj" && child.Tag == verb.Tag && child.Index - verb.Index <= 3)
            {
                return OwnObjects(child);
            }
        }

        return [];
    }

    private static ImmutableArray<Token> Fillers(Token verb, string relation) => verb.Child(relation) is { } child ? Coordinated(child) : [];

    private static ImmutableArray<Token> AgentsOf(Token verb, bool passive)
    {
        foreach (var child in verb.Children)
        {
            if (child.Relation == "obl:agent" || passive && child.Relation == "obl" && PrepositionOf(child) == "by")
            {
                return Coordinated(child);
            }
        }

        return [];
    }

    private static ImmutableArray<Oblique> ObliquesOf(Token predicate)
    {
        var obliques = ImmutableArray.CreateBuilder<Oblique>();
        foreach (var child in predicate.Children)
        {
            if (child.BaseRelation is not ("obl" or "nmod" or "advcl" or "acl") || child.Relation is "nmod:poss" or "obl:unmarked" or "nmod:unmarked")
            {
                continue;
            }

            if ((PrepositionOf(child) ?? MarkOf(child)) is { } preposition)
            {
                foreach (var noun in Coordinated(child))
                {
                    obliques.Add(new Oblique(preposition, noun));
                }
            }
        }

        return obliques.ToImmutable();
    }

    // "warned against holding", "accused of selling": the preposition marks a clause.
    private static string? MarkOf(Token clause) =>
        clause.PennTag == "VBG" && clause.Child("mark") is { Tag: Upos.SCONJ or Upos.ADP } mark ? mark.Lemma.ToLowerInvariant() : null;

    private static ImmutableArray<Token> ComplementsOf(Token predicate)
    {
        var complements = ImmutableArray.CreateBuilder<Token>();
        foreach (var child in predicate.Children)
        {
            var completes = child.Relation is "xcomp" or "ccomp" or "csubj"
                || child.Relation is "acl" or "advcl" && (child.Child("mark")?.Lemma is "to" or "that" or "for" || predicate.Tag == Upos.NOUN && child.PennTag is "VB")
                || child.Relation is "acl" or "advcl" && child.PennTag == "VBG" && MarkOf(child) is not null;
            if (completes)
            {
                complements.Add(child);
                foreach (var second in child.Children)
                {
                    if (second.Relation == "conj" && second.Tag == Upos.VERB)
                    {
                        complements.Add(second);
                    }
                }
            }
        }

        return complements.ToImmutable();
    }
}
