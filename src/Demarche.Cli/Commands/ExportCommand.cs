using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Coding;
using Demarche.Store;
using Demarche.Store.Formats;
using NodaTime;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche export</c>: events of the record in a format of the field.</summary>
internal static class ExportCommand
{
    private const string Parquet = "parquet";

    public static Command Create(Streams streams)
    {
        var store = StoreCalls.StoreOption();
        var format = new Option<string>("--format") { Description = "The format; docs/formats.md tells what each holds.", Required = true };
        format.AcceptOnlyFromAmong([.. EventFormats.Written, Parquet]);
        var output = new Option<string?>("--output") { Description = "File to write to; without it standard output (not for parquet)." };
        var between = new Option<string[]>("--between") { Description = "Two codes or names: what they did to each other.", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
        var from = new Option<LocalDate?>("--from") { Description = "First day.", CustomParser = Parsers.Date };
        var to = new Option<LocalDate?>("--to") { Description = "Last day.", CustomParser = Parsers.Date };
        var type = new Option<string[]>("--type") { Description = "Types of event.", AllowMultipleArgumentsPerToken = true };
        var status = new Option<string[]>("--status") { Description = "Statuses; formats without one are given happened and ongoing events unless you choose.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("export", "Writes events of the record in a format of the field.") { store, format, output, between, from, to, type, status };
        command.SetAction(async (parsed, stop) =>
        {
            var query = new EventQuery
            {
                Between = parsed.GetValue(between) is [var one, var other] ? new Dyad(one, other) : null,
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Types = [.. parsed.GetValue(type) ?? []],
                Statuses = [.. parsed.GetValue(status) ?? []],
            };
            var (name, file) = (parsed.GetValue(format)!, parsed.GetValue(output));
            if (name == Parquet && file is null)
            {
                streams.Errors.WriteLine("demarche: parquet is no text: name a file with --output.");
                return CommandLine.WrongUse;
            }

            return Formats.Load(streams) is not { } formats
                ? CommandLine.WrongUse
                : await StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, kept => name == Parquet
                    ? ParquetAsync(kept, query, file!, streams, stop)
                    : TextAsync(kept, query, name, file, formats, streams, stop));
        });
        return command;
    }

    private static Task<int> ParquetAsync(IEventStore store, EventQuery query, string file, Streams streams, CancellationToken stop)
    {
        var events = store.EventsAsync(query, stop).Select(e => e.Record).ToBlockingEnumerable(stop);
        return Task.FromResult(Loading.Or(ParquetFile.Write(events, file), streams) is null ? CommandLine.WrongUse : CommandLine.Done);
    }

    private static async Task<int> TextAsync(
        IEventStore store, EventQuery query, string format, string? file, EventFormats formats, Streams streams, CancellationToken stop)
    {
        var events = store.EventsAsync(query, stop);
        var everyStatus = query.Statuses.Length > 0;
        return file is null
            ? await WriteAsync(events, formats.Writer(format, streams.Output, everyStatus), streams)
            : OutputFile.Write(file, streams, text => WriteAsync(events, formats.Writer(format, text, everyStatus), streams).GetAwaiter().GetResult());
    }

    private static async Task<int> WriteAsync(IAsyncEnumerable<StoredEvent> events, EventTextWriter writer, Streams streams)
    {
        writer.Open();
        await foreach (var one in events)
        {
            writer.Write(one.Record);
        }

        if (writer.LeftOut > 0)
        {
            streams.Errors.WriteLine($"demarche: {writer.LeftOut} events are left out, which this format cannot tell from ones that took place, or has no code for; choose with --status.");
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
