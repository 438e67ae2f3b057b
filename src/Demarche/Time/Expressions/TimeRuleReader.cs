using System.Collections.Immutable;
using System.Globalization;
using Demarche.Time.Meanings;

namespace Demarche.Time.Expressions;

/// <summary>Reads codebook/time: first the word classes of every file, then the rules.</summary>
internal sealed class TimeRuleReader
{
    /// <summary>Classes whose values are numbers.</summary>
    internal static readonly string[] NumericClasses = ["number", "scale", "ordinal", "decade-name"];

    private readonly Lexicon _lexicon = new();
    private readonly List<string> _groups = [];
    private ICollection<Diagnostic> _complaints = [];
    private readonly List<string> _dayFirst = [];

    /// <summary>The rules, or null where there are complaints.</summary>
    public RuleBook? Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        _complaints = complaints;
        var roots = files.In("time").Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(f => CodebookYaml.Parse(f, _complaints)).OfType<CodebookYaml>()
            .OrderBy(r => int.TryParse(r["order"]?.Scalar, out var order) ? order : 10).ToArray();
        foreach (var name in NumericClasses.Append("ordinal-suffix").Append("signal").Append("past").Append("future").Append("implicative").Append("to-be"))
        {
            _lexicon.AddClass(name);
        }

        foreach (var root in roots)
        {
            ReadClasses(root);
            _dayFirst.AddRange(root["day-first-outlets"]?.Scalars ?? []);
        }

        var nodes = roots.SelectMany(r => r["rules"]?.Items ?? []).ToArray();
        foreach (var node in nodes)
        {
            foreach (var group in (node["part"] ?? node["only-part"])?.Scalars ?? [])
            {
                if (!_groups.Contains(group))
                {
                    _groups.Add(group);
                }
            }
        }

        var reader = new PatternReader(_lexicon, _groups);
        var rules = nodes.Select(n => ReadRule(n, reader)).OfType<TimeRule>().ToImmutableArray();
        return _complaints.Count > 0 ? null : new RuleBook(_lexicon, rules, _groups.Count) { DayFirstOutlets = [.. _dayFirst] };
    }

    private void ReadClasses(CodebookYaml root)
    {
        foreach (var (name, entries) in root["classes"]?.Entries ?? [])
        {
            if (_lexicon.AddClass(name) is not { } @class)
            {
                Complain(entries, $"has more than {Lexicon.MostClasses} word classes", "Join some.");
                return;
            }

            var numeric = NumericClasses.Contains(name);
            if (entries.Entries.Count == 0)
            {
                foreach (var word in entries.Scalars)
                {
                    Add(@class, word, word);
                }
            }

            foreach (var (value, words) in entries.Entries)
            {
                if (numeric && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                {
                    Complain(words, $"\"{value}\" of class {name} is no number", "Give the number that the words stand for.");
                    continue;
                }

                foreach (var word in words.Scalars)
                {
                    Add(@class, word, value);
                }
            }
        }
    }

    // A word written with a capital counts only with one: "May", "Sunday".
    private void Add(int @class, string word, string value) => _lexicon.Word(word).Add(@class, value, word.Length > 0 && char.IsUpper(word[0]));

    private TimeRule? ReadRule(CodebookYaml node, PatternReader reader)
    {
        var id = node["id"]?.Scalar;
        if (id is null || node["match"] is not { } match)
        {
            return Complain(node, "a rule lacks \"id\" or \"match\"", "Give both.");
        }

        var slots = new List<string>();
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        foreach (var text in match.Scalars)
        {
            var (pattern, fault) = reader.Read(text, slots);
            if (pattern is null)
            {
                return Complain(match, $"rule {id}: {fault}", "Mend the pattern.");
            }

            patterns.Add(pattern);
        }

        MeaningCall? means = null;
        if (node["means"] is { Scalar: { } call } meansNode)
        {
            (means, var fault) = MeaningCall.Read(call, slots);
            if (means is null)
            {
                return Complain(meansNode, $"rule {id}: {fault}", "Mend the line.");
            }
        }

        if (node["type"] is { } type && KindNamed(type.Scalar) is null)
        {
            return Complain(type, $"rule {id}: there is no type {type.Scalar}", "Give DATE, TIME, DURATION or SET.");
        }

        return new TimeRule(id, node.Where, patterns.ToImmutable(), [.. slots], means)
        {
            Kind = KindNamed(node["type"]?.Scalar),
            Groups = [.. ((node["part"] ?? node["only-part"])?.Scalars ?? []).Select(g => _groups.IndexOf(g))],
            OnlyPart = node["only-part"] is not null,
            Tight = node["tight"]?.Scalar == "true",
            Guards = new RuleGuards(Guard(node, "not-after", id, reader), Guard(node, "after", id, reader), Guard(node, "not-before", id, reader), Guard(node, "before", id, reader)),
            Examples = [.. (node["examples"]?.Items ?? []).Select(e => ReadExample(e, id)).OfType<TimeExample>()],
        };
    }

    private PatternStep[]? Guard(CodebookYaml node, string key, string id, PatternReader reader)
    {
        if (node[key] is not { } list)
        {
            return null;
        }

        var steps = new List<PatternStep>();
        foreach (var piece in list.Scalars)
        {
            if (reader.ReadElement(piece) is { } step)
            {
                steps.Add(step);
            }
            else
            {
                Complain(list, $"rule {id}: \"{piece}\" names nothing", "Give words, $classes or #numerals.");
            }
        }

        return [.. steps];
    }

    private TimeExample? ReadExample(CodebookYaml node, string id)
    {
        if (node["text"]?.Scalar is not { } text || node["find"]?.Scalar is not { } find || KindNamed(node["type"]?.Scalar ?? "DATE") is not { } kind)
        {
            Complain(node, $"rule {id}: an example lacks \"text\" or \"find\", or its type is unknown", "Give text, find, value and, unless it is a DATE, type.");
            return null;
        }

        return new TimeExample(node.Where, text, node["published"]?.Scalar, find, kind, node["value"]?.Scalar);
    }

    private TimeRule? Complain(CodebookYaml node, string what, string remedy)
    {
        _complaints.Add(Diagnostics.BadCodebook(node.Where, what, remedy));
        return null;
    }

    private static TimeKind? KindNamed(string? name) => name switch
    {
        "DATE" => TimeKind.Date,
        "TIME" => TimeKind.Time,
        "DURATION" => TimeKind.Duration,
        "SET" => TimeKind.Set,
        _ => null,
    };
}
