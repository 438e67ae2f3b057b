using System.Collections.Immutable;
using System.Text;

namespace Demarche.Cli.Output.Manual;

/// <summary>The commands as a manual page in roff: docs/demarche.1.</summary>
internal static class ManPage
{
    private const string Opening = """
        .TH DEMARCHE 1 "" "demarche" "User Commands"
        .SH NAME
        demarche \- keeps the record of diplomacy in news reports
        .SH SYNOPSIS
        .B demarche
        .I COMMAND
        [options]
        .SH DESCRIPTION
        Reads news reports and keeps the record of diplomacy in them: who did what to whom, when and where; whether it happened, is planned, is only possible or was denied; and who says so.
        Standard output carries data only.
        .SH COMMANDS

        """;

    private const string Closing = """
        .SH EXIT STATUS
        .TP
        0
        Everything was done.
        .TP
        1
        Some reports failed; each is named on standard error, and the others are done.
        .TP
        2
        The command was used wrongly.
        .SH ENVIRONMENT
        .TP
        DEMARCHE_STORE
        The record of commands that name none with \-\-store.

        """;

    /// <summary>The page; its lines end with LF.</summary>
    public static string Of(ImmutableArray<DocumentedCommand> commands)
    {
        var page = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        foreach (var command in commands)
        {
            page.Append(".SS \"").Append(Told($"{command.Name} {command.Usage}".TrimEnd())).Append("\"\n").Append(Line(command.Description));
            foreach (var (term, meaning) in command.Parts)
            {
                page.Append(".TP\n.B ").Append(Told(term)).Append('\n').Append(Line(meaning));
            }
        }

        return page.Append(Closing.ReplaceLineEndings("\n")).ToString();
    }

    // A line that begins with a dot or an apostrophe would be a request.
    private static string Line(string text) => text.Length == 0 ? "" : (text[0] is '.' or '\'' ? "\\&" : "") + Told(text) + "\n";

    private static string Told(string text) => text.ReplaceLineEndings(" ").Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal)
        .Replace("…", "...", StringComparison.Ordinal).Replace("\"", "\\(dq", StringComparison.Ordinal);
}
