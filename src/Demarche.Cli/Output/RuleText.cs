using System.Globalization;
using Demarche.Coding.Rules;

namespace Demarche.Cli.Output;

/// <summary>A rule as its author wrote it.</summary>
internal static class RuleText
{
    /// <summary>Writes the lines of a rule, from its id to the next rule of its file.</summary>
    public static void Write(Rule rule, CodebookFiles files, TextWriter output)
    {
        var colon = rule.Where.LastIndexOf(':');
        var (name, first) = (rule.Where[..colon], int.Parse(rule.Where[(colon + 1)..], CultureInfo.InvariantCulture));
        output.WriteLine("# " + rule.Where);
        if (files.All.FirstOrDefault(f => f.Name == name) is not { } file)
        {
            return;
        }

        var lines = file.Text.Split('\n').Skip(first - 1).ToList();
        output.WriteLine(lines[0].TrimEnd());
        foreach (var line in lines.Skip(1).TakeWhile(l => !l.StartsWith("- ", StringComparison.Ordinal)))
        {
            output.WriteLine(line.TrimEnd());
        }
    }
}
