using System.Diagnostics;

namespace Demarche.Web.Tests;

/// <summary>Whatever is asked in an address or a body, the site answers, and never with a fault of its own.</summary>
/// <remarks>DEMARCHE_FUZZ_SECONDS=600 asks for ten minutes; the seed is told, and DEMARCHE_FUZZ_SEED repeats it.</remarks>
public class HarmfulRequestTests(RunningSite site)
{
    private static readonly double Seconds = double.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_FUZZ_SECONDS"), out var asked) ? asked : 3;
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_FUZZ_SEED"), out var given) ? given : Environment.TickCount;

    private static readonly string[] Paths =
    [
        "/", "/dyad", "/network", "/map", "/reports", "/review", "/dossier", "/event/", "/report/", "/codebook/", "/export/events.csv", "/export/events.jsonl",
        "/api/events", "/api/events/", "/api/count", "/api/timeline", "/api/reports", "/api/reports/", "/api/search", "/api/actors", "/mcp",
    ];

    private static readonly string[] Names =
        ["actor", "with", "recipient", "from", "to", "type", "status", "said-by", "text", "place", "least", "review", "order", "after", "limit", "by", "words", "q", "a", "b", "x[]"];

    private static readonly string[] Values =
    [
        "", "USA", "2018", "2018-06-12", "next", "0.5", "-1", "1e999", "NaN", "99999999999999999999", "'; DROP TABLE events; --", "$1", "%", "%00", "_", "\\", "\"", "../../etc/passwd", "<script>", "\u0000",
        "\ud83d", "\u202e", "{{", "0001-01-01", "9999-12-31", "10000-01-01", "null", "*", "(", "[", "AID", "happened", "day", "3f9a1c2b@1:AID", "=1+1",
    ];

    [Fact]
    public async Task No_question_breaks_the_site()
    {
        var (random, clock, count, stop) = (new Random(Seed), Stopwatch.StartNew(), 0, TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        while (clock.Elapsed.TotalSeconds < Seconds)
        {
            var path = Paths[random.Next(Paths.Length)];
            path = path.EndsWith('/') && path.Length > 1 ? path + Uri.EscapeDataString(Value(random)) : path;
            var query = string.Join('&', Enumerable.Range(0, random.Next(4)).Select(_ => $"{Names[random.Next(Names.Length)]}={Uri.EscapeDataString(Value(random))}"));
            using var request = new HttpRequestMessage(random.Next(8) == 0 ? HttpMethod.Post : HttpMethod.Get, $"{site.Address}{path}?{query}");
            request.Content = request.Method == HttpMethod.Post ? new StringContent(Value(random), System.Text.Encoding.UTF8, "application/json") : null;
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            Assert.True((int)answer.StatusCode < 500, $"Seed {Seed}, question {count}: {request.Method} {path}?{query} gives {(int)answer.StatusCode}");
            count++;
        }

        TestContext.Current.SendDiagnosticMessage($"{count} questions, seed {Seed}");
    }

    private static string Value(Random random) => random.Next(5) == 0 ? Values[random.Next(Values.Length)] + Values[random.Next(Values.Length)] : Values[random.Next(Values.Length)];
}
