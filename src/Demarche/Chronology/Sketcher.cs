using System.Collections.Concurrent;
using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Coding.Records;
using NodaTime;

namespace Demarche.Chronology;

/// <summary>Makes sketches of events; names and codes get numbers as they come, which hold for this sketcher alone. Thread-safe.</summary>
internal sealed class Sketcher(Wording wording, MatchWeights weights, Ontology ontology, IReadOnlySet<string> states)
{
    private const int Smallest = 10;   // smaller numbers agree by chance
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>The number of a name or code, from 1; 0 for none.</summary>
    public int NumberOf(string? name) => name is null ? 0 : _numbers.GetOrAdd(name, _ => Interlocked.Increment(ref _last));

    /// <summary>The sketches of an event and of what it is about; none where nothing tells when.</summary>
    /// <param name="one">The event.</param>
    /// <param name="original">The report that its report is a copy of, or its own.</param>
    public IEnumerable<ActSketch> Of(EventRecord one, string original)
    {
        foreach (var told in ToldAct.Of(one))
        {
            if (Sketch(told, original) is { } sketch)
            {
                yield return sketch;
            }
        }
    }

    // "Eitan Naeh", not "Israeli ambassador" nor "Turkey": a name in two capitalised words, of somebody within a state or body.
    private bool IsPerson(ParticipantRecord one) =>
        one.Name.Contains(' ', StringComparison.Ordinal) && one.Name.Split(' ').All(w => !char.IsLower(w[0]) || w.Length <= 3) && !char.IsAsciiDigit(one.Name[0])
        && (one.Office is not null || !states.Contains(one.Name));

    private static Footing FootingOf(string status) => status switch
    {
        "planned" => Footing.Planned,
        "did-not-happen" => Footing.Denied,
        "possible" => Footing.Possible,
        "proposed" => Footing.Proposed,
        _ => Footing.Fact,
    };

    private ActSketch? Sketch(ToldAct told, string original)
    {
        var (act, one) = (told.Act, told.Event);
        var footing = FootingOf(act.Status);
        if (Days(told, footing) is not var (start, end, basis) || act.Actors.IsEmpty)
        {
            return null;
        }

        var all = act.Actors.Concat(act.Recipients);
        var names = all.Where(p => p.Code is not null).SelectMany(p => Wording.Words(p.Text).Concat(Wording.Words(p.Name))).ToHashSet(StringComparer.Ordinal);
        return new ActSketch
        {
            Id = told.Id,
            Start = start,
            End = end,
            Basis = basis,
            Footing = footing,
            Type = string.Intern(act.Type),
            Mode = act.Mode is null ? null : string.Intern(act.Mode),
            IsMutual = ontology.Types.TryGetValue(act.Type, out var type) && type.IsReciprocal,
            Actors = Codes(act.Actors),
            Recipients = Codes(act.Recipients),
            People = [.. all.Where(IsPerson).Select(p => new NamedPerson(NumberOf(p.Name), NumberOf(p.Code), p.Office is not null)).Distinct()],
            Place = NumberOf(act.Place?.Name),
            Country = NumberOf(act.Place?.Country),
            Words = wording.Stems(one.Text, names),
            Numbers = [.. wording.Counts(one.Text).Where(c => c.Number >= Smallest).Select(c => (float)c.Number).Distinct().Order()],
            Sentence = HashOf(one.Text),
            Report = NumberOf(original),
        };
    }

    private (int Start, int End, DayBasis Basis)? Days(ToldAct told, Footing footing)
    {
        var one = told.Event;
        if (told.Act.Date is { } day)
        {
            var start = Count(day);
            var end = Math.Max(start, Count(told.Act.EndDate ?? day));
            return told.IsDatedByReport ? (start - 1, end, DayBasis.OfReport) : (start, end, DayBasis.Named);
        }

        if (one.Citation is not { DateLatest: { } latest, DateEarliest: { } earliest } || Count(latest) - Count(earliest) > weights.DaysBefore || footing is Footing.Proposed or Footing.Possible)
        {
            return null;
        }

        return footing == Footing.Planned
            ? (Count(earliest), Count(latest) + weights.DaysAfter, DayBasis.Open)
            : (Count(earliest) - weights.DaysBefore, Count(latest), DayBasis.Open);
    }

    private int[] Codes(ImmutableArray<ParticipantRecord> all) =>
        [.. all.Select(p => NumberOf(p.Code ?? "~" + p.Name.ToLowerInvariant()) * (p.Code is null ? -1 : 1)).Distinct().Order()];

    private static int Count(LocalDate day) => Period.DaysBetween(Epoch, day);

    private static ulong HashOf(string text)
    {
        var hash = 14695981039346656037ul;
        foreach (var word in Wording.Words(text))
        {
            foreach (var c in word)
            {
                hash = (hash ^ c) * 1099511628211ul;
            }

            hash = (hash ^ ' ') * 1099511628211ul;
        }

        return hash;
    }
}
