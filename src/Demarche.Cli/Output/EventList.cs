using Demarche.Coding;
using Demarche.Statements;
using Spectre.Console;

namespace Demarche.Cli.Output;

/// <summary>Events for people: a line with date, actor, event, recipient and status; below it who says so, and the sentence with the evidence underlined.</summary>
internal sealed class EventList : IEventSink
{
    private const int NarrowestUseful = 80;
    private const int Indent = 4;
    private static readonly int[] Shares = [21, 23, 18, 23, 15];   // per cent of the width: date, actor, event, recipient, status
    private readonly IAnsiConsole _console;
    private readonly int _width;
    private int _reports;
    private int _events;

    public EventList(TextWriter output)
    {
        var toTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = toTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = toTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        _width = toTerminal ? Math.Max(NarrowestUseful, _console.Profile.Width) : 120;
        _console.Profile.Width = _width;
    }

    public void Open()
    {
    }

    public void Write(CodedReport report)
    {
        _reports++;
        _events += report.Events.Length;
        if (_reports > 1)
        {
            _console.WriteLine();
        }

        Write(new Rule(Markup.Escape(EventWords.Title(report))) { Justification = Justify.Left });
        foreach (var note in report.Stated.Mentioned.Parsed.Notes)
        {
            _console.WriteLine("note: " + note);
        }

        if (report.Events.IsEmpty)
        {
            _console.WriteLine("no event found (demarche explain tells what was lacking)");
            return;
        }

        _console.Write(Row(new Style(decoration: Decoration.Dim), "date", "actor", "event", "recipient", "status"));
        foreach (var coded in report.Events)
        {
            _console.Write(Row(coded));
            Write(Indented(new Text(EventWords.Says(coded, report), new Style(decoration: Decoration.Italic))));
            Write(Indented(Evidence(coded, report)));
        }
    }

    public void Close()
    {
        if (_reports > 1)
        {
            _console.WriteLine();
            _console.WriteLine($"{_events} events in {_reports} reports");
        }
    }

    private void Write(Spectre.Console.Rendering.IRenderable line) => _console.Write(line);

    private static Padder Indented(Spectre.Console.Rendering.IRenderable line) => new(line, new Padding(Indent, 0, 0, 0));

    private Grid Row(CodedEvent coded) => Row(
        new Text(EventWords.Date(coded)),
        new Text(EventWords.Names(coded.Actors), new Style(decoration: Decoration.Bold)),
        new Text(EventWords.Event(coded), new Style(EventColours.Of(coded.Type.Quad))),
        new Text(EventWords.Names(coded.Recipients), new Style(decoration: Decoration.Bold)),
        new Text(StatusNames.Of(coded.Statement.Status)));

    private Grid Row(Style style, params string[] cells) => Row([.. cells.Select(c => new Text(c, style))]);

    private Grid Row(params Text[] cells)
    {
        var grid = new Grid();
        foreach (var share in Shares)
        {
            grid.AddColumn(new GridColumn { Width = (_width * share / 100) - 1, Padding = new Padding(0, 0, 1, 0) });
        }

        grid.AddRow([.. cells]);
        return grid;
    }

    private static Paragraph Evidence(CodedEvent coded, CodedReport report)
    {
        var text = report.Report.Text;
        var sentence = coded.Sentence.Span;
        var paragraph = new Paragraph();
        var at = sentence.Start;
        foreach (var span in coded.Evidence.IsEmpty ? [coded.Span] : coded.Evidence)
        {
            paragraph.Append(text[at..Math.Max(at, span.Start)]);
            paragraph.Append(text[Math.Max(at, span.Start)..Math.Max(at, span.End)], new Style(decoration: Decoration.Underline));
            at = Math.Max(at, span.End);
        }

        return paragraph.Append(text[at..Math.Max(at, sentence.End)]);
    }
}
