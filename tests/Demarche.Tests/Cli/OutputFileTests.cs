using System.Diagnostics;
using Demarche.Cli;
using Demarche.Store.Formats;

namespace Demarche.Tests.Cli;

/// <summary>A file is replaced; a device, a pipe and a link are not.</summary>
public class OutputFileTests
{
    private const string Story = "The US imposed new sanctions on Iran on 4 July 2020.\n";

    [Fact]
    public async Task A_pipe_is_written_to()
    {
        using var folder = new TestFolder();
        var pipe = Path.Combine(folder.Path, "events");
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var read = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);
        Assert.Equal(CommandLine.Done, Called.With("code", folder.Write("story.txt", Story), "--format", "jsonl", "--output", pipe).Code);
        Assert.Contains("SANCTION", await read, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_made_and_one_that_is_there_is_replaced()
    {
        using var folder = new TestFolder();
        var (story, file) = (folder.Write("story.txt", Story), Path.Combine(folder.Path, "events.jsonl"));
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(CommandLine.Done, Called.With("code", story, "--format", "jsonl", "--output", file).Code);
            Assert.Single(File.ReadAllLines(file));
        }

        Assert.Equal([file, story], Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_link_stays_one()
    {
        using var folder = new TestFolder();
        var (file, link) = (folder.Write("events.jsonl", "older\n"), Path.Combine(folder.Path, "latest.jsonl"));
        File.CreateSymbolicLink(link, file);
        Assert.Equal(CommandLine.Done, Called.With("code", folder.Write("story.txt", Story), "--format", "jsonl", "--output", link).Code);
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Contains("SANCTION", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_opened_and_a_file_is_not()
    {
        using var folder = new TestFolder();
        using var device = OutputStream.Open("/dev/null");
        Assert.NotNull(device);
        Assert.Null(OutputStream.Open(folder.Write("events.jsonl", "")));
        Assert.Null(OutputStream.Open(Path.Combine(folder.Path, "none")));
    }
}
