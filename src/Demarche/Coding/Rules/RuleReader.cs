using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Demarche.Statements;

namespace Demarche.Coding.Rules;

/// <summary>Reads rules and word classes from the codebook; every fault is a complaint that names file, line and rule.</summary>
internal sealed class RuleReader(Ontology ontology, ICollection<Diagnostic> complaints)
{
    private static readonly FrozenSet<string> Keys = new[]
    {
        "id", "event", "mode", "modes", "verb", "noun", "carried", "recodes", "object", "subject", "iobj", "complement", "modifier", "with", "content",
        "negated", "when", "auxiliary", "voice", "said-by", "actor", "recipient", "actor-sector", "recipient-sector", "needs-recipient", "priority",
        "confidence", "examples",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, CodebookYaml> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _members = new(StringComparer.Ordinal);   // of classes, by name with $
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
        var recodes = Types(node["recodes"], id);
        if (triggers.IsEmpty && recodes.Count == 0)
        {
            Complain(node, id, "the rule has neither verb nor noun", "Name the words that start it, or the types that it recodes.");
        }

        var rule = new Rule(id, node.Where, name, triggers)
        {
            Mode = ModeOf(node["mode"], id, name),
            ModeByContent = Modes(node["modes"], id, name),
            Object = Words(node["object"], id),
            Subject = Words(node["subject"], id),
            IndirectObject = Words(node["iobj"], id),
            Complement = Words(node["complement"], id),
            Modifier = Words(node["modifier"], id),
            Prepositions = [.. (node["with"]?.Entries ?? []).Select(p => KeyValuePair.Create(p.Key, Words(p.Value, id)!))],
            Content = ContentOf(node["content"], id),
            Negated = Flag(node["negated"], id),
            When = [.. Named(node["when"], id, "status", StatusNames.All, StatusOf)],
            Auxiliary = [.. Named(node["auxiliary"], id, "auxiliary mode", "future, hypothetical, negation, historical", AuxiliaryOf)],
            Passive = OneOf(node["voice"], id, "active", "passive") is { } voice ? voice == "passive" : null,
            SaidBy = OneOf(node["said-by"], id, "actor", "other", "report"),
            ActorSectors = (node["actor-sector"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal),
            RecipientSectors = (node["recipient-sector"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal),
            Actor = node["actor"] is { } actor ? Roles(actor, id) : [Role.Subject],
            Recipient = Roles(node["recipient"], id),
            NeedsRecipient = Flag(node["needs-recipient"], id),
            Carried = Flag(node["carried"], id),
            Recodes = recodes,
            Priority = (int)(Number(node["priority"], id) ?? 0),
            Confidence = Number(node["confidence"], id),
            Examples = [.. (node["examples"]?.Items ?? []).Select(e => ReadExample(e, id, name))],
        };
        return complaints.Count > before ? null : rule;
    }

    private RuleExample ReadExample(CodebookYaml node, string id, string type)
    {
        var text = node.Scalar ?? node["text"]?.Scalar;
        if (string.IsNullOrEmpty(text))
        {
            Complain(node, id, "an example has no text", "Write {text: \"…\", actor: …, recipient: …}.");
        }

        return new RuleExample(node.Where, text ?? "", node["event"]?.Scalar ?? type, node["none"]?.Scalar == "true")
        {
            Actor = node["actor"]?.Scalars ?? [],
            Recipient = node["recipient"]?.Scalars ?? [],
            Mode = node["mode"]?.Scalar,
            Status = node["status"]?.Scalar,
            Content = node["content"]?.Scalar,
        };
    }

    private IEnumerable<Trigger> Triggers(CodebookYaml? node, string id, bool isNoun)
    {
        if (node is null)
        {
            yield break;
        }

        foreach (var word in Expand(node.Value, id, 0))
        {
            // "call for" starts with its verb, "phone call" ends in its noun.
            var space = isNoun ? word.LastIndexOf(' ') : word.IndexOf(' ', StringComparison.Ordinal);
            yield return space < 0 ? new Trigger(word, null, isNoun)
                : isNoun ? new Trigger(word[(space + 1)..], word[..space], isNoun)
                : new Trigger(word[..space], word[(space + 1)..], isNoun);
        }
    }

    private WordSet? Words(CodebookYaml? node, string id)
    {
        if (node is null)
        {
            return null;
        }

        var lemmas = new HashSet<string>(StringComparer.Ordinal);
        var excluded = new HashSet<string>(StringComparer.Ordinal);
        var set = new WordSet(lemmas, excluded);
        foreach (var word in Expand(node.Value, id, 0))
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

        return set with { HasPairs = lemmas.Any(l => l.Contains(' ', StringComparison.Ordinal)) };
    }

    // Classes may hold classes; a class that holds itself is cut by depth and complained of.
    private IEnumerable<string> Expand(CodebookYaml node, string owner, int depth)
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

    private string? ModeOf(CodebookYaml? node, string id, string type)
    {
        if (node?.Scalar is { } mode && ontology.Types.TryGetValue(type, out var known) && !known.Modes.ContainsKey(mode))
        {
            Complain(node.Value, id, $"{type} has no mode '{mode}'", known.Modes.IsEmpty ? "Leave the mode out." : "Use one of " + string.Join(", ", known.Modes.Keys) + ".");
        }

        return node?.Scalar;
    }

    private FrozenDictionary<string, string> Modes(CodebookYaml? node, string id, string type)
    {
        var modes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (content, mode) in node?.Entries ?? [])
        {
            var dot = content.IndexOf('.', StringComparison.Ordinal);
            if (content != "default" && !ontology.Types.ContainsKey(dot < 0 ? content : content[..dot]))
            {
                Complain(mode, id, $"'{content}' is no type of a content", "Use a type of ontology.yaml, TYPE.mode, or default.");
            }

            modes[content] = ModeOf(mode, id, type) ?? "";
        }

        return modes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private ContentNeed? ContentOf(CodebookYaml? node, string id) => node?.Scalar switch
    {
        "any" => new ContentNeed(FrozenSet<string>.Empty, None: false),
        "none" => new ContentNeed(FrozenSet<string>.Empty, None: true),
        _ => node is null ? null : new ContentNeed(Types(node, id), None: false),
    };

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

    private ImmutableArray<Role> Roles(CodebookYaml? node, string id)
    {
        var roles = ImmutableArray.CreateBuilder<Role>();
        foreach (var name in node?.Scalars ?? [])
        {
            if (Role.Parse(name) is { } role)
            {
                roles.Add(role);
            }
            else
            {
                Complain(node!.Value, id, $"'{name}' is no role", "Use subject, object, iobj, possessor, a preposition, or another role of docs/codebook.md.");
            }
        }

        return roles.ToImmutable();
    }

    private IEnumerable<T> Named<T>(CodebookYaml? node, string id, string kind, string all, Func<string, T?> parse)
        where T : struct
    {
        foreach (var name in node?.Scalars ?? [])
        {
            if (parse(name) is { } value)
            {
                yield return value;
            }
            else
            {
                Complain(node!.Value, id, $"'{name}' is no {kind}", $"Use one of {all}.");
            }
        }
    }

    private static Status? StatusOf(string name) => StatusNames.TryParse(name, out var status) ? status : null;

    private static Auxiliary? AuxiliaryOf(string name) => Enum.TryParse(name, ignoreCase: true, out Auxiliary auxiliary) ? auxiliary : null;

    private string? OneOf(CodebookYaml? node, string id, params ReadOnlySpan<string> allowed)
    {
        if (node?.Scalar is { } value && !allowed.Contains(value))
        {
            Complain(node.Value, id, $"'{value}' cannot stand here", "Use one of " + string.Join(", ", allowed!) + ".");
        }

        return node?.Scalar;
    }

    private bool Flag(CodebookYaml? node, string id) => OneOf(node, id, "true", "false") == "true";

    private double? Number(CodebookYaml? node, string id)
    {
        if (node is not { } given)
        {
            return null;
        }

        if (double.TryParse(given.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Complain(given, id, $"'{given.Scalar}' is no number", "Write a number.");
        return null;
    }

    private void Complain(CodebookYaml node, string id, string what, string remedy) =>
        complaints.Add(Diagnostics.BadCodebook(node.Where, $"rule {id}: {what}", remedy));
}
