using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Coding.Rules;

/// <summary>The word classes of a codebook, and the words that a place of a rule asks for.</summary>
internal sealed class WordClasses(ICollection<Diagnostic> complaints)
{
    private readonly Dictionary<string, CodebookYaml> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _members = new(StringComparer.Ordinal);   // of classes, by name with $

    /// <summary>The words of a class, for the engine's own use ("transparent").</summary>
    public FrozenSet<string> Of(string name) =>
        _classes.TryGetValue(name, out var node) ? Expand(node, "$" + name, 0).ToFrozenSet(StringComparer.Ordinal) : FrozenSet<string>.Empty;

    public void Read(CodebookFile file)
    {
        foreach (var (name, node) in CodebookYaml.Parse(file, complaints)?.Entries ?? [])
        {
            if (!_classes.TryAdd(name, node))
            {
                complaints.Add(Diagnostics.BadCodebook(node.Where, $"word class ${name} is defined twice (also at {_classes[name].Where})", "Keep one."));
            }
        }
    }

    /// <summary>The words that a key names, or null where it is absent.</summary>
    public WordSet? Words(CodebookYaml? node, string id)
    {
        if (node is null)
        {
            return null;
        }

        var lemmas = new HashSet<string>(StringComparer.Ordinal);
        var excluded = new HashSet<string>(StringComparer.Ordinal);
        var set = new WordSet(lemmas, excluded);
        foreach (var word in Expand(node, id, 0))
        {
            switch (word)
            {
                case "actor":
                    set = set with { IsActor = true };
                    break;
                case "any":
                    set = set with { IsAny = true };
                    break;
                case "none":
                    set = set with { IsNone = true };
                    break;
                case "!actor":
                    set = set with { ExcludesActor = true };
                    break;
                case ['!', .. var forbidden]:
                    excluded.Add(forbidden);
                    break;
                default:
                    lemmas.Add(word);
                    break;
            }
        }

        return set with { HasPairs = lemmas.Any(l => l.AsSpan().ContainsAny(' ', '-')) };
    }

    // Classes may hold classes; a class that holds itself is cut by depth and complained of.
    public IEnumerable<string> Expand(CodebookYaml node, string owner, int depth)
    {
        foreach (var entry in node.Scalars)
        {
            var excludes = entry.StartsWith("!$", StringComparison.Ordinal);
            var word = excludes ? entry[1..] : entry;
            if (word is not ['$', _, ..])   // "$" alone is a word: "gave $ 5 million"
            {
                yield return word;
            }
            else if (!_classes.TryGetValue(word[1..], out var members))
            {
                Complain(node, owner, $"there is no word class {word}", "Define it in codebook/words/, or mend the name.");
            }
            else if (depth > 8)
            {
                Complain(node, owner, $"word class {word} holds itself", "Take it out of its own list.");
            }
            else
            {
                if (!_members.TryGetValue(word, out var all))
                {
                    _members[word] = all = [.. Expand(members, owner, depth + 1)];
                }

                foreach (var member in all)
                {
                    yield return excludes ? "!" + member : member;
                }
            }
        }
    }

    private void Complain(CodebookYaml node, string owner, string what, string remedy) =>
        complaints.Add(Diagnostics.BadCodebook(node.Where, $"rule {owner}: {what}", remedy));
}
