namespace Demarche.Time.Expressions;

/// <summary>Finds the longest match of the rules at each place, left to right, without overlaps.</summary>
internal sealed class Matcher(RuleBook book, List<Atom> atoms)
{
    // "the end of the first half of next year" nests three deep; rules of a group that name the group would go on for ever.
    private const int DeepestGroup = 5;

    /// <summary>The matches in reading order.</summary>
    public List<TimeMatch> FindAll()
    {
        var found = new List<TimeMatch>();
        var at = 0;
        while (at < atoms.Count)
        {
            var best = BestAt(at);
            if (best is null)
            {
                at++;
                continue;
            }

            if (best.Rule.Means is not null)
            {
                found.Add(best);
            }

            at = best.End;
        }

        return found;
    }

    private TimeMatch? BestAt(int at)
    {
        TimeMatch? best = null;
        foreach (var index in book.StartingAt(atoms[at]))
        {
            best = Longer(best, Try(book.Rules[index], at, 0));
        }

        return best;
    }

    private static TimeMatch? Longer(TimeMatch? best, TimeMatch? other) => other is not null && (best is null || other.End > best.End) ? other : best;

    private TimeMatch? Try(TimeRule rule, int at, int depth)
    {
        TimeMatch? best = null;
        foreach (var pattern in rule.Patterns)
        {
            var bindings = new Binding[rule.Slots.Length];
            var end = Run(pattern.Steps, 0, at, rule, at, ref bindings, depth);
            if (end > at)
            {
                best = Longer(best, new TimeMatch(rule, at, end, bindings));
            }
        }

        return best;
    }

    // Returns the atom after the match, or -1.
    private int Run(PatternStep[] steps, int step, int at, TimeRule rule, int start, ref Binding[] bindings, int depth)
    {
        while (true)
        {
            var (kind, operand, slot) = steps[step];
            switch (kind)
            {
                case StepKind.Accept:
                    return Holds(rule, start, at) ? at : -1;
                case StepKind.Jump:
                    step = operand;
                    continue;
                case StepKind.Split:
                    var kept = (Binding[])bindings.Clone();
                    var end = Run(steps, step + 1, at, rule, start, ref bindings, depth);
                    if (end >= 0)
                    {
                        return end;
                    }

                    bindings = kept;
                    step = operand;
                    continue;
                case StepKind.Hyphen:
                    at += at < atoms.Count && atoms[at].Word?.Form == "-" ? 1 : 0;
                    step++;
                    continue;
            }

            var taken = Take(kind, operand, at, depth, out var binding);
            if (taken == 0)
            {
                return -1;
            }

            if (slot >= 0)
            {
                bindings[slot] = binding;
            }

            at += taken;
            step++;
        }
    }

    private int Take(StepKind kind, int operand, int at, int depth, out Binding binding)
    {
        binding = default;
        if (at >= atoms.Count || atoms[at].Kind == AtomKind.Break)
        {
            return 0;
        }

        var atom = atoms[at];
        switch (kind)
        {
            case StepKind.Word:
                binding = new Binding(atom.Word?.Form, null, null);
                return atom.Word?.Id == operand ? 1 : 0;
            case StepKind.Class:
                binding = new Binding(atom.Word?.Value(operand, atom.Capital), null, null);
                return binding.IsSet ? 1 : 0;
            case StepKind.Numeral:
                var taken = book.Numerals.Read((Numeral)operand, atoms, at, out var number);
                binding = new Binding(null, number, null);
                return taken;
            default:
                TimeMatch? best = null;
                for (var i = 0; depth < DeepestGroup && i < book.Groups[operand].Length; i++)
                {
                    best = Longer(best, Try(book.Groups[operand][i], at, depth + 1));
                }

                binding = new Binding(null, null, best);
                return best is null ? 0 : best.End - at;
        }
    }

    private bool Holds(TimeRule rule, int start, int end)
    {
        var guards = rule.Guards;
        if (rule.Tight)
        {
            for (var i = start + 1; i < end; i++)
            {
                if (atoms[i].Spaced)
                {
                    return false;
                }
            }
        }

        return (guards.NotAfter is null || IsLoneMark(start - 1, start) || !Meets(guards.NotAfter, start - 1)) && (guards.After is null || Meets(guards.After, start - 1))
            && (guards.NotBefore is null || IsLoneMark(end, end) || !Meets(guards.NotBefore, end)) && (guards.Before is null || Meets(guards.Before, end));
    }

    // A mark keeps a rule off only where it touches: "1984-85", not "1984 --".
    private bool IsLoneMark(int mark, int spaced) =>
        mark >= 0 && mark < atoms.Count && spaced < atoms.Count && atoms[mark].Kind == AtomKind.Mark && atoms[spaced].Spaced;

    private bool Meets(PatternStep[] any, int at)
    {
        if (at < 0)
        {
            return false;
        }

        foreach (var step in any)
        {
            if (Take(step.Kind, step.Operand, at, DeepestGroup, out _) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
