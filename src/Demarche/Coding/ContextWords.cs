using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>The words that give an event its contexts ("nuclear" gives cbrn). Immutable and thread-safe.</summary>
internal sealed class ContextWords
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> _contexts;

    private readonly FrozenSet<string> _pairs;   // second words of two-word entries, so that few words ask for a pair

    private ContextWords(FrozenDictionary<string, ImmutableArray<string>> contexts)
    {
        _contexts = contexts;
        _pairs = contexts.Keys.Where(k => k.Contains(' ', StringComparison.Ordinal)).Select(k => k[(k.LastIndexOf(' ') + 1)..]).ToFrozenSet(StringComparer.Ordinal);
    }

    public static ContextWords? Read(CodebookFiles files, Ontology ontology, ICollection<Diagnostic> complaints)
    {
        var byLemma = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        if (files.At("words/contexts.yaml") is { } file && CodebookYaml.Parse(file, complaints) is { } root)
        {
            foreach (var (context, words) in root.Entries)
            {
                if (!ontology.Contexts.Contains(context))
                {
                    complaints.Add(Diagnostics.BadCodebook(words.Where, $"'{context}' is no context", "Use one of ontology.yaml's contexts."));
                }

                foreach (var word in words.Scalars)
                {
                    (byLemma.TryGetValue(word, out var list) ? list : byLemma[word] = []).Add(context);
                }
            }
        }

        return new ContextWords(byLemma.ToFrozenDictionary(p => p.Key, p => p.Value.ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>The contexts of the words of a stretch of a sentence, in alphabetical order.</summary>
    public ImmutableArray<string> Of(Sentence sentence, int first, int last)
    {
        SortedSet<string>? found = null;
        for (var i = first; i <= last; i++)
        {
            var lemma = sentence[i].Lemma.ToLowerInvariant();
            if (_contexts.TryGetValue(lemma, out var contexts))
            {
                (found ??= new SortedSet<string>(StringComparer.Ordinal)).UnionWith(contexts);
            }

            if (i > first && _pairs.Contains(lemma) && _contexts.TryGetValue(sentence[i - 1].Lemma.ToLowerInvariant() + " " + lemma, out contexts))
            {
                (found ??= new SortedSet<string>(StringComparer.Ordinal)).UnionWith(contexts);
            }
        }

        return found is null ? [] : [.. found];
    }
}
