using System.Collections.Immutable;

namespace Demarche.Language.Clauses;

/// <summary>Finds who does what a verb says: subjects, controllers, antecedents and agents.</summary>
internal static class Subjects
{
    // Controllers are looked for up the tree; deeper nesting than this is a parse error.
    private const int DeepestControl = 6;

    /// <summary>The subject as the surface has it: its own, or that of the clause that controls it.</summary>
    public static ImmutableArray<Token> Surface(Token verb, int depth)
    {
        if (Nearest(verb) is { } subject)
        {
            return Antecedents(WithoutPrefix(subject, verb), verb);
        }

        if (depth >= DeepestControl || verb.Head is not { } head)
        {
            return [];
        }

        switch (verb.Relation)
        {
            case "advcl" when (verb.PennTag == "VBG" || verb.Child("aux") is { PennTag: "VBG" } || verb.Child("cop") is { PennTag: "VBG" }) && Objects.Own(head) is { IsEmpty: false } told && verb.Child("mark")?.Lemma is "for" or "of" or "from" or "against" or "into":
                return told;   // "accused Iran of arming", "of being behind the raid", "kept him from leaving"
            case "advcl" or "xcomp" when AskedOf(verb, head) is { } other:
                return ClauseReader.Coordinated(other);
            case "conj" when head.Tag is Upos.VERB or Upos.AUX or Upos.ADJ || ClauseReader.HasCopula(head):
            case "advcl":
            case "parataxis" when verb.PennTag is "VBG" or "VBN":
                return Surface(head, depth + 1);
            case "xcomp":
                var objects = Objects.Own(head) is { IsEmpty: false } own ? own : Objects.Fillers(head, "iobj");
                return !objects.IsEmpty && !IsSubjectControl(head) && !IsAimOfContact(verb, head) ? objects : Surface(head, depth + 1);
            case "acl" when verb.PennTag is "VBG" or "VBN":
                return ClauseReader.Coordinated(head);
            case "acl" when FirstOf(head) is { } ranked:
                return Surface(ranked, depth + 1);
            case "acl":
                return HeadlineFuture.SubjectOf(verb) is { } noun ? HeadlineFuture.Subjects(noun) : ClauseReader.PossessorsOf(head);
            case "acl:relcl" when !HasObjectGap(verb):
                return ClauseReader.Coordinated(head);
            default:
                return [];
        }
    }

    // Of two before the verb the nearer: "Norway to send aid, officials say".
    private static Token? Nearest(Token verb)
    {
        Token? nearest = null;
        foreach (var child in verb.Children)
        {
            if (child.BaseRelation is "nsubj" && (child.Relation != "nsubj:outer" || IsInfinitive(verb)) && (nearest is null || child.Index < verb.Index))
            {
                nearest = child;
            }
        }

        return nearest;
    }

    // "North Korea test-fired missiles": the first half of the verb, which the parser takes for its subject, hides the subject.
    private static Token WithoutPrefix(Token subject, Token verb) =>
        subject.Tag == Upos.NOUN && subject.Index == verb.Index - 2 && verb.Sentence[verb.Index - 1].Form == "-" && subject.Child("compound") is { } hidden ? hidden : subject;

    /// <summary>Whether the verb is an infinitive that has the subject of the "is" before it: "Iran is to hold talks", "is due to visit".</summary>
    public static bool IsInfinitive(Token verb) => verb.Child("mark") is { Lemma: "to" or "due" };

    // "called on Iran to stop", "appealed for the men to be freed": who is to do it stands in the phrase before the infinitive.
    private static Token? AskedOf(Token verb, Token head)
    {
        if (verb.PennTag is not ("VB" or "VBN") || verb.Child("mark") is not { Lemma: "to" } mark || head.Lemma is not ("call" or "appeal" or "plead" or "press" or "push" or "ask" or "wait"))
        {
            return null;
        }

        Token? asked = null;
        foreach (var child in head.Children)
        {
            if (child.Relation == "obl" && child.Index > head.Index && child.Index < mark.Index && ClauseReader.PrepositionOf(child) is "on" or "upon" or "for" or "to")
            {
                asked = child;
            }
        }

        return asked;
    }

    // "promised Kyiv to send" keeps its subject; nearly all other verbs with an object hand it on.
    private static bool IsSubjectControl(Token verb) => verb.Lemma is "promise" or "vow" or "threaten";

    // "telephoned Modi to express his grief", "summoned the envoy to protest": who seeks another out speaks himself.
    private static bool IsAimOfContact(Token aim, Token verb) =>
        verb.Lemma is "telephone" or "phone" or "visit" or "meet" or "contact" || verb.Lemma is "call" or "summon" or "write" or "join" or "receive" or "host"
        && aim.Lemma is "express" or "convey" or "voice" or "congratulate" or "thank" or "apologise" or "apologize" or "condemn" or "denounce" or "protest" or "complain" or "discuss" or "demand" or "warn";

    // "Russia became the first state to recognise it", "was the only one to object": who is the first does so.
    private static Token? FirstOf(Token noun) =>
        noun.Child("amod") is not { Lemma: "first" or "second" or "third" or "last" or "only" or "latest" } ? null
            : ClauseReader.HasCopula(noun) ? noun
            : noun is { BaseRelation: "xcomp" or "obj", Head: { Lemma: "become" } become } ? become : null;

    // The verb above the noun that an infinitive completes: "made" of "made an attempt to attack".
    public static Token? LenderOf(Token verb)
    {
        var at = verb;
        for (var depth = 0; depth < DeepestControl && at.Relation is "xcomp" or "conj" && at.Head is { } head; depth++)
        {
            if (at.Relation == "xcomp" && !Objects.Own(head).IsEmpty && !IsSubjectControl(head))
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
        if (IsRelativePronoun(subject) && (verb.Relation == "acl:relcl" || verb.Relation == "advcl:relcl" && verb.Head is { } focus && IsCleft(focus)) && verb.Head is { } antecedent)
        {
            return ClauseReader.Coordinated(antecedent);
        }

        if (IsRelativePronoun(subject) && verb.Relation == "conj" && verb.Head is { Relation: "acl:relcl" } first && first.Head is { } shared)
        {
            return ClauseReader.Coordinated(shared);
        }

        return ClauseReader.Coordinated(subject);
    }

    // "It is Norway that gives": the clause hangs on the predicate of "it is".
    private static bool IsCleft(Token focus) => focus.Tag is Upos.NOUN or Upos.PROPN && ClauseReader.HasCopula(focus) && focus.Child("nsubj") is { Lemma: "it" } or { Form: "It" };

    /// <summary>The noun right before the relative pronoun that is the verb's subject or object, where the clause hangs on another.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="gap">What the pronoun is of it: "nsubj" or "obj".</param>
    public static Token? NearAntecedent(Token verb, string gap)
    {
        var relative = gap == "nsubj" && verb is { Relation: "conj", Head: { } first } && verb.Child("nsubj") is null ? first : verb;
        if (relative.Relation != "acl:relcl" || relative.Head is not { } antecedent || relative.Child(gap) is not { } pronoun || !IsRelativePronoun(pronoun))
        {
            return null;
        }

        var at = pronoun.Index - 1;
        while (at > antecedent.Index && relative.Sentence[at].Tag == Upos.PUNCT)
        {
            at--;
        }

        if (at <= antecedent.Index)
        {
            return null;
        }

        var near = relative.Sentence[at];
        while (near.Relation is "flat" or "fixed" && near.Head is { } name)
        {
            near = name;
        }

        return near.Tag is Upos.NOUN or Upos.PROPN && near.Index > antecedent.Index ? near : null;
    }

    public static bool IsRelativePronoun(Token token) => token.PennTag is "WDT" or "WP" || token.Tag == Upos.PRON && token.Lemma is "that" or "which" or "who";

    /// <summary>The by-phrase.</summary>
    public static ImmutableArray<Token> Agents(Token verb, bool passive)
    {
        foreach (var child in verb.Children)
        {
            if (child.Relation == "obl:agent" || passive && child.Relation == "obl" && ClauseReader.PrepositionOf(child) == "by")
            {
                return ClauseReader.Coordinated(child);
            }
        }

        return passive ? HiddenAgents(verb) : [];
    }

    // "was imposed on two banks by the council", "was killed in an attack by rebels": the parser hangs the by-phrase on the noun before it.
    private static ImmutableArray<Token> HiddenAgents(Token verb)
    {
        foreach (var host in verb.Children)
        {
            if (host.BaseRelation is not ("obl" or "obj") || host.Index < verb.Index || ClauseReader.PrepositionOf(host) is "after" or "before" or "of" or "since" or "despite")
            {
                continue;
            }

            foreach (var child in host.Children)
            {
                if (child.Relation is "nmod" or "nmod:agent" or "obl:agent" && ClauseReader.PrepositionOf(child) == "by")
                {
                    return ClauseReader.Coordinated(child);
                }
            }
        }

        return [];
    }
}
