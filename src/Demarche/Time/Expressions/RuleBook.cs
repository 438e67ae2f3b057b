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
        Numerals = new Numerals(lexicon);
        Groups = [.. Enumerable.Range(0, groups).Select(g => rules.Where(r => r.Groups.Contains(g)).ToArray())];
        lexicon.Freeze();

        var firsts = rules.Select(FirstSteps).ToArray();
        var numeric = TimeRuleReader.NumericClasses.Select(lexicon.Class).Where(c => c >= 0).ToArray();
        foreach (var word in lexicon.Words)
        {
            var isNumeral = word.Form == "'" || numeric.Any(word.Has);
            word.Rules = Starting(step => step.Kind switch
            {
                StepKind.Word => step.Operand == word.Id,
                StepKind.Class => word.Has(step.Operand),
                StepKind.Hyphen => word.Form == "-",
                _ => isNumeral,
            });
        }

        _digitRules = Starting(step => step.Kind == StepKind.Numeral);

        int[] Starting(Func<PatternStep, bool> may) =>
            [.. Enumerable.Range(0, rules.Length).Where(r => !rules[r].OnlyPart && firsts[r].Any(may))];
    }

    /// <summary>Outlets that write the day before the month: "5/7/2020" is the fifth of July.</summary>
    public ImmutableArray<string> DayFirstOutlets { get; init; } = [];

    /// <summary>Words and classes.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Rules in file order; of two as long, the first holds.</summary>
    public ImmutableArray<TimeRule> Rules { get; }

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
