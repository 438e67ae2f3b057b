using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>A word that decides about the event which hangs on it.</summary>
/// <param name="Second">A particle, preposition or adverb that must go with it ("rule out"), or null.</param>
/// <param name="On">Where the event may hang.</param>
/// <param name="Effect">What it does to the event.</param>
/// <param name="UnlessPast">Whether it does so only while it has not been done itself: "to verify that", not "verified that".</param>
/// <param name="Of">The only verbs about which it decides; empty for all.</param>
/// <param name="Denied">What it does where it is denied itself, or null where the denial turns its effect: "did not rule out an attack".</param>
internal sealed record Governor(string? Second, Hanging On, Effect Effect, bool UnlessPast, FrozenSet<string> Of, Effect? Denied)
{
    /// <summary>Where an event hangs by default.</summary>
    private const Hanging Usual = Hanging.Clause | Hanging.Object | Hanging.Phrase | Hanging.Noun;

    /// <summary>Whether it is about what hangs on it, and its second word goes with <paramref name="token"/>: below it, or marking what hangs on it.</summary>
    public bool Meets(Token token, Token below)
    {
        if (Of.Count > 0 && !Of.Contains(below.Lemma))
        {
            return false;
        }

        if (Second is null)
        {
            return true;
        }

        foreach (var child in token.Children)
        {
            if (child.Lemma.Equals(Second, StringComparison.OrdinalIgnoreCase) && child.BaseRelation is "compound" or "advmod" or "case" or "mark" or "xcomp"
                || child.Index == below.Index && Marks(child))
            {
                return true;
            }
        }

        return Marks(below);
    }

    private bool Marks(Token below)
    {
        foreach (var child in below.Children)
        {
            if (child.BaseRelation is "case" or "mark" && child.Lemma.Equals(Second, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the groups of the table, indexed by the first word.</summary>
    public static FrozenDictionary<string, ImmutableArray<Governor>> Read(CodebookYaml? groups, Func<CodebookYaml, Effect> effectOf, ICollection<Diagnostic> complaints)
    {
        var found = new Dictionary<string, List<Governor>>(StringComparer.Ordinal);
        foreach (var group in groups?.Items ?? [])
        {
            var effect = effectOf(group);
            var on = Places(group["on"], complaints);
            var unlessPast = group["unless-past"]?.Scalar == "true";
            var denied = group["denied"] is { } left ? effectOf(left) : null;
            var of = (group["of"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal);
            foreach (var word in group["words"]?.Scalars ?? [])
            {
                var space = word.IndexOf(' ', StringComparison.Ordinal);
                var (first, second) = space < 0 ? (word, null) : (word[..space], word[(space + 1)..]);
                (found.TryGetValue(first, out var list) ? list : found[first] = []).Add(new Governor(second, on, effect, unlessPast, of, denied));
            }
        }

        return found.ToFrozenDictionary(p => p.Key, p => p.Value.OrderBy(g => g.Second is null).ToImmutableArray(), StringComparer.Ordinal);
    }

    private static Hanging Places(CodebookYaml? node, ICollection<Diagnostic> complaints)
    {
        if (node is not { } given)
        {
            return Usual;
        }

        var on = Hanging.None;
        foreach (var name in given.Scalars)
        {
            if (Enum.TryParse(name, ignoreCase: true, out Hanging place) && place != Hanging.None)
            {
                on |= place;
            }
            else
            {
                complaints.Add(Diagnostics.BadCodebook(given.Where, $"'{name}' is no place where an event hangs", "Use clause, infinitive, object, phrase, subject, passive or noun."));
            }
        }

        return on;
    }
}

/// <summary>Where an event hangs on a word that decides about it.</summary>
[Flags]
internal enum Hanging
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>It completes it as a clause: "plans to visit".</summary>
    Clause = 1,

    /// <summary>It is its object, or the subject of its passive: "scrapped a visit".</summary>
    Object = 2,

    /// <summary>It stands in its phrase: "called for a visit", "the threat of war".</summary>
    Phrase = 4,

    /// <summary>It is its subject: "talks continue".</summary>
    Subject = 8,

    /// <summary>It completes its passive: "is said to have visited".</summary>
    Passive = 16,

    /// <summary>The word modifies it: "a planned visit".</summary>
    Noun = 32,

    /// <summary>It completes it as an infinitive: "told them to leave", not "told them that he left".</summary>
    Infinitive = 64,
}
