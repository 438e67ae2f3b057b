using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Coding.Matching;

/// <summary>Finds the phrases that a rule may ask for: those of the trigger, of what carries it, of its objects and of clauses inside it. Used by one thread.</summary>
internal sealed class PhraseFinder(Codebook codebook)
{
    private readonly List<Oblique> _found = [];

    /// <summary>All of them, the trigger's own first.</summary>
    public static List<Oblique> Around(Sight sight, Codebook codebook)
    {
        var finder = new PhraseFinder(codebook);
        finder.Find(sight);
        return finder._found;
    }

    private void Find(Sight sight)
    {
        Collect(sight.Clause, 0);
        if (sight.Outer != sight.Trigger)
        {
            Collect(ClauseReader.Read(sight.Outer), Sight.DeepestPhrase);
        }

        if (sight.Carrier is { } carrier)
        {
            Collect(carrier, Sight.DeepestPhrase);
        }

        // "imposed one and spearheaded another against the North": the last verb's phrase serves the first, unless each has its own object.
        foreach (var child in sight.Trigger.Children)
        {
            if (child.Relation == "conj" && child.Tag == sight.Trigger.Tag && !(HasNamedObject(sight.Trigger) && !HasProform(child)))
            {
                Collect(ClauseReader.Read(child), 1);
            }
        }

        foreach (var complement in sight.Clause.Complements)
        {
            if (complement.Relation == "xcomp" || complement.PennTag == "VB")
            {
                Collect(ClauseReader.Read(complement), 2);
            }
        }

        AddSides(sight);
    }

    // "talks between A and B broke down": the sides stand in the subject.
    private void AddSides(Sight sight)
    {
        if (sight.IsNoun)
        {
            return;
        }

        foreach (var subject in sight.Clause.IsPassive ? sight.Clause.Objects : sight.Clause.Subjects)
        {
            if (subject.Tag == Upos.NOUN && subject.Index < sight.Trigger.Index)
            {
                _found.AddRange(ClauseReader.Read(subject).Obliques.Where(o => o.Preposition == "between"));
            }
        }
    }

    private static bool HasNamedObject(Token verb) => verb.Child("obj") is { Tag: Upos.NOUN or Upos.PROPN };

    private static bool HasProform(Token verb) => verb.Child("obj") is { Tag: Upos.PRON or Upos.DET or Upos.NUM or Upos.ADJ } or { Lemma: "one" or "other" };

    // The nearest first: a clause's own phrases, then those inside its objects, then those inside its phrases.
    private void Collect(Clause clause, int depth, bool inPhrase = false)
    {
        foreach (var phrase in clause.Obliques)
        {
            if (!inPhrase || phrase.Preposition != "of")   // "talks on the release of X" are no talks of X
            {
                _found.Add(phrase);
            }
        }

        if (depth >= Sight.DeepestPhrase)
        {
            return;
        }

        foreach (var inner in clause.Objects)
        {
            if (inner != clause.Predicate && !IsAbove(inner, clause.Predicate))
            {
                Collect(ClauseReader.Read(inner), depth + 1);
                if (LaidBy(inner) is { } laid)
                {
                    Collect(laid, Sight.DeepestPhrase);
                }
            }
        }

        foreach (var phrase in clause.Obliques)
        {
            if (phrase.Noun.Tag is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.SYM or Upos.NUM && !codebook.Asides.Contains(phrase.Preposition) && !(phrase.Preposition == "in" && codebook.Linking.Contains(phrase.Noun.Lemma)))
            {
                Collect(ClauseReader.Read(phrase.Noun), Math.Max(depth + 1, Sight.DeepestPhrase - 1), inPhrase: true);
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
            if (child is { Relation: "acl", PennTag: "VBN" } && codebook.Carriers.Contains(child.Lemma))
            {
                return ClauseReader.Read(child);
            }
        }

        return null;
    }
}
