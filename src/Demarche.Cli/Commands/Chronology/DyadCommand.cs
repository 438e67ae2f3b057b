using System.CommandLine;
using Demarche.Chronology;
using Demarche.Cli.Output.Chronology;
using Demarche.Store;

namespace Demarche.Cli.Commands.Chronology;

/// <summary><c>demarche dyad A B</c>: how many dealings two had, how friendly, and where that changed.</summary>
internal static class DyadCommand
{
    private static readonly string[] Formats = ["table", "csv"];
    private static readonly string[] Lengths = ["month", "week"];

    public static Command Create(Streams streams)
    {
        var one = new Argument<string>("A") { Description = "A state, body or person, by code or name." };
        var other = new Argument<string>("B") { Description = "Another." };
        var by = new Option<string>("--by") { Description = "Length of a period: month, or week from Monday on.", DefaultValueFactory = _ => Lengths[0] };
        by.AcceptOnlyFromAmong(Lengths);
        var format = new Option<string>("--format") { Description = "table for people, csv for programs.", DefaultValueFactory = _ => Formats[0] };
        format.AcceptOnlyFromAmong(Formats);
        var store = StoreCalls.StoreOption();
        var query = new DayOptions();
        var command = new Command("dyad", "Counts the dealings of two by month or week, with their mean score and where they changed.") { one, other, by, format, store };
        query.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            if (Loading.Or(ClusterBuilder.Load(CodebookFiles.Shipped()), streams) is not { } builder)
            {
                return Task.FromResult(CommandLine.WrongUse);
            }

            var dyad = new Dyad(parsed.GetValue(one)!, parsed.GetValue(other)!);
            return StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
            {
                var (clusters, unmerged) = await KeptActs.OfAsync(kept, query.Of(parsed) with { Between = dyad }, builder, stop);
                Notes.Unmerged(unmerged, streams);
                var series = DyadSeries.Of(clusters, parsed.GetValue(by) == "week" ? SeriesPeriod.Week : SeriesPeriod.Month);
                if (parsed.GetValue(format) == "csv")
                {
                    DyadView.WriteRows(series, streams.Output);
                }
                else
                {
                    DyadView.WriteTable($"{dyad.One} – {dyad.Other}", series, streams.Output);
                }

                return CommandLine.Done;
            });
        });
        return command;
    }
}
