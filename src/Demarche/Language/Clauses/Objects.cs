using System.Collections.Immutable;

namespace Demarche.Language.Clauses;

/// <summary>Finds to what a verb's act is done.</summary>
internal static class Objects
{
    /// <summary>The object of the verb itself, or the antecedent whose gap it has.</summary>
    public static ImmutableArray<Token> Own(Token verb)
    {
        // "called the minister a liar": the parser often takes both for objects.
        List<Token>? objects = null;
        foreach (var child in verb.Children)
        {
            if (child.Relation == "obj" && !IsOfQuoted(child, verb))
            {
                objects ??= [];
                objects.AddRange(verb.Relation == "acl:relcl" && Subjects.IsRelativePronoun(child) && verb.Head is { } head ? ClauseReader.Coordinated(head) : ClauseReader.Coordinated(child));
            }
        }

        if (objects is not null)
        {
            return [.. objects];
        }

        if (LeftToSpeech(verb) is { } left)
        {
            return ClauseReader.Coordinated(left);
        }

        // "the sanctions (that) Washington imposed": the gap is the object where the clause has a subject of its own.
        if (verb.Relation == "acl:relcl" && verb.Tag == Upos.VERB && verb.Head is { } gap && verb.Child("nsubj") is { } own && !Subjects.IsRelativePronoun(own)
            && own.Child("nmod:poss")?.PennTag != "WP$" && verb.Child("ccomp") is null && !HasStrandedAdverb(verb))
        {
            return ClauseReader.Coordinated(gap);
        }

        // "urged Israel to lift the ban": one told to act is an indirect object by the treebank, alone or not.
        return Fillers(verb, "iobj") is { IsEmpty: false } told ? told : Unmarked(verb);
    }

    // "France imposed sanctions on Tuesday, the ministry said": the parser may give the object of what is said to the verb that says it.
    private static bool IsOfQuoted(Token thing, Token speech) =>
        thing.Index < speech.Index && speech.Child("ccomp") is { } said && said.Index < thing.Index;

    private static Token? LeftToSpeech(Token verb)
    {
        if (verb is not { Relation: "ccomp", Head: { } speech } || speech.Index < verb.Index)
        {
            return null;
        }

        foreach (var child in speech.Children)
        {
            if (child.Relation == "obj" && child.Index > verb.Index && IsOfQuoted(child, speech))
            {
                return child;
            }
        }

        return null;
    }

    // "called off talks": a bare phrase after the verb that is no time is its object, whatever the parser calls it.
    private static ImmutableArray<Token> Unmarked(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.Relation == "obl" && child.Tag is Upos.NOUN or Upos.PROPN && child.Index > verb.Index && ClauseReader.PrepositionOf(child) is null)
            {
                return ClauseReader.Coordinated(child);
            }
        }

        return [];
    }

    // "the day when Trump met Kim": the gap is a time or place.
    private static bool HasStrandedAdverb(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.PennTag == "WRB" || child.Relation == "obl" && Subjects.IsRelativePronoun(child))
            {
                return true;
            }
        }

        return verb.Head is { } head && head.Lemma is "time" or "day" or "year" or "place" or "way" or "reason";
    }

    // "proposed and signed a treaty": the first verb shares the object of the second.
    public static ImmutableArray<Token> Shared(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.Relation == "conj" && child.Tag == verb.Tag && child.Index - verb.Index <= 3)
            {
                return Own(child);
            }
        }

        return [];
    }

    /// <summary>What stands in a relation, with what is coordinated with it.</summary>
    public static ImmutableArray<Token> Fillers(Token verb, string relation) => verb.Child(relation) is { } child ? ClauseReader.Coordinated(child) : [];
}
