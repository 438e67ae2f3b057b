using Demarche.Coding;
using Demarche.Coding.Matching;
using Demarche.Language;
using Demarche.Reports;
using Demarche.Statements;
using Demarche.Time;

namespace Demarche.Cli.Output;

/// <summary>What each stage found in a report and why, sentence by sentence, as plain text.</summary>
internal sealed class ExplainedReport(Pipeline pipeline, Report report, TextWriter output)
{
    /// <summary>Writes all sentences, or the one of the given number from 1.</summary>
    public void Write(int? only)
    {
        var stated = pipeline.State(report);
        var coded = pipeline.Coder.Code(stated);
        WriteDay(stated.Mentioned);
        foreach (var sentence in stated.Mentioned.Parsed.Sentences.Where(s => only is null || s.Index + 1 == only))
        {
            output.WriteLine();
            output.WriteLine($"{sentence.Index + 1}. {report.Text[sentence.Span.Start..sentence.Span.End].ReplaceLineEndings(" ")}");
            output.WriteLine();
            output.Write(TreeDrawing.Draw(sentence));
            WriteMentions(stated.Mentioned, sentence);
            WriteRules(pipeline.Coder.Trace(stated, sentence));
            WriteEvents(coded, sentence);
        }
    }

    private void WriteDay(MentionedReport mentioned)
    {
        var written = mentioned.Times.Written;
        output.WriteLine(report.Published is { } day ? $"published {day:yyyy'-'MM'-'dd}"
            : written is null ? "no day of publication is given, and nothing tells it"
            : $"written {(written.HasEarliest ? $"from {written.Earliest:yyyy'-'MM'-'dd} " : "")}{(written.HasLatest ? $"to {written.Latest:yyyy'-'MM'-'dd}" : "or later")}");
        foreach (var evidence in written?.Evidence ?? [])
        {
            output.WriteLine($"  {(evidence.Contradicts ? "against" : "because")} {evidence.What}");
        }

        foreach (var note in mentioned.Parsed.Notes)
        {
            output.WriteLine("note: " + note);
        }
    }

    private void WriteMentions(MentionedReport mentioned, Sentence sentence)
    {
        foreach (var actor in mentioned.Actors.All.Where(m => m.Sentence.Index == sentence.Index))
        {
            output.WriteLine($"  actor   {Words(actor.Span)} = {EventWords.Name(actor.Actor)}, as {actor.Use.ToString().ToLowerInvariant()}: {actor.Reason}");
        }

        foreach (var place in mentioned.Places.All.Where(m => m.Sentence.Index == sentence.Index))
        {
            output.WriteLine($"  place   {Words(place.Span)} = {place.Place?.Name ?? "unknown"}{(place.Place is { } known ? $" ({known.Country})" : "")}: {place.Reason}");
        }

        foreach (var time in mentioned.Times.All.Where(m => m.Sentence.Index == sentence.Index))
        {
            output.WriteLine($"  time    {Words(time.Span)} = {time.Kind.ToString().ToUpperInvariant()} {time.Value ?? "unresolved"}{Days(time.Interval)}: {time.Reason}");
        }
    }

    private void WriteRules(IEnumerable<TriggerTrace> traces)
    {
        foreach (var trace in traces)
        {
            output.WriteLine($"  trigger {trace.Trigger.Form}: {trace.Outcome}");
            foreach (var trial in trace.Trials)
            {
                output.WriteLine($"    {(trial.Lacked is null ? "met  " : "lacks")} {trial.Rule.Id}{(trial.Lacked is null ? "" : ": " + trial.Lacked)}");
            }
        }
    }

    private void WriteEvents(CodedReport coded, Sentence sentence)
    {
        foreach (var one in coded.Events.Where(e => e.Sentence.Index == sentence.Index))
        {
            output.WriteLine($"  event   {EventWords.Event(one)}: {EventWords.Names(one.Actors)} -> {EventWords.Names(one.Recipients)}");
            output.WriteLine($"          {EventWords.Says(one, coded)}");
            output.WriteLine($"          {EventWords.Date(one)}{(one.Date is { } date ? ": " + date.Reason : "")}");
            output.WriteLine(FormattableString.Invariant($"          confidence {one.Confidence:0.00}{(one.Confidence < pipeline.Coder.ShownFrom ? $": below {pipeline.Coder.ShownFrom:0.##}, shown with --min-confidence only" : "")}"));
            output.WriteLine($"          rule {one.Explanation.Rule}: {string.Join(", ", one.Explanation.Parts.Select(p => $"{p.Part} \"{p.Token.Form}\""))}");
        }
    }

    private string Words(Span span) => $"\"{report.Text[span.Start..span.End].ReplaceLineEndings(" ")}\"";

    private static string Days(DayInterval? interval) => interval is { } days ? $" ({EventWords.Interval(days)})" : "";
}
