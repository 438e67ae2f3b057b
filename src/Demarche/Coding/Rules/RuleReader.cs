using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Statements;

namespace Demarche.Coding.Rules;

/// <summary>Reads rules and word classes from the codebook; every fault is a complaint that names file, line and rule.</summary>
internal sealed class RuleReader(Ontology ontology, ICollection<Diagnostic> complaints)
{
    private static readonly FrozenSet<string> Keys = new[]
    {
        "id", "event", "mode", "modes", "verb", "noun", "object", "subject", "complement", "modifier", "content", "with", "negated", "when",
        "actor", "recipient", "actor-sector", "needs-recipient", "examples",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, CodebookYaml> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>The words of a class, for the engine's own use ("transparent").</summary>
    public FrozenSet<string> Class(string name) =>
        _classes.TryGetValue(name, out var node) ? Expand(node, "$" + name, 0).ToFrozenSet(StringComparer.Ordinal) : FrozenSet<string>.Empty;

    public void ReadClasses(CodebookFile file)
    {
        foreach (var (name, node) in CodebookYaml.Parse(file, complaints)?.Entries ?? [])
        {
            if (!_classes.TryAdd(name, node))
            {
                complaints.Add(Diagnostics.BadCodebook(node.Where, $"word class ${name} is defined twice (also at {_classes[name].Where})", "Keep one."));
            }
        }
    }

    public IEnumerable<Rule> ReadRules(CodebookFile file)
    {
        foreach (var node in CodebookYaml.Parse(file, complaints)?.Items ?? [])
        {
            if (ReadRule(node) is { } rule)
            {
                yield return rule;
            }
        }
    }

    private Rule? ReadRule(CodebookYaml node)
    {
        var id = node["id"]?.Scalar;
        if (id is null)
        {
            complaints.Add(Diagnostics.BadCodebook(node.Where, "a rule has no id", "Give it one, such as 'reject.talks'."));
            return null;
        }

        var before = complaints.Count;
        foreach (var (key, value) in node.Entries)
        {
            if (!Keys.Contains(key))
            {
                Complain(value, id, $"'{key}' is no part of a rule", "Use one of " + string.Join(", ", Keys.Order(StringComparer.Ordinal)) + ".");
            }
        }

        if (!_ids.TryAdd(id, node.Where))
        {
            Complain(node, id, $"the id stands at {_ids[id]} too", "Give each rule its own.");
        }

        var name = node["event"]?.Scalar ?? "";
        if (name != "NONE" && !ontology.Types.ContainsKey(name))
        {
            Complain(node["event"] ?? node, id, $"'{name}' is no event type", "Use one of " + string.Join(", ", ontology.Types.Keys.Order(StringComparer.Ordinal)) + ", or NONE.");
            return null;
        }

        ImmutableArray<Trigger> triggers = [.. Triggers(node["verb"], id, isNoun: false), .. Triggers(node["noun"], id, isNoun: true)];
        if (triggers.IsEmpty)
        {
            Complain(node, id, "the rule has neither verb nor noun", "Name the words that start it.");
        }

        var rule = new Rule(id, node.Where, name, triggers)
        {
            Mode = ModeOf(node["mode"], id, name),
            ModeByContent = (node["modes"]?.Entries ?? []).ToFrozenDictionary(m => m.Key, m => ModeOf(m.Value, id, name) ?? "", StringComparer.Ordinal),
            Object = Words(node["object"], id),
            Subject = Words(node["subject"], id),
            Complement = Words(node["complement"], id),
            Modifier = Words(node["modifier"], id),
            Prepositions = (node["with"]?.Entries ?? []).ToFrozenDictionary(p => p.Key, p => Words(p.Value, id)!, StringComparer.Ordinal),
            Content = Types(node["content"], id),
            Negated = node["negated"]?.Scalar == "true",
            When = Statuses(node["when"], id),
            ActorSectors = (node["actor-sector"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal),
            Actor = node["actor"]?.Scalars ?? ["subject"],
            Recipient = node["recipient"]?.Scalars ?? [],
            NeedsRecipient = node["needs-recipient"]?.Scalar == "true",
            Examples = [.. (node["examples"]?.Items ?? []).Select(e => ReadExample(e, id))],
        };
        return complaints.Count > before ? null : rule;
    }

    private RuleExample ReadExample(CodebookYaml node, string id)
    {
        if (node["text"]?.Scalar is not { Length: > 0 } text)
        {
            Complain(node, id, "an example has no text", "Write {text: \"…\", actor: …, recipient: …}.");
            text = "";
        }

        return new RuleExample(node.Where, text, node["actor"]?.Scalar, node["recipient"]?.Scalar, node["mode"]?.Scalar, node["status"]?.Scalar, node["none"]?.Scalar == "true");
    }

    private IEnumerable<Trigger> Triggers(CodebookYaml? node, string id, bool isNoun)
    {
        if (node is null)
        {
            yield break;
        }

        foreach (var word in Expand(node.Value, id, 0))
        {
            var space = word.IndexOf(' ', StringComparison.Ordinal);
            yield return space < 0 ? new Trigger(word, null, isNoun) : new Trigger(word[..space], word[(space + 1)..], isNoun);
        }
    }

    private WordSet? Words(CodebookYaml? node, string id)
    {
        if (node is null)
        {
            return null;
        }

        var words = Expand(node.Value, id, 0).ToList();
        return new WordSet(words.Where(w => w is not ("actor" or "any")).ToFrozenSet(StringComparer.Ordinal), words.Contains("actor"), words.Contains("any"));
    }

    // Classes may hold classes; a class that holds itself is cut by depth and complained of.
    private IEnumerable<string> Expand(CodebookYaml node, string owner, int depth)
    {
        foreach (var word in node.Scalars)
        {
            if (!word.StartsWith('$'))
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
                foreach (var member in Expand(members, owner, depth + 1))
                {
                    yield return member;
                }
            }
        }
    }

    private string? ModeOf(CodebookYaml? node, string id, string type)
    {
        if (node?.Scalar is { } mode && ontology.Types.TryGetValue(type, out var known) && !known.Modes.ContainsKey(mode))
        {
            Complain(node.Value, id, $"{type} has no mode '{mode}'", known.Modes.IsEmpty ? "Leave the mode out." : "Use one of " + string.Join(", ", known.Modes.Keys) + ".");
        }

        return node?.Scalar;
    }

    private FrozenSet<string> Types(CodebookYaml? node, string id)
    {
        foreach (var type in node?.Scalars ?? [])
        {
            if (!ontology.Types.ContainsKey(type))
            {
                Complain(node!.Value, id, $"'{type}' is no event type", "Use a type of ontology.yaml.");
            }
        }

        return (node?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal);
    }

    private FrozenSet<Status> Statuses(CodebookYaml? node, string id)
    {
        var statuses = new HashSet<Status>();
        foreach (var name in node?.Scalars ?? [])
        {
            if (StatusNames.TryParse(name, out var status))
            {
                statuses.Add(status);
            }
            else
            {
                Complain(node!.Value, id, $"'{name}' is no status", $"Use one of {StatusNames.All}.");
            }
        }

        return statuses.ToFrozenSet();
    }

    private void Complain(CodebookYaml node, string id, string what, string remedy) =>
        complaints.Add(Diagnostics.BadCodebook(node.Where, $"rule {id}: {what}", remedy));
}
