using System.Text;
using System.Text.RegularExpressions;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Reports;
using NodaTime;

namespace Demarche.Tests.Actors;

/// <summary>Own-worded reports with marked mentions: <c>[words|CODE SECTOR|id]</c>, "-" for none; the same id names the same one.</summary>
internal static partial class ActorGold
{
    /// <summary>A marked mention.</summary>
    public sealed record Mark(Span Span, string? Code, string? Sector, string? Id);

    /// <summary>A report with its marks.</summary>
    public sealed record Story(string Name, LocalDate Published, string Text, IReadOnlyList<Mark> Marks);

    /// <summary>How many marks were met, and which were not.</summary>
    public sealed record Score(int Marks, int Found, int Right, int Links, int RightLinks, int Merged, IReadOnlyList<string> Misses)
    {
        public double RightShare => (double)Right / Marks;

        public double LinkShare => (double)RightLinks / Links;

        public override string ToString() =>
            $"marks {Marks}, found {Found}, code and sector right {Right} ({RightShare:P1}); links {Links}, right {RightLinks} ({LinkShare:P1}), wrong merges {Merged}";
    }

    public static IEnumerable<Story> Read(string name, string text)
    {
        Story? story = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                if (story is not null)
                {
                    yield return story;
                }

                story = new Story($"{name}:{line[3..].Trim()}", LocalDate.FromDateTime(DateTime.Parse(line[3..].Trim())), "", []);
            }
            else if (story is not null && line.Length > 0 && line[0] != '#')
            {
                story = Unmark(story, line.TrimEnd());
            }
        }

        if (story is not null)
        {
            yield return story;
        }
    }

    public static Score Judge(IEnumerable<Story> stories, ReportReader reader, LanguageModel language, ActorFinder finder)
    {
        int marks = 0, found = 0, right = 0, links = 0, rightLinks = 0, merged = 0;
        var misses = new List<string>();
        foreach (var story in stories)
        {
            var report = reader.FromText(story.Name, story.Text).Value! with { Published = story.Published };
            var mentions = finder.Find(language.Parse(report));
            var actors = new Dictionary<string, List<Actor>>(StringComparer.Ordinal);
            foreach (var mark in story.Marks)
            {
                marks++;
                var words = story.Text[mark.Span.Start..mark.Span.End];
                var mention = Best(mentions, mark.Span);
                var actor = mention?.Actor;
                found += actor is null ? 0 : 1;
                var ok = actor is not null && mention!.Others.Prepend(actor).Any(a => a.Code == mark.Code && a.Sectors.FirstOrDefault() == mark.Sector);
                right += ok ? 1 : 0;
                if (!ok)
                {
                    misses.Add($"{story.Name}: '{words}' is {mark.Code ?? "-"} {mark.Sector ?? "-"}, given {(actor is null ? "nothing" : $"{actor.Code ?? "-"} {actor.Sectors.FirstOrDefault() ?? "-"} ({actor.Name}; {mention!.Reason})")}");
                }

                if (mark.Id is not { } id)
                {
                    continue;
                }

                var all = actor is null ? [] : mention!.Others.Prepend(actor).ToList();
                if (actors.TryGetValue(id, out var earlier))
                {
                    links++;
                    var linked = all.Exists(earlier.Contains);
                    rightLinks += linked ? 1 : 0;
                    if (!linked)
                    {
                        misses.Add($"{story.Name}: '{words}' is not linked to {id} ({actor?.Name}; {mention?.Reason})");
                    }
                }
                else
                {
                    actors[id] = earlier = [];
                }

                merged += actors.Any(a => a.Key != id && actor is not null && a.Value.Contains(actor)) ? 1 : 0;
                earlier.AddRange(all);
            }
        }

        return new Score(marks, found, right, links, rightLinks, merged, misses);
    }

    // The mention by whose head the clause reaches the mark, else the one that covers most of it.
    private static ActorMention? Best(ActorMentions mentions, Span mark) => mentions.All
        .Where(m => mark.Contains(m.Sentence[m.Head].Span))
        .OrderByDescending(m => m.Sentence[m.Head].Head is not { } head || !mark.Contains(head.Span))
        .ThenByDescending(m => Math.Min(m.Span.End, mark.End) - Math.Max(m.Span.Start, mark.Start))
        .FirstOrDefault();

    private static Story Unmark(Story story, string line)
    {
        var text = new StringBuilder(story.Text);
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        var marks = story.Marks.ToList();
        var at = 0;
        foreach (Match match in Marked().Matches(line))
        {
            text.Append(line, at, match.Index - at);
            var start = text.Length;
            text.Append(match.Groups["words"].Value);
            var code = match.Groups["code"].Value.Split(' ');
            marks.Add(new Mark(new Span(start, text.Length), Known(code[0]), code.Length > 1 ? Known(code[1]) : null, match.Groups["id"].Success ? match.Groups["id"].Value : null));
            at = match.Index + match.Length;
        }

        text.Append(line, at, line.Length - at);
        return story with { Text = text.ToString(), Marks = marks };
    }

    private static string? Known(string code) => code is "-" or "" ? null : code;

    [GeneratedRegex(@"\[(?<words>[^\]|]+)\|(?<code>[A-Z-]+( [A-Z-]+)?)(\|(?<id>\w+))?\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
