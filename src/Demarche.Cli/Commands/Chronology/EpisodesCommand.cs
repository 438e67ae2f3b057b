using System.CommandLine;
using System.Globalization;
using Demarche.Chronology;
using Demarche.Store;

namespace Demarche.Cli.Commands.Chronology;

/// <summary><c>demarche episodes</c>: tracks of related events.</summary>
internal static class EpisodesCommand
{
    public static Command Create(Streams streams)
    {
        var query = new QueryOptions();
        var store = StoreCalls.StoreOption();
        var shows = new Option<bool>("--links") { Description = "Show each event and why it belongs to its episode." };
        var codebook = Parsers.CodebookOption();
        var command = new Command("episodes", "Lists tracks of related events: summits, sanctions, truces of the same participants.") { store, shows, codebook };
        query.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            if (Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files)
            {
                return Task.FromResult(CommandLine.WrongUse);
            }

            return StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
            {
                if (await FindAsync(kept, await query.OfAsync(parsed, kept, streams, stop), files, streams, stop) is not { } episodes)
                {
                    return CommandLine.WrongUse;
                }

                foreach (var episode in episodes)
                {
                    Write(episode, parsed.GetValue(shows), streams.Output);
                }

                return CommandLine.Done;
            });
        });
        return command;
    }

    /// <summary>The episodes of the events that are asked for, the longest first; null after a fault went to the user.</summary>
    public static async Task<IReadOnlyList<Episode>?> FindAsync(IEventStore store, EventQuery query, CodebookFiles files, Streams streams, CancellationToken stop)
    {
        if (Loading.Or(ClusterBuilder.Load(files), streams) is not { } builder || Loading.Or(EpisodeFinder.Load(files), streams) is not { } finder)
        {
            return null;
        }

        var (clusters, unmerged) = await KeptActs.OfAsync(store, query, builder, stop);
        Notes.Unmerged(unmerged, streams);
        return [.. finder.Find(clusters).OrderByDescending(e => e.Links.Length).ThenBy(e => e.From).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    private static void Write(Episode episode, bool showsLinks, TextWriter output)
    {
        output.WriteLine($"{episode.Title} ({episode.Links.Length.ToString(CultureInfo.InvariantCulture)} acts)  {episode.Id}");
        if (!showsLinks)
        {
            return;
        }

        foreach (var link in episode.Links)
        {
            output.WriteLine($"  {ClusterWords.Days(link.Event)}  {ClusterWords.Who(link.Event)}: {ClusterWords.What(link.Event.Act)}, {link.Event.Status}");
            output.WriteLine($"    {string.Join("; ", link.Reasons)}");
        }
    }
}
