using Demarche.Cluster.Working;
using Demarche.Reports;
using Demarche.Store;

namespace Demarche.Tests.Cluster;

/// <summary>Reports that wait for a worker's threads are coded a few at a time, and each hears what came of it.</summary>
public sealed class CodingRoundsTests
{
    private static readonly ReportReader Reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_is_coded_together_and_shared_by_the_threads()
    {
        var sizes = new List<int>();
        var rounds = new CodingRounds(
            reports =>
            {
                lock (sizes)
                {
                    sizes.Add(reports.Count);
                }

                return [.. reports.Select(r => Coded(r.Report))];
            },
            threads: 2);
        var codings = Named(40).Select(r => (r.Name, Coded: rounds.CodeAsync(r, ""))).ToList();
        rounds.Complete();
        await rounds.RunAsync(Stop);
        foreach (var (name, coded) in codings)
        {
            Assert.Equal(name, (await coded).Value!.Report.Name);
        }

        Assert.Equal(40, sizes.Sum());
        Assert.Equal(8, sizes.Max());
        Assert.True(sizes.Min() < 8, "the last ones are for both threads");
    }

    [Fact]
    public async Task A_fault_is_that_of_the_reports_of_its_round_alone()
    {
        var rounds = new CodingRounds(reports => reports.Any(r => r.Report.Name == "5") ? throw new InvalidDataException() : [.. reports.Select(r => Coded(r.Report))], threads: 1);
        var codings = Named(20).Select(r => rounds.CodeAsync(r, "")).ToList();
        rounds.Complete();
        await rounds.RunAsync(Stop);
        await Assert.ThrowsAsync<InvalidDataException>(() => codings[5]);
        Assert.Equal(12, codings.Count(c => c.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task From_a_stop_on_nothing_is_begun()
    {
        using var stop = new CancellationTokenSource();
        var begun = 0;
        var rounds = new CodingRounds(
            reports =>
            {
                begun += reports.Count;
                stop.Cancel();
                return [.. reports.Select(r => Coded(r.Report))];
            },
            threads: 1);
        var codings = Named(20).Select(r => rounds.CodeAsync(r, "")).ToList();
        rounds.Complete();
        await rounds.RunAsync(stop.Token);
        Assert.Equal(8, begun);
        Assert.Equal(8, codings.Count(c => c.IsCompletedSuccessfully));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => codings[19]);
    }

    private static IEnumerable<Report> Named(int count) => Enumerable.Range(0, count).Select(i => Reader.FromText($"{i}", "Talks.").Value!);

    private static Outcome<ReportCoding> Coded(Report report) => new ReportCoding(new StoredReport("", report.Name, report.Text), [], []);
}
