using Spectre.Console;

namespace Demarche.Cli.Output.Chronology;

/// <summary>Consoles over a writer: colours and width of the terminal where it is one, plain text of a fixed width elsewhere.</summary>
internal static class Consoles
{
    private const int PlainWidth = 120;

    public static IAnsiConsole Of(TextWriter output)
    {
        var toTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = toTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = toTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!toTerminal)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
