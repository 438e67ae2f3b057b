using System.Collections.Immutable;

namespace Demarche.Language.Clauses;

/// <summary>Reads the deep roles of a verb or noun off the dependency tree.</summary>
public static class ClauseReader
{
    /// <summary>The roles of <paramref name="predicate"/>.</summary>
    public static Clause Read(Token predicate) => predicate.Sentence.ClauseOf(predicate.Index);

    internal static Clause Reading(Token predicate) =>
        predicate.Tag is Upos.NOUN or Upos.PROPN ? ReadNoun(predicate) : ReadVerb(predicate);

    /// <summary>The token and everything coordinated with it.</summary>
    public static ImmutableArray<Token> Coordinated(Token first)
    {
        List<Token>? all = null;   // most words stand alone
        foreach (var child in first.Children)
        {
            if (child.Relation == "conj" && !IsDenied(child))
            {
                (all ??= [first]).Add(child);
            }
        }

        return all is null ? [first] : [.. all];
    }

    // "Norway, not Chad": who is named to be left out is not meant.
    private static bool IsDenied(Token other)
    {
        if (other.Tag is not (Upos.NOUN or Upos.PROPN or Upos.PRON))
        {
            return false;
        }

        foreach (var child in other.Children)
        {
            if (child.Index < other.Index && child.Relation is "advmod" or "cc" && child.Lemma == "not" && !IsOnly(child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The noun right before a relative clause where that is not the one it hangs on: "Iran" of "more trouble with Iran, which objected".</summary>
    public static Token? NearAntecedentOf(Token verb, string gap) => Subjects.NearAntecedent(verb, gap);

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

    /// <summary>Whether a headline tells by an infinitive what its first noun is to do: "Norway to send aid to Nepal".</summary>
    public static bool IsHeadlineFuture(Token verb) => HeadlineFuture.SubjectOf(verb) is not null;

    /// <summary>The word that negates <paramref name="predicate"/>: its "not" or "never", a "no" before its subject or object.</summary>
    public static Token? NegationOf(Token predicate)
    {
        foreach (var child in predicate.Children)
        {
            if ((child.Relation is "advmod" or "det" or "cc:preconj" or "aux" || child.Relation == "cc" && child.Lemma.Equals("nor", StringComparison.OrdinalIgnoreCase)) && IsNegative(child) && !IsOnly(child))
            {
                return child;
            }

            if (child is { Relation: "advmod", Form: "longer" } && child.Child("advmod") is { Form: "no" } no)
            {
                return no;
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

    internal static bool HasCopula(Token token) => token.Child("cop") is not null;

    private static Clause ReadVerb(Token verb)
    {
        var passive = IsPassive(verb);
        var surface = Subjects.Surface(verb, 0);
        var objects = Objects.Own(verb);
        var obliques = ObliquesOf(verb);
        var agents = Subjects.Agents(verb, passive);
        var subjects = passive ? agents : surface;
        if (passive)
        {
            objects = objects.IsEmpty ? surface : objects;
        }

        var lender = subjects.IsEmpty || verb.Relation is "acl" or "xcomp" ? Subjects.LenderOf(verb) : null;
        return new Clause(verb)
        {
            Subjects = subjects,
            Lender = lender,
            LentSubjects = lender is { } above && !passive ? Subjects.Surface(above, 1) : [],
            Objects = objects.IsEmpty ? Objects.Shared(verb) : objects,
            IndirectObjects = passive && !Objects.Own(verb).IsEmpty ? surface : Objects.Fillers(verb, "iobj"),
            Obliques = obliques,
            Complements = ComplementsOf(verb),
            IsPassive = passive,
            Negation = NegationOf(verb),
        };
    }

    /// <summary>Whose a noun is: possessors, adjectives and compounds ("its", "Iran's", "US calls"), whether they name an actor or not.</summary>
    public static ImmutableArray<Token> PossessorsOf(Token noun)
    {
        List<Token>? possessors = null;
        foreach (var child in noun.Children)
        {
            if (child.Relation is "nmod:poss" or "compound" or "amod" or "nmod:unmarked" or "nmod:desc")
            {
                possessors ??= [];
                possessors.AddRange(Coordinated(child));
                if (child.Relation is "compound" or "amod")
                {
                    AddCompoundParts(child, possessors);   // "US - North Korea summit": compounds hang on compounds
                }
            }
        }

        return possessors is null ? [] : [.. possessors];
    }

    private static Clause ReadNoun(Token noun)
    {
        return new Clause(noun)
        {
            Possessors = PossessorsOf(noun),
            Subjects = HasCopula(noun) ? Subjects.Surface(noun, 0) : [],
            Obliques = ObliquesOf(noun),
            Complements = ComplementsOf(noun),
            Negation = NegationOf(noun),
        };
    }

    private static void AddCompoundParts(Token token, List<Token> parts)
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
            if (child.Relation is "nsubj:pass" or "aux:pass" or "csubj:pass")
            {
                return true;
            }

            if (child.Relation == "nsubj:outer" && Subjects.IsInfinitive(verb))
            {
                continue;   // "the curbs are to be lifted"
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

        // "troops killed in May", "backed by Moscow, the army moved"
        return verb.PennTag == "VBN" && verb.Relation is "acl" or "amod" or "advcl" && verb.Child("aux") is null;
    }

    private static ImmutableArray<Oblique> ObliquesOf(Token predicate)
    {
        List<Oblique>? obliques = null;
        foreach (var child in predicate.Children)
        {
            if (child.BaseRelation is not ("obl" or "nmod" or "advcl" or "acl") || child.Relation is "nmod:poss" or "obl:unmarked" or "nmod:unmarked")
            {
                continue;
            }

            if ((PrepositionOf(child) ?? MarkOf(child)) is { } preposition)
            {
                foreach (var noun in Subjects.IsRelativePronoun(child) && predicate is { Relation: "acl:relcl", Head: { } antecedent } ? Coordinated(antecedent) : Coordinated(child))
                {
                    (obliques ??= []).Add(new Oblique(preposition, noun));   // "Saddam, with whom the king met"
                }
            }
        }

        return obliques is null ? [] : [.. obliques];
    }

    // "warned against holding", "accused of selling": the preposition marks a clause.
    private static string? MarkOf(Token clause) =>
        clause.PennTag == "VBG" && clause.Child("mark") is { Tag: Upos.SCONJ or Upos.ADP } mark ? mark.Lemma.ToLowerInvariant() : null;

    private static ImmutableArray<Token> ComplementsOf(Token predicate)
    {
        List<Token>? complements = null;
        foreach (var child in predicate.Children)
        {
            var completes = child.Relation is "xcomp" or "ccomp" or "csubj"
                || child.Relation is "acl" or "advcl" && (child.Child("mark")?.Lemma is "to" or "that" or "for" || predicate.Tag == Upos.NOUN && child.PennTag is "VB")
                || child.Relation is "acl" or "advcl" && child.PennTag == "VBG" && MarkOf(child) is "of" or "against" or "for" or "on" or "from" or "to" or "about" or "over"
                || child.Relation == "acl" && child.PennTag == "VBG" && predicate.Tag == Upos.NOUN && MarkOf(child) is "in"   // "interest in resuming"
                || child.Relation == "advcl" && child.PennTag == "VBG" && child.Child("mark") is null && child.Index > predicate.Index && predicate.Child("aux:pass") is not null;   // "were killed fighting"
            if (completes)
            {
                (complements ??= []).Add(child);
                foreach (var second in child.Children)
                {
                    if (second.Relation == "conj" && second.Tag == Upos.VERB)
                    {
                        complements.Add(second);
                    }
                }
            }
        }

        return complements is null ? [] : [.. complements];
    }
}
