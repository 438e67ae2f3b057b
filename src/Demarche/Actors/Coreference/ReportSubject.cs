using System.Collections.Immutable;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Which states a report is about, by how often and where it names them.</summary>
internal sealed class ReportSubject
{
    private const int LeastNamings = 3;      // the first naming counts three, another one in the first sentence two, a place one
    private const double ClearShare = 0.6;   // of all namings of states; below it the report is about several
    private const double LeastShare = 0.45;  // enough where no other state comes near
    private const double Lead = 2;
    private const int MostForemost = 4;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly int _total;
    private readonly ActorTables _tables;
    private readonly LocalDate? _published;

    public ReportSubject(IReadOnlyList<SentenceDrafts> report, ActorTables tables, LocalDate? published, string? dateline)
    {
        _tables = tables;
        _published = published;
        foreach (var sentence in report)
        {
            foreach (var draft in sentence.All)
            {
                if (CodeOf(draft) is { } code && IsState(code))
                {
                    // a report opens with what it is about
                    var weight = _total == 0 ? 3 : draft.Use == MentionUse.Place ? 1 : sentence.Sentence.Index == 0 ? 2 : 1;
                    _counts[code] = _counts.GetValueOrDefault(code) + weight;
                    _total += weight;
                    First ??= code;
                }
            }
        }

        Dateline = dateline is null ? null : StateOfPlace(dateline);
        Scene = report.Count > 0 && report[0].All.Where(d => d.Use == MentionUse.Place).Select(CodeOf).OfType<string>().Distinct().ToList() is [var one] ? one : null;
        foreach (var (code, count) in _counts)
        {
            if (count >= LeastNamings && (count >= ClearShare * _total || count >= LeastShare * _total && IsFarAhead(code, count)))
            {
                Topic = code;
            }
        }

        Foremost = [.. _counts.Keys.Ranked((a, b) => _counts[b].CompareTo(_counts[a])).Take(MostForemost)];
    }

    /// <summary>The state that the report is about, where it is about one.</summary>
    public string? Topic { get; }

    /// <summary>The only place of the first sentence.</summary>
    public string? Scene { get; }

    /// <summary>The state of the dateline's place.</summary>
    public string? Dateline { get; }

    /// <summary>The state named first.</summary>
    public string? First { get; }

    /// <summary>The states named most.</summary>
    public ImmutableArray<string> Foremost { get; }

    /// <summary>The share of a state in all namings of states, from 0 to 1.</summary>
    public double ShareOf(string code) => _total == 0 ? 0 : (double)_counts.GetValueOrDefault(code) / _total;

    /// <summary>Whether a code is that of a state.</summary>
    public bool IsState(string code) => !_tables.Codes.IsInternational(code);

    private bool IsFarAhead(string code, int count)
    {
        foreach (var (other, others) in _counts)
        {
            if (other != code && count < Lead * others)
            {
                return false;
            }
        }

        return true;
    }

    // "LIMA", "RAWALPINDI, Pakistan": the last part that tells a state.
    private string? StateOfPlace(string place)
    {
        var parts = place.Split(',', StringSplitOptions.TrimEntries);
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            foreach (var reading in _tables.Names.Find(parts[i].Split(' ')))
            {
                if (reading.Entry is { Kind: NameKind.State or NameKind.Seat, Sectors.IsEmpty: true, Codes: [var code] })
                {
                    return code;
                }
            }

            if (_tables.Towns.StateOf(parts[i]) is { } state)
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>The state that a name tells by itself; null for other words.</summary>
    public string? CodeOf(Draft draft) => draft is { Kind: DraftKind.Body, Entity: EntityKind.Place, Attached.Count: 0 } ? _tables.Towns.StateOf(TokenRange.Text(draft.Sentence, draft.CoreFirst, draft.CoreLast))
        : draft.Reading?.Entry is not { Codes.Length: 1 } entry ? null
        : entry.Kind is NameKind.State or NameKind.Seat ? entry.Codes[0]
        : entry.Kind is NameKind.Person ? entry.OfficeOn(_published)?.Code
        : null;
}
