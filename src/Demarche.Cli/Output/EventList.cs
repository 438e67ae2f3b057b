using Demarche.Coding;
using Demarche.Statements;
using Spectre.Console;

namespace Demarche.Cli.Output;

/// <summary>Events for people: a line with date, actor, event, recipient and status; below it who says so, and the sentence with the evidence underlined.</summary>
internal sealed class EventList : IEventSink
{
    private static readonly int[] Shares = [21, 23, 18, 23, 15];   // per cent of the width: date, actor, event, recipient, status
    private static readonly string[] Heads = ["date", "actor", "event", "recipient", "status"];
    private readonly IAnsiConsole _console;
    private int _reports;
    private int _events;

    public EventList(TextWriter output) => _console = Consoles.Of(output);

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

        _console.Write(new Rule(Markup.Escape(EventWords.Title(report))) { Justification = Justify.Left });
        foreach (var note in report.Stated.Mentioned.Parsed.Notes)
        {
            _console.WriteLine("note: " + note);
        }

        if (report.Events.IsEmpty)
        {
            _console.WriteLine("no event found (demarche explain tells what was lacking)");
            return;
        }

        _console.Write(Row(Heads.Select(h => new WrappedText(h, new Style(decoration: Decoration.Dim)))));
        foreach (var coded in report.Events)
        {
            _console.Write(Row(coded));
            _console.Write(PrintedRow.Indented(_console.Profile.Width, new WrappedText(EventWords.Says(coded, report), new Style(decoration: Decoration.Italic))));
            _console.Write(PrintedRow.Indented(_console.Profile.Width, Evidence(coded, report)));
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

    private PrintedRow Row(CodedEvent coded) => Row(
    [
        new WrappedText(EventWords.Date(coded)),
        new WrappedText(EventWords.Names(coded.Actors), new Style(decoration: Decoration.Bold)),
        new WrappedText(EventWords.Event(coded), new Style(EventColours.Of(coded.Type.Quad))),
        new WrappedText(EventWords.Names(coded.Recipients), new Style(decoration: Decoration.Bold)),
        new WrappedText(StatusNames.Of(coded.Statement.Status)),
    ]);

    private PrintedRow Row(IEnumerable<WrappedText> cells) => PrintedRow.Of(_console.Profile.Width, Shares, cells);

    private static WrappedText Evidence(CodedEvent coded, CodedReport report)
    {
        var text = report.Report.Text;
        var sentence = coded.Sentence.Span;
        var words = new WrappedText();
        var at = sentence.Start;
        foreach (var span in coded.Evidence.IsEmpty ? [coded.Span] : coded.Evidence)
        {
            words.Append(text[at..Math.Max(at, span.Start)]);
            words.Append(text[Math.Max(at, span.Start)..Math.Max(at, span.End)], new Style(decoration: Decoration.Underline));
            at = Math.Max(at, span.End);
        }

        return words.Append(text[at..Math.Max(at, sentence.End)]);
    }
}
