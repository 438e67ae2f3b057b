using System.CommandLine;
using System.Globalization;
using Demarche.Cli.Output;
using Demarche.Coding.Records;
using Demarche.Store.Formats;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche compare A B</c>: two records, files or coders beside each other.</summary>
internal static class CompareCommand
{
    private static readonly string[] Columns = ["dyad", "month", "a", "b"];

    public static Command Create(Streams streams)
    {
        var first = new Argument<string>("A") { Description = "A store or a file of events; 'record.duckdb#GDELT' takes the events of one coder." };
        var second = new Argument<string>("B") { Description = "The other." };
        var show = new Option<int>("--show") { Description = "How many events that only one of them has to list.", DefaultValueFactory = _ => 10 };
        var limit = new Option<int>("--limit") { Description = "How many dyad-months to list.", DefaultValueFactory = _ => 50 };
        var format = StoreCalls.FormatOption();
        var command = new Command("compare", "Lays two records beside each other: counts by dyad and month, their correlation, what only one has.") { first, second, show, limit, format };
        command.SetAction(async (parsed, stop) =>
        {
            if (Formats.Load(streams) is not { } formats
                || await EventSource.Of(parsed.GetValue(first)!).ReadAsync(formats, streams, stop) is not { } a
                || await EventSource.Of(parsed.GetValue(second)!).ReadAsync(formats, streams, stop) is not { } b)
            {
                return CommandLine.WrongUse;
            }

            var compared = Comparison.Of(a, b);
            var sink = RowSink.Of(parsed.GetValue(format)!, streams.Output, Columns);
            foreach (var month in compared.Months.Take(parsed.GetValue(limit)))
            {
                sink.Write([$"{month.One}-{month.Other}", month.Month.ToString("uuuu-MM", CultureInfo.InvariantCulture), month.First, month.Second]);
            }

            var code = StoreCalls.Close(sink, Math.Min(compared.Months.Length, parsed.GetValue(limit)), "neither has a dated event between two known actors", streams);
            if (parsed.GetValue(format) == "table")
            {
                Summarise(compared, parsed.GetValue(show), streams.Output);
            }

            return code;
        });
        return command;
    }

    private static void Summarise(Comparison compared, int show, TextWriter output)
    {
        var r = compared.Correlation is { } known ? known.ToString("F2", CultureInfo.InvariantCulture) : "not defined (one side does not vary)";
        output.WriteLine($"correlation of {compared.Months.Length} dyad-months: {r}");
        output.WriteLine($"same day, dyad and quad: {compared.Matched} in both, {compared.OnlyFirst.Length} only in A, {compared.OnlySecond.Length} only in B");
        List("only in A", compared.OnlyFirst);
        List("only in B", compared.OnlySecond);

        void List(string title, IReadOnlyList<EventRecord> events)
        {
            foreach (var one in events.Take(show))
            {
                output.WriteLine($"{title}: {IsoDay.Text(one.Date)} {Names(one.Actors)} {one.Type}{(one.Mode is null ? "" : " " + one.Mode)} {Names(one.Recipients)} ({one.Id})");
            }
        }
    }

    private static string Names(IEnumerable<ParticipantRecord> all) => string.Join(", ", all.Select(a => a.Code ?? a.Name));
}
