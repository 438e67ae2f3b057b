using System.CommandLine;
using Demarche.Cli.Output;
using Demarche.Store;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche search WORDS</c>: reports of the record that hold the words, in any form of theirs.</summary>
internal static class SearchCommand
{
    private static readonly string[] Columns = ["score", "published", "outlet", "title", "sentence", "events", "report", "hash"];

    public static Command Create(Streams streams)
    {
        var words = new Argument<string[]>("WORDS") { Description = "Words that a report must hold, all of them; 'talks' finds 'talk' too.", Arity = ArgumentArity.OneOrMore };
        var store = StoreCalls.StoreOption();
        var limit = new Option<int>("--limit") { Description = "The most reports to show.", DefaultValueFactory = _ => 20 };
        var format = StoreCalls.FormatOption();
        var command = new Command("search", "Searches the texts of the record, the best report first.") { words, store, limit, format };
        command.SetAction((parsed, stop) => StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
        {
            var sink = RowSink.Of(parsed.GetValue(format)!, streams.Output, Columns);
            var hits = 0;
            await foreach (var hit in kept.SearchAsync(string.Join(' ', parsed.GetValue(words)!), Math.Max(1, parsed.GetValue(limit)), stop))
            {
                hits++;
                sink.Write([Math.Round(hit.Score, 2), IsoDay.Text(hit.Published), hit.Outlet, hit.Title, hit.Sentence, hit.Events, hit.Name, hit.Hash[..10]]);
            }

            return StoreCalls.Close(sink, hits, "no report holds all of these words", streams);
        }));
        return command;
    }
}
