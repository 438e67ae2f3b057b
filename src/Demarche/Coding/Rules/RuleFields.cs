using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Demarche.Statements;

namespace Demarche.Coding.Rules;

/// <summary>Reads the values of a rule's keys; what cannot stand there is a complaint with file, line and rule.</summary>
internal sealed class RuleFields(Ontology ontology, ICollection<Diagnostic> complaints)
{
    public string? ModeOf(CodebookYaml? node, string id, string type)
    {
        if (node?.Scalar is { } mode && ontology.Types.TryGetValue(type, out var known) && !known.Modes.ContainsKey(mode))
        {
            Complain(node, id, $"{type} has no mode '{mode}'", known.Modes.IsEmpty ? "Leave the mode out." : "Use one of " + string.Join(", ", known.Modes.Keys) + ".");
        }

        return node?.Scalar;
    }

    public FrozenDictionary<string, string> Modes(CodebookYaml? node, string id, string type)
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

    public ContentNeed? ContentOf(CodebookYaml? node, string id) => node?.Scalar switch
    {
        "any" => new ContentNeed(FrozenSet<string>.Empty, None: false),
        "none" => new ContentNeed(FrozenSet<string>.Empty, None: true),
        _ => node is null ? null : new ContentNeed(Types(node, id), None: false),
    };

    public FrozenSet<string> Types(CodebookYaml? node, string id, bool withModes = false)
    {
        foreach (var type in node?.Scalars ?? [])
        {
            var dot = withModes ? type.IndexOf('.', StringComparison.Ordinal) : -1;
            if (!ontology.Types.ContainsKey(dot < 0 ? type : type[..dot]))
            {
                Complain(node!, id, $"'{type}' is no event type", withModes ? "Use a type of ontology.yaml, or TYPE.mode." : "Use a type of ontology.yaml.");
            }
        }

        return (node?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal);
    }

    public ImmutableArray<Role> Roles(CodebookYaml? node, string id)
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
                Complain(node!, id, $"'{name}' is no role", "Use subject, object, iobj, possessor, a preposition, or another role of docs/codebook.md.");
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
                Complain(node!, id, $"'{name}' is no {kind}", $"Use one of {all}.");
            }
        }
    }

    private static Status? StatusOf(string name) => StatusNames.TryParse(name, out var status) ? status : null;

    private static Auxiliary? AuxiliaryOf(string name) => Enum.TryParse(name, ignoreCase: true, out Auxiliary auxiliary) ? auxiliary : null;

    public string? OneOf(CodebookYaml? node, string id, params ReadOnlySpan<string> allowed)
    {
        if (node?.Scalar is { } value && !allowed.Contains(value))
        {
            Complain(node, id, $"'{value}' cannot stand here", "Use one of " + string.Join(", ", allowed!) + ".");
        }

        return node?.Scalar;
    }

    public bool Flag(CodebookYaml? node, string id) => OneOf(node, id, "true", "false") == "true";

    public double? Number(CodebookYaml? node, string id)
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

    public FrozenSet<Status> Statuses(CodebookYaml? node, string id) => Named(node, id, "status", StatusNames.All, StatusOf).ToFrozenSet();

    public ImmutableArray<Auxiliary> Auxiliaries(CodebookYaml? node, string id) =>
        [.. Named(node, id, "auxiliary mode", "future, hypothetical, negation, historical", AuxiliaryOf)];

    public void Complain(CodebookYaml node, string id, string what, string remedy) =>
        complaints.Add(Diagnostics.BadCodebook(node.Where, $"rule {id}: {what}", remedy));
}
