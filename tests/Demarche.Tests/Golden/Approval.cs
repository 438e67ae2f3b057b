using Demarche.Tests.Cli;

namespace Demarche.Tests.Golden;

/// <summary>Compares output with an approved file of the tests tree. <c>DEMARCHE_ACCEPT=1</c> writes the file instead; look at the difference before committing it.</summary>
internal static class Approval
{
    public const string AcceptVariable = "DEMARCHE_ACCEPT";

    /// <summary>Fails with the first line that differs.</summary>
    /// <param name="path">The approved file, relative to <c>tests/Demarche.Tests</c>: "Reports/Seed.verified.txt".</param>
    /// <param name="actual">The output; its lines end with LF.</param>
    public static void Check(string path, string actual)
    {
        var file = Path.Combine(Repository.Root, "tests", "Demarche.Tests", path);
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(file, actual);
            return;
        }

        if (!File.Exists(file))
        {
            Assert.Fail($"{path} does not exist yet. Run the test with {AcceptVariable}=1 to write it.");
        }

        var difference = Difference(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
        if (difference is not null)
        {
            Assert.Fail($"{path}{difference}\nWhere the change is meant, run the test with {AcceptVariable}=1 and commit the file.");
        }
    }

    /// <summary>The first line that differs, as text to show; null where there is none.</summary>
    internal static string? Difference(string expected, string actual)
    {
        if (expected == actual)
        {
            return null;
        }

        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        return $":{line + 1}\n  approved: {Line(left, line)}\n  now:      {Line(right, line)}";
    }

    private static string Line(string[] lines, int at) => at < lines.Length ? lines[at] : "(the end)";
}
