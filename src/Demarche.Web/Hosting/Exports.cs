using System.Text;
using Demarche.Coding;
using Demarche.Store;
using Demarche.Store.Formats;
using Demarche.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Hosting;

/// <summary>Views as files: the address of a page with another beginning.</summary>
internal static class Exports
{
    private const int FlushEvery = 500;   // events; a download of a million never stands in memory

    public static void MapExports(this WebApplication site)
    {
        site.MapGet("/export/events.csv", (HttpContext context, IEventStore store, CodebookFiles files, Codebook codebook) => TextAsync(context, store, files, codebook, "csv", "text/csv")).ExcludeFromDescription();
        site.MapGet("/export/events.jsonl", (HttpContext context, IEventStore store, CodebookFiles files, Codebook codebook) => TextAsync(context, store, files, codebook, "plover", "application/x-ndjson")).ExcludeFromDescription();
        site.MapGet("/export/events.parquet", ParquetAsync).ExcludeFromDescription();
    }

    private static EventQuery QueryOf(HttpContext context) => EventView.Read(context.Request.QueryString.Value ?? "").Query with { After = null, Limit = null };

    private static async Task TextAsync(HttpContext context, IEventStore store, CodebookFiles files, Codebook codebook, string format, string contentType)
    {
        context.Response.ContentType = contentType + "; charset=utf-8";
        var text = new StringWriter();
        var writer = new EventFormats(files, codebook).Writer(format, text, everyStatus: true);
        writer.Open();
        var waiting = 0;
        await foreach (var one in store.EventsAsync(QueryOf(context), context.RequestAborted))
        {
            writer.Write(one.Record);
            if (++waiting == FlushEvery)
            {
                waiting = 0;
                await SendAsync();
            }
        }

        await SendAsync();

        async Task SendAsync()
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.RequestAborted);
            text.GetStringBuilder().Clear();
        }
    }

    private static async Task<IResult> ParquetAsync(HttpContext context, IEventStore store)
    {
        var path = Path.Combine(Path.GetTempPath(), $"demarche-{Guid.NewGuid():N}.parquet");
        var written = await Task.Run(() => ParquetFile.Write(store.LinesAsync(QueryOf(context), context.RequestAborted).ToBlockingEnumerable(context.RequestAborted), path));
        if (written.Failure is { } failure)
        {
            return Results.Problem(failure.ToString(), statusCode: StatusCodes.Status500InternalServerError);
        }

        // The file is gone with its last reader.
        var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        return Results.File(file, "application/vnd.apache.parquet", "events.parquet");
    }
}
