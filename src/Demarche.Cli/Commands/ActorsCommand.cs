using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Store;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche actors</c>: who takes part in the record, and how often.</summary>
internal static class ActorsCommand
{
    private static readonly string[] Columns = ["code", "name", "as actor", "as recipient", "as speaker"];

    public static Command Create(Streams streams)
    {
        var code = new Option<string?>("--code") { Description = "Only those of a state or body, such as PRK." };
        var name = new Option<string?>("--name") { Description = "Only those whose name holds this." };
        var store = StoreCalls.StoreOption();
        var limit = new Option<int?>("--limit") { Description = "The most to show." };
        var format = StoreCalls.FormatOption();
        var command = new Command("actors", "Lists who takes part in the record, the most frequent first.") { code, name, store, limit, format };
        command.SetAction((parsed, stop) => StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
        {
            var sink = RowSink.Of(parsed.GetValue(format)!, streams.Output, Columns);
            var rows = 0;
            var query = new ActorQuery { Code = parsed.GetValue(code), Name = parsed.GetValue(name), Limit = parsed.GetValue(limit) };
            await foreach (var actor in kept.ActorsAsync(query, stop))
            {
                rows++;
                sink.Write([actor.Code, actor.Name, actor.AsActor, actor.AsRecipient, actor.AsSpeaker]);
            }

            return StoreCalls.Close(sink, rows, "nobody takes part", streams);
        }));
        return command;
    }
}
