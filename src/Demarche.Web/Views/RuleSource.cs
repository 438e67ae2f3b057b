using System.Globalization;
using Demarche.Coding.Rules;

namespace Demarche.Web.Views;

/// <summary>A rule as its author wrote it.</summary>
internal static class RuleSource
{
    /// <summary>Its lines, from its id to the next rule of its file.</summary>
    public static string Of(Rule rule, CodebookFiles files)
    {
        var colon = rule.Where.LastIndexOf(':');
        if (files.All.FirstOrDefault(f => f.Name == rule.Where[..colon]) is not { } file)
        {
            return "";
        }

        var lines = file.Text.Split('\n').Skip(int.Parse(rule.Where.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture) - 1).ToList();
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).TakeWhile(l => !l.StartsWith("- ", StringComparison.Ordinal))).Select(l => l.TrimEnd())).TrimEnd();
    }
}
