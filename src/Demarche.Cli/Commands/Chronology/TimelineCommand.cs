using System.CommandLine;
using Demarche.Chronology;
using Demarche.Cli.Output;
using Demarche.Cli.Output.Chronology;
using Demarche.Store;

namespace Demarche.Cli.Commands.Chronology;

/// <summary><c>demarche timeline</c>: merged events in time, with their sources.</summary>
internal static class TimelineCommand
{
    private static readonly string[] Formats = ["table", "jsonl", "csv"];

    public static Command Create(Streams streams)
    {
        var query = new QueryOptions();
        var store = StoreCalls.StoreOption();
        var format = new Option<string>("--format") { Description = "table for people; jsonl or csv for programs.", DefaultValueFactory = _ => Formats[0] };
        format.AcceptOnlyFromAmong(Formats);
        var file = new Option<string?>("--output") { Description = "File to write to instead of standard output." };
        var command = new Command("timeline", "Tells what happened in order: each act once, with its sources, and what they differ in.") { store, format, file };
        query.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            if (Loading.Or(ClusterBuilder.Load(CodebookFiles.Shipped()), streams) is not { } builder)
            {
                return Task.FromResult(CommandLine.WrongUse);
            }

            return StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
            {
                var (clusters, unmerged) = await KeptActs.OfAsync(kept, await query.OfAsync(parsed, kept, streams, stop), builder, stop);
                Notes.Unmerged(unmerged, streams);
                return parsed.GetValue(file) is { } path
                    ? OutputFile.Write(path, streams, output => Write(clusters, parsed.GetValue(format)!, output))
                    : Write(clusters, parsed.GetValue(format)!, streams.Output);
            });
        });
        return command;
    }

    private static int Write(IReadOnlyList<EventCluster> clusters, string format, TextWriter output)
    {
        switch (format)
        {
            case "jsonl":
                TimelineLines.Write(clusters, output);
                break;
            case "csv":
                TimelineRows.Write(clusters, output);
                break;
            default:
                TimelineTable.Write(clusters, output);
                break;
        }

        return CommandLine.Done;
    }
}
