using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Cli.Reviewing;
using Demarche.Coding;
using Demarche.Store;
using Demarche.Store.Reviewing;
using NodaTime;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche review</c>: what people say of events; kept with who and when, and applied whenever a report is coded anew.</summary>
internal static class ReviewCommand
{
    private static readonly string[] QueueColumns = ["id", "confidence", "date", "actor", "event", "recipient", "status", "sentence"];
    private static readonly string[] ListColumns = ["when", "who", "verdict", "id", "changes", "note"];

    public static Command Create(Streams streams)
    {
        var queue = new Option<bool>("--queue") { Description = "List what nobody has reviewed, the least confident first. This is also what review does alone." };
        var limit = new Option<int>("--limit") { Description = "The most events to list.", DefaultValueFactory = _ => 20 };
        var store = StoreCalls.StoreOption();
        var format = StoreCalls.FormatOption();
        var command = new Command("review", "Lists events to review; accepts, rejects and edits them.")
        {
            queue, limit, store, format,
            Verdict("accept", "Says that events are right.", Store.Verdict.Accepted, streams),
            Verdict("reject", "Says that events are wrong; they are left out of all answers.", Store.Verdict.Rejected, streams),
            Edit(streams), Listed(streams), Export(streams),
        };
        command.SetAction((parsed, stop) => StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
        {
            var sink = RowSink.Of(parsed.GetValue(format)!, streams.Output, QueueColumns);
            var rows = 0;
            var query = new EventQuery { OnlyUnreviewed = true, Order = EventOrder.Confidence, Limit = Math.Max(1, parsed.GetValue(limit)) };
            await foreach (var one in kept.EventsAsync(query, stop))
            {
                rows++;
                var record = one.Record;
                sink.Write(
                [
                    one.ShortKey, record.Confidence, IsoDay.Text(record.Date), record.Actors.Select(a => a.Name), record.Mode is { } mode ? $"{record.Type} {mode}" : record.Type,
                    record.Recipients.Select(a => a.Name), record.Status, record.Text,
                ]);
            }

            return StoreCalls.Close(sink, rows, "everything is reviewed", streams);
        }));
        return command;
    }

    private static Command Verdict(string name, string description, Verdict verdict, Streams streams)
    {
        var ids = new Argument<string[]>("ID") { Description = "Ids of events, as --queue lists them.", Arity = ArgumentArity.OneOrMore };
        var (store, who, note) = (StoreCalls.StoreOption(), StoreCalls.WhoOption(), NoteOption());
        var command = new Command(name, description) { ids, store, who, note };
        command.SetAction((parsed, stop) => StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Write, streams, stop, kept =>
            SayAsync(kept, parsed.GetValue(ids)!.Select(id => Said(id, verdict, parsed.GetValue(who)!, parsed.GetValue(note))), streams, stop)));
        return command;
    }

    private static Command Edit(Streams streams)
    {
        var id = new Argument<string>("ID") { Description = "Id of an event, as --queue lists it." };
        var set = new Option<string[]>("--set")
        {
            Description = "FIELD=VALUE, such as event=CONSULT, mode=meet, status=planned, date=2020-07-04, actor=PRK; an empty value clears it.",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            Required = true,
        };
        var (store, who, note, codebook) = (StoreCalls.StoreOption(), StoreCalls.WhoOption(), NoteOption(), Parsers.CodebookOption());
        var command = new Command("edit", "Changes fields of an event.") { id, set, store, who, note, codebook };
        command.SetAction(async (parsed, stop) =>
        {
            if (Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files || Loading.Or(Codebook.Load(files), streams) is not { } read)
            {
                return CommandLine.WrongUse;
            }

            return await StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Write, streams, stop, async kept =>
            {
                if (Loading.Or(new EventEdit(read).Changes(parsed.GetValue(set)!, await kept.EventAsync(parsed.GetValue(id)!, stop)), streams) is not { } changes)
                {
                    return CommandLine.WrongUse;
                }

                var correction = Said(parsed.GetValue(id)!, Store.Verdict.Edited, parsed.GetValue(who)!, parsed.GetValue(note)) with { Changes = changes };
                return await SayAsync(kept, [correction], streams, stop);
            });
        });
        return command;
    }

    private static Command Listed(Streams streams)
    {
        var (store, format) = (StoreCalls.StoreOption(), StoreCalls.FormatOption());
        var command = new Command("list", "Lists what was said of events, with who and when.") { store, format };
        command.SetAction((parsed, stop) => StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
        {
            var sink = RowSink.Of(parsed.GetValue(format)!, streams.Output, ListColumns);
            var rows = 0;
            await foreach (var one in kept.CorrectionsAsync(stop))
            {
                rows++;
                sink.Write([one.When.ToDateTimeUtc(), one.Who, VerdictNames.Of(one.Verdict), one.Event, one.Changes, one.Note]);
            }

            return StoreCalls.Close(sink, rows, "nothing was said of any event", streams);
        }));
        return command;
    }

    private static Command Export(Streams streams)
    {
        var store = StoreCalls.StoreOption();
        var file = new Option<string?>("--output") { Description = "File to write to instead of standard output." };
        var command = new Command("export", "Writes the reviewed events with their reports as gold for 'demarche eval'.") { store, file };
        command.SetAction((parsed, stop) => StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
        {
            var lines = await GoldFile.LinesAsync(kept, stop);
            return parsed.GetValue(file) is { } path ? OutputFile.Write(path, streams, Write) : Write(streams.Output);

            int Write(TextWriter output)
            {
                lines.ForEach(l => output.Write(l + "\n"));
                return CommandLine.Done;
            }
        }));
        return command;
    }

    private static Option<string?> NoteOption() => new("--note") { Description = "Why, in words." };

    private static Correction Said(string id, Verdict verdict, string who, string? note) =>
        new(id, verdict, who, SystemClock.Instance.GetCurrentInstant()) { Note = note };

    private static async Task<int> SayAsync(IEventStore store, IEnumerable<Correction> corrections, Streams streams, CancellationToken stop)
    {
        var failed = false;
        foreach (var correction in corrections)
        {
            if (Loading.Or(await store.CorrectAsync(correction, cancellation: stop), streams) is { } now)
            {
                streams.Output.WriteLine($"{VerdictNames.Of(correction.Verdict)} {now.ShortKey}: {ReviewedLine.Of(now)}");
            }
            else
            {
                failed = true;
            }
        }

        return failed ? CommandLine.SomeFailed : CommandLine.Done;
    }
}
