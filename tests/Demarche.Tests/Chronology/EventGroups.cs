using Demarche.Coding.Records;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Tests.Chronology;

/// <summary>Reads the event groups of <c>Groups/</c> (its README gives the form); shared with the evaluation.</summary>
internal static class EventGroups
{
    /// <summary>The reports of one half, "tune" or "check", in file order.</summary>
    public static IReadOnlyList<GroupReport> Read(string folder, string half)
    {
        var reports = new List<GroupReport>();
        foreach (var file in Directory.EnumerateFiles(folder, half + "-*.txt").Order(StringComparer.Ordinal))
        {
            var group = "";
            string[]? head = null;
            var body = new List<string>();
            foreach (var line in File.ReadAllLines(file).Append("# "))
            {
                if (line.StartsWith('#'))
                {
                    if (head is not null)
                    {
                        reports.Add(Report(group, head, string.Join('\n', body), reports.Count));
                    }

                    head = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..].Split('|', StringSplitOptions.TrimEntries) : null;
                    group = head is null ? line[2..].Trim() : group;
                    body.Clear();
                }
                else if (line.Length > 0)
                {
                    body.Add(line);
                }
            }
        }

        return reports;
    }

    /// <summary>The events of a report, coded as its outlet published it.</summary>
    public static IReadOnlyList<EventRecord> Code(GroupReport report, Pipeline pipeline)
    {
        var read = pipeline.Reader.FromText(report.Name, report.Text).Value!;
        var coded = pipeline.Code(read with { Published = report.Day, Outlet = report.Outlet });
        return RecordedEvents.Of(coded, pipeline.Codebook);
    }

    /// <summary>The event that stands at the marked words, else one of the same sentence, else null.</summary>
    public static EventRecord? Key(GroupReport report, IEnumerable<EventRecord> events)
    {
        var all = events.ToList();
        return all.Find(e => e.Explanation.Any(p => p.Start < report.KeyEnd && p.End > report.KeyStart && e.TextInfo is not null))
            ?? all.Find(e => e.TextInfo is { } at && at.Start < report.KeyEnd && at.End > report.KeyStart);
    }

    private static GroupReport Report(string group, string[] head, string marked, int number)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var text = marked.Remove(end + 1, 1).Remove(start, 1);
        return new GroupReport($"{group}#{number}", group, head[0], head[1], LocalDatePattern.Iso.Parse(head[2]).Value, head.Length > 3, text, start, end);
    }
}

/// <summary>One report of a group.</summary>
/// <param name="Name">Unlike any other's.</param>
/// <param name="Group">The group.</param>
/// <param name="Label">The event of the group that it tells of.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Day">When.</param>
/// <param name="IsCopy">Whether it was taken over from one above it.</param>
/// <param name="Text">Its text.</param>
/// <param name="KeyStart">Where the word of its key event starts.</param>
/// <param name="KeyEnd">Where it ends.</param>
internal sealed record GroupReport(
    string Name, string Group, string Label, string Outlet, LocalDate Day, bool IsCopy, string Text, int KeyStart, int KeyEnd);
