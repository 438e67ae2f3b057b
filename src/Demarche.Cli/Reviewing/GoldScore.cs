using Demarche.Coding.Records;

namespace Demarche.Cli.Reviewing;

/// <summary>How well coded reports agree with gold. Only what people have looked at counts: an event that nobody has reviewed is neither right nor wrong.</summary>
internal sealed class GoldScore
{
    private readonly Share _found = new(), _who = new(), _mode = new(), _status = new(), _date = new(), _again = new();
    private readonly SortedDictionary<string, Share> _types = new(StringComparer.Ordinal);

    /// <summary>Events that were missed, and wrong ones that came again, each on one line.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Compares a report.</summary>
    public void Add(GoldReport gold, IReadOnlyList<EventRecord> coded)
    {
        var free = coded.ToList();
        foreach (var wanted in gold.Events)
        {
            var match = Best(wanted, free);
            var type = _types.TryGetValue(wanted.Type, out var known) ? known : _types[wanted.Type] = new Share();
            _found.Add(match is not null);
            type.Add(match is not null);
            if (match is null)
            {
                Complaints.Add($"missed {wanted.Id}: {wanted.Type} {wanted.Mode} in \"{wanted.Text.ReplaceLineEndings(" ")}\"");
                continue;
            }

            free.Remove(match);
            _who.Add(Same(wanted.Actors, match.Actors) && Same(wanted.Recipients, match.Recipients));
            _mode.Add(wanted.Mode == match.Mode);
            _status.Add(wanted.Status == match.Status);
            _date.Add((wanted.Date, wanted.EndDate) == (match.Date, match.EndDate));
        }

        foreach (var wrong in gold.Rejected)
        {
            // A rejected event came again where the same words give the same type with the same people.
            var again = free.FirstOrDefault(c => Overlap(wrong, c) > 0 && c.Type == wrong.Type && Same(wrong.Actors, c.Actors) && Same(wrong.Recipients, c.Recipients));
            _again.Add(again is not null);
            if (again is not null)
            {
                free.Remove(again);
                Complaints.Add($"came again {wrong.Id}: {wrong.Type} {wrong.Mode} in \"{wrong.Text.ReplaceLineEndings(" ")}\"");
            }
        }
    }

    /// <summary>Name, part, whole and share of each figure.</summary>
    public IEnumerable<object?[]> Rows()
    {
        var right = new Share();
        right.Add(_found.Part, _found.Part + _again.Part);
        return
        [
            _found.Row("found (recall)"), right.Row("right of those judged (precision)"), _again.Row("rejected, and came again"),
            _who.Row("who"), _mode.Row("mode"), _status.Row("status"), _date.Row("date"), .. _types.Select(t => t.Value.Row(t.Key)),
        ];
    }

    private static EventRecord? Best(EventRecord wanted, IEnumerable<EventRecord> coded) =>
        coded.Where(c => c.Type == wanted.Type && Overlap(wanted, c) > 0)
            .OrderByDescending(c => Same(wanted.Actors, c.Actors) && Same(wanted.Recipients, c.Recipients)).ThenByDescending(c => Overlap(wanted, c)).FirstOrDefault();

    private static int Overlap(EventRecord one, EventRecord other) => one.TextInfo is { } a && other.TextInfo is { } b ? Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start) : 0;

    // A reviewer who types a code means whoever acts for it.
    private static bool Same(IReadOnlyList<ParticipantRecord> one, IReadOnlyList<ParticipantRecord> other) =>
        one.Count == other.Count && one.All(a => other.Any(b => a.Name == b.Name || (a.Code is not null && a.Code == b.Code)));

    private sealed class Share
    {
        public int Part { get; private set; }

        private int Whole { get; set; }

        public void Add(bool isIn) => Add(isIn ? 1 : 0, 1);

        public void Add(int part, int whole) => (Part, Whole) = (Part + part, Whole + whole);

        public object?[] Row(string name) => [name, Part, Whole, Whole == 0 ? null : Math.Round((double)Part / Whole, 3)];
    }
}
