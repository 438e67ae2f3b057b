using System.Text.Json;
using Demarche.Reports;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Reports;

/// <summary>Measures on real texts, which lie beside the checkout where a developer has them.</summary>
public class RealTextTests
{
    private static readonly ReportReader Reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;

    [Fact]
    public void Hardly_an_apostrophe_is_put_into_texts_that_lost_none()
    {
        var texts = File.ReadLines(Shared("gold/timex-train.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!).ToList();
        var reports = texts.Select(t => Reader.FromText("in", t).Value!).ToList();
        Assert.InRange(reports.Sum(r => r.Repaired.Repairs.Count(p => p.Kind == RepairKind.LostApostrophe)), 0, 1);
        Assert.True(reports.Count(r => r.Dateline is not null) >= 15);
    }

    [Fact]
    public void The_first_report_gets_all_its_apostrophes_and_parts()
    {
        var report = Reader.Read("report.txt", File.ReadAllBytes(Shared("seed/report.txt"))).Value!;
        Assert.Equal(8, report.Repaired.Repairs.Count(r => r.Kind == RepairKind.LostApostrophe));
        Assert.Equal("Reuters", report.PhotoCredit);
        Assert.Equal("PRESS TV", report.Outlet);
        Assert.Equal([SectionKind.Caption, .. Enumerable.Repeat(SectionKind.Paragraph, 13), SectionKind.Trailer], report.Sections.Select(s => s.Kind));
    }

    private static string Shared(string path)
    {
        var file = Path.Combine(Repository.Root, "..", "shared", path);
        Assert.SkipUnless(File.Exists(file), "needs ../shared");
        return file;
    }
}
