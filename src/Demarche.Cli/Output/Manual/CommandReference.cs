using System.Collections.Immutable;
using System.Text;

namespace Demarche.Cli.Output.Manual;

/// <summary>The commands as a page of Markdown: docs/commands.md.</summary>
internal static class CommandReference
{
    private const string Opening = """
        # Commands

        `demarche man --format markdown` writes this page from the commands themselves; `demarche man` writes it as a manual page, and `demarche COMMAND --help`
        tells one command. Exit codes: 0 done, 1 some reports failed (each is named on standard error, the others are done), 2 wrong use. Standard output carries
        data only.


        """;

    /// <summary>The page; its lines end with LF.</summary>
    public static string Of(ImmutableArray<DocumentedCommand> commands)
    {
        var page = new StringBuilder(Opening.ReplaceLineEndings("\n").TrimEnd('\n')).Append('\n');
        foreach (var command in commands)
        {
            page.Append("\n## ").Append(command.Name).Append("\n`").Append($"{command.Name} {command.Usage}".TrimEnd()).Append("`\n\n").Append(Told(command.Description)).Append('\n');
            if (command.Parts.IsEmpty)
            {
                continue;
            }

            page.Append("\n| | |\n|---|---|\n");
            foreach (var (term, meaning) in command.Parts)
            {
                page.Append("| `").Append(term.Replace("|", "\\|", StringComparison.Ordinal)).Append("` | ").Append(Told(meaning)).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private static string Told(string text) =>
        text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
