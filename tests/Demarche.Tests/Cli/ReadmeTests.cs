namespace Demarche.Tests.Cli;

/// <summary>What README.md tells a newcomer to type does what it says.</summary>
public class ReadmeTests
{
    private const string Prefix = "dotnet run --project src/Demarche.Cli -- ";

    public static TheoryData<string> Commands =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "README.md")).Where(l => l.StartsWith(Prefix, StringComparison.Ordinal)).Select(l => l[Prefix.Length..])];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_the_readme_runs(string command)
    {
        // The readme's paths start at the root of the repository.
        var arguments = command.Split(' ').Select(a => a.StartsWith("samples", StringComparison.Ordinal) ? Path.Combine(Repository.Root, a) : a);
        var called = Called.With([.. arguments]);
        Assert.Equal("", called.Errors);
        Assert.Equal(0, called.Code);
        Assert.NotEmpty(called.Lines);
    }

    [Fact]
    public void The_readme_links_to_files_that_exist()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var targets = text.Split("](").Skip(1).Select(t => t[..t.IndexOf(')', StringComparison.Ordinal)].Split('#')[0]).ToList();
        Assert.Contains("NOTICE", targets);
        Assert.All(targets, t => Assert.True(File.Exists(Path.Combine(Repository.Root, t)), t));
    }
}
