using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Coding.Rules;

/// <summary>Reads rules and word classes from the codebook; every fault is a complaint that names file, line and rule.</summary>
internal sealed class RuleReader(Ontology ontology, WordClasses classes, ICollection<Diagnostic> complaints)
{
    private static readonly FrozenSet<string> Keys = new[]
    {
        "id", "event", "mode", "modes", "verb", "noun", "carried", "recodes", "object", "subject", "iobj", "complement", "complement-subject", "directive", "modifier", "with", "content", "own-content", "own-complement",
        "negated", "when", "auxiliary", "voice", "said-by", "actor", "recipient", "actor-sector", "recipient-sector", "needs-recipient", "mutual", "abroad", "priority",
        "confidence", "examples",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly RuleFields _fields = new(ontology, complaints);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

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
                _fields.Complain(value, id, $"'{key}' is no part of a rule", "Use one of " + string.Join(", ", Keys.Order(StringComparer.Ordinal)) + ".");
            }
        }

        if (!_ids.TryAdd(id, node.Where))
        {
            _fields.Complain(node, id, $"the id stands at {_ids[id]} too", "Give each rule its own.");
        }

        var name = node["event"]?.Scalar ?? "";
        if (name != "NONE" && !ontology.Types.ContainsKey(name))
        {
            _fields.Complain(node["event"] ?? node, id, $"'{name}' is no event type", "Use one of " + string.Join(", ", ontology.Types.Keys.Order(StringComparer.Ordinal)) + ", or NONE.");
            return null;
        }

        ImmutableArray<Trigger> triggers = [.. Triggers(node["verb"], id, isNoun: false), .. Triggers(node["noun"], id, isNoun: true)];
        var recodes = _fields.Types(node["recodes"], id, withModes: true);
        if (triggers.IsEmpty && recodes.Count == 0)
        {
            _fields.Complain(node, id, "the rule has neither verb nor noun", "Name the words that start it, or the types that it recodes.");
        }

        var rule = new Rule(id, node.Where, name, triggers)
        {
            Mode = _fields.ModeOf(node["mode"], id, name),
            ModeByContent = _fields.Modes(node["modes"], id, name),
            Object = classes.Words(node["object"], id),
            Subject = classes.Words(node["subject"], id),
            IndirectObject = classes.Words(node["iobj"], id),
            Complement = classes.Words(node["complement"], id),
            ComplementSubject = classes.Words(node["complement-subject"], id),
            Directive = _fields.Flag(node["directive"], id),
            Modifier = classes.Words(node["modifier"], id),
            Prepositions = [.. (node["with"]?.Entries ?? []).Select(p => KeyValuePair.Create(p.Key, classes.Words(p.Value, id)!))],
            Content = _fields.ContentOf(node["content"], id),
            OwnContent = _fields.Flag(node["own-content"], id),
            OwnComplement = _fields.Flag(node["own-complement"], id),
            Negated = _fields.Flag(node["negated"], id),
            When = _fields.Statuses(node["when"], id),
            Auxiliary = _fields.Auxiliaries(node["auxiliary"], id),
            Passive = _fields.OneOf(node["voice"], id, "active", "passive") is { } voice ? voice == "passive" : null,
            SaidBy = _fields.OneOf(node["said-by"], id, "actor", "other", "report", "not-other"),
            ActorSectors = (node["actor-sector"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal),
            RecipientSectors = (node["recipient-sector"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal),
            Actor = node["actor"] is { } actor ? _fields.Roles(actor, id) : [Role.Subject],
            Recipient = _fields.Roles(node["recipient"], id),
            NeedsRecipient = _fields.Flag(node["needs-recipient"], id),
            IsMutual = _fields.Flag(node["mutual"], id),
            Abroad = _fields.Flag(node["abroad"], id),
            Carried = _fields.Flag(node["carried"], id),
            Recodes = recodes,
            Priority = (int)(_fields.Number(node["priority"], id) ?? 0),
            Confidence = _fields.Number(node["confidence"], id),
            Examples = [.. (node["examples"]?.Items ?? []).Select(e => ReadExample(e, id, name))],
        };
        return complaints.Count > before ? null : rule;
    }

    private RuleExample ReadExample(CodebookYaml node, string id, string type)
    {
        var text = node.Scalar ?? node["text"]?.Scalar;
        if (string.IsNullOrEmpty(text))
        {
            _fields.Complain(node, id, "an example has no text", "Write {text: \"…\", actor: …, recipient: …}.");
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

        foreach (var word in classes.Expand(node, id, 0))
        {
            // "call for" starts with its verb, "phone call" ends in its noun.
            var space = isNoun ? word.LastIndexOf(' ') : word.IndexOf(' ', StringComparison.Ordinal);
            yield return space < 0 ? new Trigger(word, null, isNoun)
                : isNoun ? new Trigger(word[(space + 1)..], word[..space], isNoun)
                : new Trigger(word[..space], word[(space + 1)..], isNoun);
        }
    }
}
