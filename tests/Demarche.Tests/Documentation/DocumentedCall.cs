using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Demarche.Tests.Documentation;

/// <summary>A line of a console block that calls the program, with the output that the page shows below it.</summary>
/// <param name="Line">The line behind its prompt.</param>
/// <param name="Shown">The lines shown; none where the page does not show them.</param>
internal sealed partial record DocumentedCall(string Line, ImmutableArray<string> Shown)
{
    private const string Prompt = "$ ";
    private static readonly string[] Programs = ["demarche ", "dotnet run --project src/Demarche.Cli -- "];

    /// <summary>The words behind the program; null where the line calls another program.</summary>
    public ImmutableArray<string>? Words => Of(Line);

    /// <summary>Whether an output is what the page shows, if it shows any; blanks at the ends of lines do not count.</summary>
    public bool IsShown(string output) => Shown.IsEmpty || Shown.SequenceEqual(output.TrimEnd('\n').Split('\n').Select(l => l.TrimEnd()), StringComparer.Ordinal);

    /// <summary>The calls of a console block.</summary>
    public static IEnumerable<DocumentedCall> In(DocumentedBlock block)
    {
        foreach (var part in ("\n" + block.Text).Split("\n" + Prompt).Skip(1))
        {
            var lines = part.TrimEnd('\n').Split('\n');
            yield return new DocumentedCall(lines[0], [.. lines.Skip(1)]);
        }
    }

    /// <summary>The words behind the program in a line of any block; null where it calls another program.</summary>
    public static ImmutableArray<string>? Of(string line) =>
        Array.Find(Programs, p => line.StartsWith(p, StringComparison.Ordinal)) is { } program
            ? [.. Word().Matches(line[program.Length..]).Select(m => m.Value.Trim('"'))]
            : null;

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
