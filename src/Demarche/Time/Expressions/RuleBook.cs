using System.Collections.Immutable;

namespace Demarche.Time.Expressions;

/// <summary>All rules of codebook/time with an index from the first word to the rules that may start there. Immutable and thread-safe.</summary>
internal sealed class RuleBook
{
    private readonly int[] _digitRules;

    /// <summary>Indexes the rules and freezes the lexicon.</summary>
    public RuleBook(Lexicon lexicon, ImmutableArray<TimeRule> rules, int groups)
    {
        Lexicon = lexicon;
        Rules = rules;
        MostSlots = rules.Select(r => r.Slots.Length).DefaultIfEmpty().Max();
        Numerals = new Numerals(lexicon);
        Groups = [.. Enumerable.Range(0, groups).Select(g => rules.Where(r => r.Groups.Contains(g)).ToArray())];
        lexicon.Freeze();

        var words = lexicon.Words.ToArray();
        var ofClass = new LexicalWord[Lexicon.MostClasses][];
        LexicalWord[] numerals = [.. words.Where(w => w.Form == "'" || TimeRuleReader.NumericClasses.Any(c => w.Has(lexicon.Class(c))))];
        var starting = new List<int>[words.Length];
        var digits = new List<int>();
        for (var r = 0; r < rules.Length; r++)
        {
            foreach (var step in rules[r].OnlyPart ? [] : FirstSteps(rules[r]))
            {
                switch (step.Kind)
                {
                    case StepKind.Word:
                        Start(words[step.Operand], r);
                        break;
                    case StepKind.Class:
                        foreach (var word in ofClass[step.Operand] ??= [.. words.Where(w => w.Has(step.Operand))])
                        {
                            Start(word, r);
                        }

                        break;
                    case StepKind.Numeral:
                        Add(digits, r);
                        foreach (var word in numerals)
                        {
                            Start(word, r);
                        }

                        break;
                    default:
                        Start(lexicon.Word("-"), r);
                        break;
                }
            }
        }

        foreach (var word in words)
        {
            word.Rules = starting[word.Id]?.ToArray() ?? [];
        }

        _digitRules = [.. digits];

        void Start(LexicalWord word, int rule) => Add(starting[word.Id] ??= [], rule);

        static void Add(List<int> list, int rule)
        {
            if (list.Count == 0 || list[^1] != rule)
            {
                list.Add(rule);
            }
        }
    }

    /// <summary>Outlets that write the day before the month: "5/7/2020" is the fifth of July.</summary>
    public ImmutableArray<string> DayFirstOutlets { get; init; } = [];

    /// <summary>Words and classes.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Rules in file order; of two as long, the first holds.</summary>
    public ImmutableArray<TimeRule> Rules { get; }

    /// <summary>Most slots that a rule has.</summary>
    public int MostSlots { get; }

    /// <summary>Reader of numerals.</summary>
    public Numerals Numerals { get; }

    /// <summary>Rules of each group.</summary>
    public ImmutableArray<TimeRule[]> Groups { get; }

    /// <summary>Indexes of the rules that may start at an atom.</summary>
    public ReadOnlySpan<int> StartingAt(in Atom atom) => atom.Kind == AtomKind.Digits ? _digitRules : atom.Word?.Rules;

    private HashSet<PatternStep> FirstSteps(TimeRule rule)
    {
        var firsts = new HashSet<PatternStep>();
        var seen = new HashSet<TimeRule>(ReferenceEqualityComparer.Instance);
        Collect(rule, firsts, seen);
        return firsts;
    }

    private void Collect(TimeRule rule, HashSet<PatternStep> firsts, HashSet<TimeRule> seen)
    {
        if (!seen.Add(rule))
        {
            return;
        }

        foreach (var pattern in rule.Patterns)
        {
            var ways = new Stack<int>([0]);
            while (ways.TryPop(out var at))
            {
                var step = pattern.Steps[at];
                switch (step.Kind)
                {
                    case StepKind.Split:
                        ways.Push(at + 1);
                        ways.Push(step.Operand);
                        break;
                    case StepKind.Jump:
                        ways.Push(step.Operand);
                        break;
                    case StepKind.Hyphen:
                        firsts.Add(step with { Slot = -1 });
                        ways.Push(at + 1);
                        break;
                    case StepKind.Group:
                        foreach (var part in Groups[step.Operand])
                        {
                            Collect(part, firsts, seen);
                        }

                        break;
                    case StepKind.Accept:
                        break;
                    default:
                        firsts.Add(step with { Slot = -1 });
                        break;
                }
            }
        }
    }
}
