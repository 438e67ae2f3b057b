namespace Demarche.Tests.Architecture;

/// <summary>What breaks a rule, shown one a line.</summary>
internal static class Offenders
{
    public static void None(IEnumerable<string> found) => Assert.Equal("", string.Join('\n', found.Distinct().Order(StringComparer.Ordinal)));
}
