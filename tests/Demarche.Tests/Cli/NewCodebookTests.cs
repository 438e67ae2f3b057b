namespace Demarche.Tests.Cli;

public class NewCodebookTests
{
    [Theory]
    [InlineData("own", "2 rules, 3 examples, 0 failed")]
    [InlineData("shipped", ", 0 failed")]
    public void WhatItMakesPassesTheCheck(string from, string told)
    {
        using var folder = new TestFolder();
        var made = Called.With("codebook", "new", "plant-visits", "--from", from, "--output", folder.Path);
        Assert.Equal((0, ""), (made.Code, made.Errors));
        var codebook = Path.Combine(folder.Path, "plant-visits");
        Assert.All(made.Lines[..^1], line => Assert.True(File.Exists(line), line));
        Assert.Contains(codebook, made.Lines[^1], StringComparison.Ordinal);
        var check = Called.With("codebook", "check", "--codebook", codebook);
        Assert.Equal((0, ""), (check.Code, check.Errors));
        Assert.Contains(told, check.Output, StringComparison.Ordinal);
        var events = Called.WithInput("Japan unexpectedly inspected a factory in Vietnam.", "code", "-", "--format", "tsv", "--codebook", codebook);
        Assert.Contains("PLANT_VISITS\tunannounced", events.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FromTheShippedOnesOurTypesStay()
    {
        using var folder = new TestFolder();
        Called.With("codebook", "new", "plants", "--from", "shipped", "--output", folder.Path);
        var events = Called.WithInput("France condemned Mali.", "code", "-", "--format", "tsv", "--codebook", Path.Combine(folder.Path, "plants"));
        Assert.Contains("ACCUSE", events.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsThereIsLeftAlone()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "mine"));
        var called = Called.With("codebook", "new", "mine", "--output", folder.Path);
        Assert.Equal(2, called.Code);
        Assert.Contains("DEM512", called.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "mine")));
    }

    [Theory]
    [InlineData("My Codebook")]
    [InlineData("../mine")]
    [InlineData("9lives")]
    [InlineData("ends-")]
    [InlineData("Ports")]
    public void ABadNameIsToldAndNothingIsMade(string name)
    {
        using var folder = new TestFolder();
        var called = Called.With("codebook", "new", name, "--output", folder.Path);
        Assert.Equal(2, called.Code);
        Assert.Contains("DEM511", called.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void WhereItCannotBeWrittenOneLineSaysSo()
    {
        using var folder = new TestFolder();
        var called = Called.With("codebook", "new", "mine", "--output", folder.Write("a-file", "x"));
        Assert.Equal(2, called.Code);
        Assert.Contains("DEM508", Assert.Single(called.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void TheCheckTellsAllFaultsOfAllTablesAtOnce()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "actors"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "rules"));
        folder.Write("actors/groups.tsv", "name\tcode\tsector\nReds\tXQX\tREB\n");
        folder.Write("rules/mine.yaml", "- {id: mine.a, event: NOTHING, verb: [go]}\n- {id: mine.b, event: AID}\n");
        folder.Write("confidence.yaml", "events: {offset: much}\n");
        var called = Called.With("codebook", "check", "--codebook", folder.Path);
        Assert.Equal(1, called.Code);
        string[] files = ["groups.tsv:2", "mine.yaml:1", "mine.yaml:2", "confidence.yaml:1"];
        Assert.All(files, f => Assert.Single(called.Errors.Split('\n'), l => l.Contains(f, StringComparison.Ordinal)));
    }
}
