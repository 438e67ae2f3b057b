using System.CommandLine;
using Demarche.Cli.Commands.Chronology;
using Demarche.Cli.Output;
using Demarche.Coding;
using Demarche.Store;
using Demarche.Store.Formats;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche export</c>: events of the record in a format of the field.</summary>
internal static class ExportCommand
{
    private const string Parquet = "parquet";
    private const string Lines = "plover";   // as the store keeps them

    public static Command Create(Streams streams)
    {
        var store = StoreCalls.StoreOption();
        var format = new Option<string>("--format") { Description = "The format; docs/formats.md tells what each holds.", Required = true };
        format.AcceptOnlyFromAmong([.. EventFormats.Written, Parquet]);
        var output = new Option<string?>("--output") { Description = "File to write to; without it standard output (not for parquet)." };
        var perReport = new Option<bool>("--per-report") { Description = $"A row for each report that tells of an act; else {string.Join(", ", EventFormats.OfActs)} hold each act once." };
        var asked = new QueryOptions();
        var command = new Command("export", "Writes events of the record in a format of the field.") { store, format, output, perReport };
        asked.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var (name, file) = (parsed.GetValue(format)!, parsed.GetValue(output));
            if (name == Parquet && file is null)
            {
                streams.Errors.WriteLine("demarche: parquet is no text: name a file with --output.");
                return CommandLine.WrongUse;
            }

            return await StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
            {
                var query = await asked.OfAsync(parsed, kept, streams, stop);
                return await (name switch
                {
                    Parquet => ParquetAsync(kept, query, file!, streams, stop),
                    Lines => LinesAsync(kept, query, file, streams, stop),
                    _ => TextAsync(kept, query, name, !parsed.GetValue(perReport), file, streams, stop),
                });
            });
        });
        return command;
    }

    private static Task<int> ParquetAsync(IEventStore store, EventQuery query, string file, Streams streams, CancellationToken stop)
    {
        var lines = store.LinesAsync(query, stop).ToBlockingEnumerable(stop);
        return Task.FromResult(Loading.Or(ParquetFile.Write(lines, file), streams) is null ? CommandLine.WrongUse : CommandLine.Done);
    }

    private static Task<int> LinesAsync(IEventStore store, EventQuery query, string? file, Streams streams, CancellationToken stop)
    {
        return file is null ? WriteAsync(streams.Output) : Task.FromResult(OutputFile.Write(file, streams, text => WriteAsync(text).GetAwaiter().GetResult()));

        async Task<int> WriteAsync(TextWriter output)
        {
            await foreach (var line in store.LinesAsync(query, stop))
            {
                output.Write(line);
                output.Write('\n');
            }

            return CommandLine.Done;
        }
    }

    private static async Task<int> TextAsync(IEventStore store, EventQuery query, string format, bool once, string? file, Streams streams, CancellationToken stop)
    {
        // The formats above take the events as they are, and need no codebook, which is slow to read.
        if (Formats.Load(streams) is not { } formats)
        {
            return CommandLine.WrongUse;
        }

        var isOfActs = EventFormats.OfActs.Contains(format, StringComparer.Ordinal);
        var everyStatus = query.Statuses.Length > 0;

        // What did not happen, or not yet, must not count as a telling of what did.
        var told = isOfActs && !everyStatus ? query with { Statuses = [.. EventFormats.Done] } : query;
        var leftOut = isOfActs && !everyStatus ? await store.CountAsync(query, stop) - await store.CountAsync(told, stop) : 0;
        var events = !isOfActs || !once ? store.EventsAsync(told, stop).Select(e => new CountedEvent(e.Record, ActCount.One))
            : format == "gdelt-mentions" ? CountedEvents.TellingsAsync(store, told, stop)
            : CountedEvents.ActsAsync(store, told, stop);
        return file is null
            ? await WriteAsync(events, formats.Writer(format, streams.Output, everyStatus), leftOut, streams)
            : OutputFile.Write(file, streams, text => WriteAsync(events, formats.Writer(format, text, everyStatus), leftOut, streams).GetAwaiter().GetResult());
    }

    private static async Task<int> WriteAsync(IAsyncEnumerable<CountedEvent> events, EventTextWriter writer, long leftOut, Streams streams)
    {
        writer.Open();
        await foreach (var (record, told) in events)
        {
            writer.Write(record, told);
        }

        if (writer.LeftOut + leftOut is > 0 and var all)
        {
            streams.Errors.WriteLine($"demarche: {all} events are left out, which this format cannot tell from ones that took place, or has no code for; choose with --status.");
        }

        return CommandLine.Done;
    }
}

/// <summary>The exchange formats with the shipped codebook.</summary>
internal static class Formats
{
    public static EventFormats? Load(Streams streams)
    {
        var files = CodebookFiles.Shipped();
        return Loading.Or(Codebook.Load(files), streams) is { } codebook ? new EventFormats(files, codebook) : null;
    }
}
