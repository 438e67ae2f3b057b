using System.CommandLine;
using Demarche.Chronology;
using Demarche.Chronology.Briefs;
using Demarche.Cli.Output;
using Demarche.Store;

namespace Demarche.Cli.Commands.Chronology;

/// <summary><c>demarche brief</c>: a dossier of a dyad or an episode.</summary>
internal static class BriefCommand
{
    private static readonly string[] Formats = ["md", "html"];

    public static Command Create(Streams streams)
    {
        var query = new QueryOptions();
        var store = StoreCalls.StoreOption();
        var episode = new Option<string?>("--episode") { Description = "The id of an episode, or the start of it, as demarche episodes gives it." };
        var format = new Option<string>("--format") { Description = "md or html.", DefaultValueFactory = _ => Formats[0] };
        format.AcceptOnlyFromAmong(Formats);
        var file = new Option<string?>("--output") { Description = "File to write to instead of standard output." };
        var codebook = Parsers.CodebookOption();
        var command = new Command("brief", "Writes a dossier: each line with date, status, speaker and numbered sources.") { store, episode, format, file, codebook };
        query.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(episode) is null && result.GetResult("--between") is null)
            {
                result.AddError("Give --between A B or --episode ID.");
            }
        });
        command.SetAction((parsed, stop) =>
        {
            if (Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files)
            {
                return Task.FromResult(CommandLine.WrongUse);
            }

            return StoreCalls.RunAsync(parsed.GetValue(store)!, StoreAccess.Read, streams, stop, async kept =>
            {
                var asked = await query.OfAsync(parsed, kept, streams, stop);
                var brief = parsed.GetValue(episode) is { } id
                    ? await OfEpisodeAsync(id, kept, asked, files, streams, stop)
                    : await OfDyadAsync(query.Names(parsed)!, kept, asked, files, streams, stop);
                return brief is null ? CommandLine.WrongUse
                    : parsed.GetValue(file) is { } path ? OutputFile.Write(path, streams, output => Write(brief, parsed.GetValue(format)!, output))
                    : Write(brief, parsed.GetValue(format)!, streams.Output);
            });
        });
        return command;
    }

    private static async Task<Brief?> OfDyadAsync(string names, IEventStore store, EventQuery query, CodebookFiles files, Streams streams, CancellationToken stop)
    {
        if (Loading.Or(ClusterBuilder.Load(files), streams) is not { } builder)
        {
            return null;
        }

        var (clusters, unmerged) = await KeptActs.OfAsync(store, query, builder, stop);
        Notes.Unmerged(unmerged, streams);
        return Brief.Of(names, clusters);
    }

    private static async Task<Brief?> OfEpisodeAsync(string id, IEventStore store, EventQuery query, CodebookFiles files, Streams streams, CancellationToken stop)
    {
        if (await EpisodesCommand.FindAsync(store, query, files, streams, stop) is not { } episodes)
        {
            return null;
        }

        var found = episodes.Where(e => e.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count != 1 && found.Find(e => e.Id == id) is not { } exact)
        {
            streams.Complain(CliDiagnostics.NoEpisode(id));
            return null;
        }

        var episode = found.Find(e => e.Id == id) ?? found[0];
        return Brief.Of(episode.Title, episode.Links.Select(l => l.Event), episode.Links.ToDictionary(l => l.Event.Id, l => l.Reasons, StringComparer.Ordinal));
    }

    private static int Write(Brief brief, string format, TextWriter output)
    {
        if (format == "html")
        {
            BriefHtml.Write(brief, output);
        }
        else
        {
            BriefMarkdown.Write(brief, output);
        }

        return CommandLine.Done;
    }
}
