namespace Demarche.Time.Expressions;

/// <summary>Reads with which atoms patterns can open.</summary>
/// <param name="rulesOfGroup">Rules of each group.</param>
/// <param name="words">All words by their numbers.</param>
/// <param name="numerals">Words with which a numeral can start.</param>
internal sealed class PatternOpenings(IReadOnlyList<TimeRule[]> rulesOfGroup, LexicalWord[] words, LexicalWord[] numerals)
{
    private readonly AtomSet?[] _groups = new AtomSet?[rulesOfGroup.Count];
    private readonly Dictionary<Pattern, (AtomSet First, AtomSet Second)[]> _known = new(ReferenceEqualityComparer.Instance);   // of groups and by itself it opens alike
    private readonly LexicalWord _hyphen = words.First(w => w.Form == "-");

    /// <summary>The ways in which a pattern opens: what its first atom is, and for that what its second.</summary>
    public IReadOnlyList<(AtomSet First, AtomSet Second)> Of(Pattern pattern)
    {
        if (!_known.TryGetValue(pattern, out var openings))
        {
            _known[pattern] = openings = [.. Read(pattern)];
        }

        return openings;
    }

    private IEnumerable<(AtomSet First, AtomSet Second)> Read(Pattern pattern)
    {
        foreach (var at in Taking(pattern, 0))
        {
            var step = pattern.Steps[at];
            if (step.Kind == StepKind.Accept)
            {
                continue;   // it takes nothing
            }

            var first = new AtomSet(words.Length);
            Add(step, first, []);
            var second = new AtomSet(words.Length) { Anything = step.Kind is StepKind.Numeral or StepKind.Group };   // these take several atoms
            if (!second.Anything)
            {
                foreach (var next in Taking(pattern, at + 1))
                {
                    Add(pattern.Steps[next], second, []);
                }
            }

            yield return (first, second);
        }
    }

    // The steps that can be the next to take an atom, or to accept.
    private static IEnumerable<int> Taking(Pattern pattern, int from)
    {
        var ways = new Stack<int>([from]);
        while (ways.TryPop(out var at))
        {
            var step = pattern.Steps[at];
            switch (step.Kind)
            {
                case StepKind.Split:
                    ways.Push(step.Operand);
                    ways.Push(at + 1);
                    break;
                case StepKind.Jump:
                    ways.Push(step.Operand);
                    break;
                case StepKind.Hyphen:
                    ways.Push(at + 1);
                    yield return at;
                    break;
                default:
                    yield return at;
                    break;
            }
        }
    }

    private void Add(PatternStep step, AtomSet atoms, HashSet<int> within)
    {
        switch (step.Kind)
        {
            case StepKind.Word:
                atoms.Add(words[step.Operand]);
                break;
            case StepKind.Class:
                AddAll(words.Where(w => w.Has(step.Operand)), atoms);
                break;
            case StepKind.Numeral:
                atoms.Digits = true;
                AddAll(numerals, atoms);
                break;
            case StepKind.Hyphen:
                atoms.Add(_hyphen);
                break;
            case StepKind.Group:
                AddGroup(step.Operand, atoms, within);
                break;
            default:
                atoms.Anything = true;
                break;
        }
    }

    // Groups name one another: one that is being read adds nothing to itself, and only what was read from the outside is kept.
    private void AddGroup(int group, AtomSet atoms, HashSet<int> within)
    {
        if (_groups[group] is not { } firsts)
        {
            if (!within.Add(group))
            {
                return;
            }

            firsts = new AtomSet(words.Length);
            var isOutermost = within.Count == 1;
            foreach (var pattern in rulesOfGroup[group].SelectMany(rule => rule.Patterns))
            {
                foreach (var at in Taking(pattern, 0).Where(at => pattern.Steps[at].Kind != StepKind.Accept))
                {
                    Add(pattern.Steps[at], firsts, within);
                }
            }

            if (isOutermost)
            {
                _groups[group] = firsts;
            }
        }

        atoms.Add(firsts);
    }

    private static void AddAll(IEnumerable<LexicalWord> all, AtomSet atoms)
    {
        foreach (var word in all)
        {
            atoms.Add(word);
        }
    }
}
