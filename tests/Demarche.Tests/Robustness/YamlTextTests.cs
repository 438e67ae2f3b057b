using YamlDotNet.Core;

namespace Demarche.Tests.Robustness;

public class YamlTextTests
{
    [Theory]
    [InlineData("a: [b, c")]
    [InlineData("feeds:\n- = 30m}\nUser-agent: *\n{url: 'x, y: 3\n")]
    [InlineData("a: &x [1, *x]")]
    [InlineData("? *a\n: b")]
    [InlineData("a: 'b")]
    [InlineData("%TAG\n---\n*")]
    public void What_cannot_be_read_names_a_line(string text) => Assert.True(Assert.ThrowsAny<YamlException>(() => YamlText.Read("a.yaml", text)).Start.Line >= 1);

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("? ", 100_000)]
    public void Nesting_costs_no_stack(string sign, int times) => Assert.ThrowsAny<YamlException>(() => YamlText.Read("a.yaml", string.Concat(Enumerable.Repeat(sign, times))));

    [Fact]
    public void Fifty_levels_are_read() => Assert.Single(YamlText.Read("a.yaml", new string('[', 46) + new string(']', 46)));
}
