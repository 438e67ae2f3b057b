using System.CommandLine;
using System.Net.Sockets;
using Demarche.Cli.Commands.Cluster;
using Demarche.Store;
using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche serve</c>: the record in a browser.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private const string FreePort = "http://127.0.0.1:0";
    private const string TokenVariable = "DEMARCHE_TOKEN";

    public static Command Create(Streams streams)
    {
        var store = StoreCalls.StoreOption();
        var urls = new Option<string?>("--urls") { Description = $"Addresses to listen on; without it {DefaultUrl}, or a free port where that is taken." };
        var readOnly = new Option<bool>("--read-only") { Description = "Nothing can be corrected or added; other processes may read the file too." };
        var token = new Option<string?>("--token") { Description = $"What readers must enter; needed beyond this machine. Without it ${TokenVariable}.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable(TokenVariable) };
        var telemetry = OperationOptions.Telemetry();
        var codebook = Parsers.CodebookOption();
        var command = new Command("serve", "Shows the record in a browser: chronology, evidence, corrections.") { store, urls, readOnly, token, telemetry, codebook };
        command.SetAction(async (parsed, stop) =>
        {
            var asked = parsed.GetValue(urls);
            if (Loading.Or(SiteSettings.Of(asked ?? DefaultUrl, parsed.GetValue(readOnly), parsed.GetValue(token)), streams) is not { } settings
                || Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files || Loading.Engine(files, streams) is not { } pipeline)
            {
                return CommandLine.WrongUse;
            }

            return await OperationOptions.MeasuredAsync(parsed.GetValue(telemetry), "demarche-serve", streams, () => StoreCalls.RunAsync(parsed.GetValue(store)!, settings.IsReadOnly ? StoreAccess.Read : StoreAccess.Write, streams, stop, async kept =>
            {
                if (await StartAsync(settings, kept, files, pipeline, mayMove: asked is null, stop) is not { } site)
                {
                    streams.Complain(Site.PortInUse(settings));
                    return CommandLine.WrongUse;
                }

                await using (site)
                {
                    streams.Errors.WriteLine($"demarche: {kept.Address} is served at {string.Join(" and ", site.Urls)} (Ctrl-C ends it)");
                    await site.WaitForShutdownAsync(stop);
                }

                return CommandLine.Done;
            }));
        });
        return command;
    }

    // Who did not ask for a port gets a free one where ours is taken.
    private static async Task<WebApplication?> StartAsync(SiteSettings settings, IEventStore store, CodebookFiles files, Pipeline pipeline, bool mayMove, CancellationToken stop)
    {
        var site = Site.Build(settings, store, files, pipeline);
        try
        {
            await site.StartAsync(stop);
            return site;
        }
        catch (IOException fault) when (fault.InnerException is not null || fault is not FileNotFoundException)
        {
            await site.DisposeAsync();
            return mayMove ? await StartAsync(settings with { Urls = [FreePort] }, store, files, pipeline, mayMove: false, stop) : null;
        }
        catch (SocketException)
        {
            await site.DisposeAsync();
            return null;
        }
    }
}
