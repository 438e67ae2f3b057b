using Demarche.Reports;

namespace Demarche.Coding.Records;

/// <summary>Names the events of one report: its name, where the event stands, its type; a number where that is not enough.</summary>
internal sealed class EventIds(Report report)
{
    private readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);

    public string Next(CodedEvent one)
    {
        var id = $"{report.Name}@{report.CodePoints(one.Explanation.Trigger.Span).Start}:{one.Type.Name}";
        _given[id] = _given.GetValueOrDefault(id) + 1;
        return _given[id] == 1 ? id : $"{id}.{_given[id]}";
    }
}
