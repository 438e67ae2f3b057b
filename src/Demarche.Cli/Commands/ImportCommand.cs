using System.CommandLine;
using Demarche.Coding.Records;
using Demarche.Store;
using Demarche.Store.Formats;
using NodaTime;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche import FILE</c>: another coder's events into the record, kept apart by their coder.</summary>
internal static class ImportCommand
{
    public static Command Create(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "A file of events; a .gz is unpacked." };
        var format = new Option<string?>("--format") { Description = "Its format, where its name does not tell." };
        format.AcceptOnlyFromAmong([.. EventFormats.Readable]);
        var store = StoreCalls.StoreOption();
        var command = new Command("import", "Takes events of POLECAT, ICEWS, GDELT or another Demarche into the record.") { file, format, store };
        command.SetAction(async (parsed, stop) =>
        {
            var path = parsed.GetValue(file)!;
            if ((parsed.GetValue(format) ?? EventFormats.OfName(path)) is not { } name)
            {
                streams.Complain(FormatDiagnostics.UnknownFormat(path, Path.GetFileName(path)));
                return CommandLine.WrongUse;
            }

            return Formats.Load(streams) is not { } formats
                ? CommandLine.WrongUse
                : await StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Write, streams, stop, kept => ImportAsync(kept, formats.Read(name, path), path, streams, stop));
        });
        return command;
    }

    private static async Task<int> ImportAsync(IEventStore store, IEnumerable<Outcome<EventRecord>> events, string path, Streams streams, CancellationToken stop)
    {
        var (count, failed) = (0L, 0L);
        foreach (var part in ImportedReports.Of(path, Good(), SystemClock.Instance.GetCurrentInstant()))
        {
            await store.AddAsync([part], stop);
            count += part.Events.Length;
        }

        streams.Errors.WriteLine($"demarche: {count} events imported{(failed > 0 ? $", {failed} rows left out" : "")}");
        return failed > 0 ? CommandLine.SomeFailed : CommandLine.Done;

        IEnumerable<EventRecord> Good()
        {
            foreach (var outcome in events)
            {
                if (Loading.Or(outcome, streams) is { } one)
                {
                    yield return one;
                }
                else
                {
                    failed++;
                }
            }
        }
    }
}
