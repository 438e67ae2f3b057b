using Spectre.Console;

namespace Demarche.Cli.Output;

/// <summary>Consoles over a writer: colours and width of the terminal where it is one, plain text of a fixed width elsewhere.</summary>
internal static class Consoles
{
    private const int NarrowestUseful = 80;
    private const int PlainWidth = 120;

    /// <summary>A console.</summary>
    /// <param name="output">Where it writes.</param>
    /// <param name="plainWidth">Its width where that is no terminal.</param>
    public static IAnsiConsole Of(TextWriter output, int plainWidth = PlainWidth)
    {
        var toTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = toTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = toTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = toTerminal ? Math.Max(NarrowestUseful, console.Profile.Width) : plainWidth;
        return console;
    }
}
