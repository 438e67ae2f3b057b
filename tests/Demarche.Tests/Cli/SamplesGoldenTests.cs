using Demarche.Tests.Golden;

namespace Demarche.Tests.Cli;

/// <summary>The events of the samples as people see them; each change of rules, tables or model shows here.</summary>
public class SamplesGoldenTests
{
    [Theory]
    [InlineData("talks-called-off")]
    [InlineData("summit")]
    [InlineData("sanctions")]
    public void TheEventsOfASampleAreTheApprovedOnes(string name)
    {
        var called = Called.With("code", Repository.Sample(name + ".txt"));
        Assert.Equal(0, called.Code);
        // The line behind a title is as long as the folder's name is short.
        var lines = called.Output.Replace(Repository.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n').Select(l => l.TrimEnd(' ', '─'));
        Approval.Check($"Cli/{name}.verified.txt", string.Join('\n', lines));
    }
}
