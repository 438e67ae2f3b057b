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
        Approval.Check($"Cli/{name}.verified.txt", called.Output.Replace(Repository.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }
}
