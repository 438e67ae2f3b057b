namespace Demarche.Time.Expressions;

/// <summary>Reads patterns as the codebook writes them (see codebook/time/README.md) and compiles them.</summary>
internal sealed class PatternReader(Lexicon lexicon, List<string> groups)
{
    private static readonly Dictionary<string, Numeral> Numerals = new(StringComparer.Ordinal)
    {
        ["number"] = Numeral.Number,
        ["ordinal"] = Numeral.Ordinal,
        ["day"] = Numeral.Day,
        ["year"] = Numeral.Year,
        ["recent-year"] = Numeral.RecentYear,
        ["decade"] = Numeral.Decade,
        ["digits"] = Numeral.Digits,
        ["two"] = Numeral.TwoDigits,
        ["four"] = Numeral.FourDigits,
    };

    private readonly List<PatternStep> _steps = [];
    private string[] _pieces = [];
    private int _at;
    private List<string> _slots = [];
    private string? _fault;

    /// <summary>Compiles <paramref name="text"/>; slots that it names are added to <paramref name="slots"/>.</summary>
    /// <returns>The pattern, or what is wrong with it.</returns>
    public (Pattern? Pattern, string? Fault) Read(string text, List<string> slots)
    {
        _steps.Clear();
        _slots = slots;
        _fault = null;
        _at = 0;
        _pieces = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        ReadAlternatives();
        if (_at < _pieces.Length)
        {
            _fault ??= $"\"{_pieces[_at]}\" closes nothing";
        }

        _steps.Add(new PatternStep(StepKind.Accept, 0, -1));
        return _fault is null ? (new Pattern([.. _steps]), null) : (null, _fault);
    }

    /// <summary>Reads one element without blanks, "the" or "$month", as a guard needs it.</summary>
    public PatternStep? ReadElement(string piece)
    {
        _fault = null;
        _slots = [];
        var step = Element(piece);
        return _fault is null ? step : null;
    }

    private void ReadAlternatives()
    {
        var starts = _steps.Count;
        var jumps = new List<int>();
        ReadSequence();
        while (_at < _pieces.Length && _pieces[_at] == "|")
        {
            _at++;
            // What was read becomes the first way: a split before it, a jump over the rest after it.
            Insert(starts, new PatternStep(StepKind.Split, _steps.Count + 2, -1));
            jumps.Add(_steps.Count);
            _steps.Add(new PatternStep(StepKind.Jump, 0, -1));
            starts = _steps.Count;
            ReadSequence();
        }

        foreach (var jump in jumps)
        {
            _steps[jump] = new PatternStep(StepKind.Jump, _steps.Count, -1);
        }
    }

    private void ReadSequence()
    {
        while (_at < _pieces.Length && _fault is null)
        {
            switch (_pieces[_at])
            {
                case "|" or "]" or ")":
                    return;
                case "[":
                    ReadBracket("]", optional: true);
                    break;
                case "(":
                    ReadBracket(")", optional: false);
                    break;
                case "~":
                    _steps.Add(new PatternStep(StepKind.Hyphen, 0, -1));
                    _at++;
                    break;
                case var piece:
                    ReadChoice(piece);
                    _at++;
                    break;
            }
        }
    }

    private void ReadBracket(string close, bool optional)
    {
        _at++;
        var start = _steps.Count;
        ReadAlternatives();
        if (_at >= _pieces.Length || _pieces[_at] != close)
        {
            _fault ??= $"a \"{close}\" is missing";
            return;
        }

        _at++;
        if (optional)
        {
            Insert(start, new PatternStep(StepKind.Split, _steps.Count + 1, -1));
        }
    }

    // Steps after an inserted one move by one, and so do the ways that lead behind it.
    private void Insert(int at, PatternStep step)
    {
        for (var i = at; i < _steps.Count; i++)
        {
            if (_steps[i].Kind is StepKind.Split or StepKind.Jump)
            {
                _steps[i] = _steps[i] with { Operand = _steps[i].Operand + 1 };
            }
        }

        _steps.Insert(at, step);
    }

    private void ReadChoice(string piece)
    {
        var ways = piece.Length > 1 ? piece.Split('|') : [piece];
        if (ways.Length > 1 && ways[^1].IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
        {
            // "last|next=which" names the slot for every way.
            ways = [.. ways.Select(w => w.Contains('=', StringComparison.Ordinal) ? w : w + ways[^1][equals..])];
        }

        for (var i = 0; i < ways.Length; i++)
        {
            if (i < ways.Length - 1)
            {
                _steps.Add(new PatternStep(StepKind.Split, _steps.Count + 3, -1));
                _steps.Add(Element(ways[i]));
                _steps.Add(new PatternStep(StepKind.Jump, _steps.Count + 1 + 3 * (ways.Length - 2 - i) + 1, -1));
            }
            else
            {
                _steps.Add(Element(ways[i]));
            }
        }
    }

    private PatternStep Element(string piece)
    {
        var equals = piece.Length > 1 ? piece.IndexOf('=', StringComparison.Ordinal) : -1;
        var name = equals < 0 ? piece : piece[..equals];
        var slot = equals < 0 ? name.TrimStart('$', '#', '@') : piece[(equals + 1)..];
        switch (name.Length > 1 ? name[0] : ' ')
        {
            case '$':
                var @class = lexicon.Class(name[1..]);
                _fault ??= @class < 0 ? $"there is no word class {name}" : null;
                return new PatternStep(StepKind.Class, @class, Slot(slot));
            case '#':
                _fault ??= Numerals.ContainsKey(name[1..]) ? null : $"there is no numeral {name}";
                return new PatternStep(StepKind.Numeral, (int)Numerals.GetValueOrDefault(name[1..]), Slot(slot));
            case '@':
                var group = groups.IndexOf(name[1..]);
                _fault ??= group < 0 ? $"there is no rule with part {name[1..]}" : null;
                return new PatternStep(StepKind.Group, group, Slot(slot));
            default:
                return new PatternStep(StepKind.Word, lexicon.Word(name).Id, equals < 0 ? -1 : Slot(slot));
        }
    }

    private int Slot(string name)
    {
        if (!_slots.Contains(name))
        {
            _slots.Add(name);
        }

        return _slots.IndexOf(name);
    }
}
