using System.Text;
using Demarche.Reports;
using Demarche.Tests.Cli;
using Demarche.Tests.Golden;

namespace Demarche.Tests.Reports;

/// <summary>The parts and repairs of the samples, approved as a whole.</summary>
public class SampleTests
{
    private static readonly ReportReader Reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;

    [Theory]
    [InlineData("talks-called-off")]
    [InlineData("summit")]
    [InlineData("sanctions")]
    public void A_sample_has_its_parts(string name)
    {
        var report = Reader.Read(name, File.ReadAllBytes(Repository.Sample(name + ".txt"))).Value!;
        Approval.Check($"Reports/{name}.verified.txt", Show(report));
    }

    private static string Show(Report report)
    {
        var text = new StringBuilder();
        text.Append($"outlet: {report.Outlet}\nlink: {report.Link}\ntags: {string.Join(", ", report.Tags)}\ncredit: {report.PhotoCredit}\n");
        text.Append($"dateline: {report.Dateline?.Place} | {report.Dateline?.Agency} | {report.Dateline?.Day}\n\n");
        foreach (var section in report.Sections)
        {
            var part = report.Text[section.Span.Start..section.Span.End].ReplaceLineEndings("\n");
            text.Append($"{section.Kind} {section.Span}\n{part}\n\n");
        }

        foreach (var repair in report.Repaired.Repairs)
        {
            text.Append($"{repair.Kind} {repair.Span} \"{repair.Mended}\"\n");
        }

        return text.ToString();
    }
}
