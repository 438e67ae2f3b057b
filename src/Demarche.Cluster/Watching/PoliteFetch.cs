using System.Net;
using System.Net.Http.Headers;

namespace Demarche.Cluster.Watching;

/// <summary>Fetches over HTTP as a guest would: it says who it is, asks only for what is new, and goes away when it is asked to. Thread-safe.</summary>
public sealed class PoliteFetch : IDisposable
{
    private const int LargestAnswer = 16 << 20;
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = true, MaxAutomaticRedirections = 5, AutomaticDecompression = DecompressionMethods.All, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>A fetcher that names itself and, where one is given, whom to turn to.</summary>
    /// <param name="contact">An address that publishers can write to.</param>
    public PoliteFetch(string? contact)
    {
        var version = typeof(PoliteFetch).Assembly.GetName().Version!.ToString(2);
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Demarche", version));
        if (contact is { Length: > 0 } && ProductInfoHeaderValue.TryParse($"({contact.Replace('(', ' ').Replace(')', ' ')})", out var comment))
        {
            _http.DefaultRequestHeaders.UserAgent.Add(comment);
        }
    }

    /// <summary>Fetches an address unless it is as it was.</summary>
    internal async Task<Fetched> GetAsync(Uri url, string? tag, string? modified, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            _ = tag is null || request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            _ = modified is null || request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            var pause = answer.Headers.RetryAfter is { } retry ? retry.Delta ?? retry.Date - now : null;
            return new Fetched(answer.StatusCode, answer.IsSuccessStatusCode ? await BodyAsync(answer, stop) : null)
            {
                Tag = answer.Headers.ETag?.ToString(),
                Modified = answer.Content.Headers.TryGetValues("Last-Modified", out var dates) ? dates.First() : null,
                Pause = pause > LongestPause ? LongestPause : pause,
            };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException || fault is OperationCanceledException && !stop.IsCancellationRequested)
        {
            return new Fetched(null, null) { Fault = fault is OperationCanceledException ? "it does not answer" : fault.Message };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    // What is packed is counted as it is unpacked, so that a bomb ends at the limit.
    private static async Task<byte[]> BodyAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(stop);
        using var body = new MemoryStream();
        var piece = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(piece, stop)) > 0;)
        {
            if (body.Length + read > LargestAnswer)
            {
                throw new InvalidDataException($"it has more than {LargestAnswer >> 20} MB");
            }

            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }
}

/// <summary>What came back.</summary>
/// <param name="Status">What the server says; null where none answered.</param>
/// <param name="Body">What it gave, or null.</param>
internal sealed record Fetched(HttpStatusCode? Status, byte[]? Body)
{
    public string? Tag { get; init; }

    public string? Modified { get; init; }

    /// <summary>How long the server wants to be left alone.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>Why no server answered.</summary>
    public string? Fault { get; init; }
}
