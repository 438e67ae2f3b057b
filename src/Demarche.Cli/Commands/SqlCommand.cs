using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Store;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche sql QUERY</c>: one question in SQL over the record, which can only read.</summary>
internal static class SqlCommand
{
    public static Command Create(Streams streams)
    {
        var sql = new Argument<string>("QUERY") { Description = "A SELECT over reports, events, participants, codings, past_events, corrections, clusters, failures, postings." };
        var store = StoreCalls.StoreOption();
        var format = StoreCalls.FormatOption();
        var command = new Command("sql", "Answers a question in SQL; it can read and not write. docs/store.md names the tables and their columns.") { sql, store, format };
        command.SetAction((parsed, stop) => StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
        {
            if (Loading.Or(await kept.AskAsync(parsed.GetValue(sql)!, stop), streams) is not { } answer)
            {
                return CommandLine.WrongUse;
            }

            await using (answer)
            {
                var sink = RowSink.Of(parsed.GetValue(format)!, streams.Output, answer.Columns);
                await foreach (var row in answer.RowsAsync(stop))
                {
                    sink.Write(row);
                }

                sink.Close();
                return CommandLine.Done;
            }
        }));
        return command;
    }
}
