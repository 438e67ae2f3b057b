namespace Demarche.Time.Expressions;

/// <summary>Finds the longest match of the rules at each place, left to right, without overlaps.</summary>
internal sealed class Matcher(RuleBook book, List<Atom> atoms)
{
    // "the end of the first half of next year" nests three deep; rules of a group that name the group would go on for ever.
    private const int DeepestGroup = 5;

    private readonly Binding[][] _slots = [.. Enumerable.Range(0, DeepestGroup + 2).Select(_ => new Binding[book.MostSlots])];
    private readonly List<(int Slot, Binding Before)> _trail = [];
    private readonly Dictionary<long, TimeMatch?> _groups = [];

    /// <summary>The matches in reading order.</summary>
    public List<TimeMatch> FindAll()
    {
        var found = new List<TimeMatch>();
        var at = 0;
        while (at < atoms.Count)
        {
            var best = Best(book.StartingAt(atoms, at), at, 0);
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
            _groups.Clear();
        }

        return found;
    }

    // Of several as long, the first.
    private TimeMatch? Best(ReadOnlySpan<PatternStart> starts, int at, int depth)
    {
        TimeMatch? best = null;
        Pattern? tried = null;
        var slots = _slots[depth];
        foreach (var (rule, pattern, second) in starts)
        {
            if (ReferenceEquals(pattern, tried) || !second.Has(atoms, at + 1))
            {
                continue;
            }

            tried = pattern;
            Array.Clear(slots, 0, rule.Slots.Length);
            var mark = _trail.Count;
            var end = Run(pattern.Steps, 0, at, rule, at, slots, depth);
            if (end > at && (best is null || end > best.End))
            {
                best = new TimeMatch(rule, at, end, slots[..rule.Slots.Length]);
            }

            if (_trail.Count > mark)
            {
                _trail.RemoveRange(mark, _trail.Count - mark);
            }
        }

        return best;
    }

    // Returns the atom after the match, or -1. What a failed way had bound is undone along the trail.
    private int Run(PatternStep[] steps, int step, int at, TimeRule rule, int start, Binding[] slots, int depth)
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
                    var mark = _trail.Count;
                    var end = Run(steps, step + 1, at, rule, start, slots, depth);
                    if (end >= 0)
                    {
                        return end;
                    }

                    for (; _trail.Count > mark; _trail.RemoveAt(_trail.Count - 1))
                    {
                        slots[_trail[^1].Slot] = _trail[^1].Before;
                    }

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
                _trail.Add((slot, slots[slot]));
                slots[slot] = binding;
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
                var best = BestOfGroup(operand, at, depth);
                binding = new Binding(null, null, best);
                return best is null ? 0 : best.End - at;
        }
    }

    private TimeMatch? BestOfGroup(int group, int at, int depth)
    {
        if (depth >= DeepestGroup)
        {
            return null;
        }

        // Many rules ask for a date at the same place.
        var key = ((long)at << 16) | (uint)(group << 4) | (uint)depth;
        if (!_groups.TryGetValue(key, out var best))
        {
            best = Best(book.StartingAt(atoms, at, group), at, depth + 1);
            _groups[key] = best;
        }

        return best;
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
