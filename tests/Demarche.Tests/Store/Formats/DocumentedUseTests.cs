using System.ComponentModel;
using System.Diagnostics;
using Demarche.Coding.Records;
using Demarche.Store.Formats;
using Demarche.Tests.Cli;
using DuckDB.NET.Data;

namespace Demarche.Tests.Store.Formats;

/// <summary>The examples of docs/use-from-*.md run.</summary>
public class DocumentedUseTests
{
    public static TheoryData<string> Questions => [.. Examples("duckdb", "sql")];

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_to_duckdb_is_answered(string sql)
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "events.parquet");
        ParquetFile.Write([.. new[] { Samples.Full, Samples.Bare, Samples.Denied }.Select(EventLines.Line)], path);
        using var database = new DuckDBConnection("Data Source=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql.Replace("events.parquet", path, StringComparison.Ordinal);
        using var rows = command.ExecuteReader();
        Assert.True(rows.Read());
    }

    [Fact]
    public void The_python_example_counts_what_happened()
    {
        using var folder = new TestFolder();
        var script = folder.Write("use.py", Assert.Single(Examples("python", "python")));
        var events = folder.Write("events.jsonl", Samples.Written("plover", Samples.Full, Samples.Bare, Samples.Denied));
        Assert.Equal("FRA UNO CONSULT 1\nIRN UNO CONSULT 1\nUSA PRK SANCTION 1\n", Run("python3", script, events).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_r_example_runs()
    {
        using var folder = new TestFolder();
        var script = folder.Write("use.R", Assert.Single(Examples("r", "r")).Replace("events.csv", folder.Write("events.csv", Samples.Written("csv", Samples.Full, Samples.Bare)), StringComparison.Ordinal));
        Run("Rscript", script);
    }

    private static List<string> Examples(string page, string language) =>
        [.. File.ReadAllText(Path.Combine(Repository.Root, "docs", $"use-from-{page}.md")).ReplaceLineEndings("\n").Split($"```{language}\n").Skip(1).Select(e => e[..e.IndexOf("```", StringComparison.Ordinal)])];

    private static string Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEnd();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors);
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed here.");
            return "";
        }
    }
}
