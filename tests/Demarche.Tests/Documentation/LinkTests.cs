using System.Text.RegularExpressions;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Documentation;

/// <summary>Links between pages lead to files and headings that exist, and each page is reached from the index.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages => [.. DocumentedPage.Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        foreach (var target in Targets(page))
        {
            var (path, heading) = target.Split('#') is [var p, var h] ? (p, h) : (target, null);
            var file = path.Length == 0 ? page : InRepository(page, path);
            Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), $"{page}: {target} leads nowhere.");
            Assert.True(heading is null || Headings(file).Contains(heading), $"{page}: {target} names no heading.");
        }
    }

    [Fact]
    public void Every_page_is_reached_from_the_index()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["docs/index.md"]);
        while (open.TryDequeue(out var page))
        {
            if (reached.Add(page) && page.EndsWith(".md", StringComparison.Ordinal))
            {
                foreach (var target in Targets(page).Select(t => t.Split('#')[0]).Where(t => t.Length > 0))
                {
                    open.Enqueue(InRepository(page, target));
                }
            }
        }

        Assert.Empty(DocumentedPage.Paths.Where(p => p.StartsWith("docs/", StringComparison.Ordinal)).Except(reached, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Targets(string page) =>
        Link().Matches(DocumentedPage.Text(page)).Select(m => m.Groups["target"].Value).Where(t => !t.Contains("://", StringComparison.Ordinal));

    private static string InRepository(string page, string target) =>
        Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target)).Replace('\\', '/');

    // As GitHub makes them: small letters, blanks as hyphens, no other marks.
    private static HashSet<string> Headings(string page) =>
        [.. DocumentedPage.Text(page).Split('\n').Where(l => l.StartsWith('#'))
            .Select(l => string.Concat(l.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'))];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
