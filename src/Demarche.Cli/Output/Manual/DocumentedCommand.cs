using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.Text;

namespace Demarche.Cli.Output.Manual;

/// <summary>A command that does something, as a manual tells it.</summary>
/// <param name="Name">Its words: "demarche codebook check".</param>
/// <param name="Usage">What follows them: "PATH… [options]".</param>
/// <param name="Description">What it does.</param>
/// <param name="Parts">Its arguments, then its options, each with what it means.</param>
internal sealed record DocumentedCommand(string Name, string Usage, string Description, ImmutableArray<(string Term, string Meaning)> Parts)
{
    private const string Program = "demarche";

    /// <summary>The commands of a tree in its own order, those below a group in its place.</summary>
    public static ImmutableArray<DocumentedCommand> AllOf(Command root) => [.. root.Subcommands.Where(c => !c.Hidden).SelectMany(c => Below(c, Program))];

    private static IEnumerable<DocumentedCommand> Below(Command command, string before)
    {
        var name = $"{before} {command.Name}";
        IEnumerable<DocumentedCommand> self = command.Action is null ? [] : [Of(command, name)];
        return self.Concat(command.Subcommands.Where(c => !c.Hidden).SelectMany(c => Below(c, name)));
    }

    private static DocumentedCommand Of(Command command, string name)
    {
        var options = command.Options.Where(o => !o.Hidden && o is not HelpOption).ToList();
        var usage = new StringBuilder();
        foreach (var argument in command.Arguments)
        {
            usage.Append(' ').Append(Placed(argument));
        }

        return new DocumentedCommand(
            name,
            usage.Append(options.Count > 0 ? " [options]" : "").ToString().TrimStart(),
            command.Description ?? "",
            [.. command.Arguments.Select(a => (a.Name, a.Description ?? "")), .. options.Select(o => (Term(o), Meaning(o)))]);
    }

    private static string Placed(Argument argument)
    {
        var name = argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "…" : argument.Name;
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string Term(Option option)
    {
        var names = string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Append(option.Name));
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? names : $"{names} {Value(option)}";
    }

    // Values to choose from stand in the place of a name.
    private static string Value(Option option)
    {
        var choices = Choices(option);
        return choices.Count > 0 ? string.Join('|', choices) : option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant();
    }

    // Only what is chosen from a list has the same default on every machine and for every user.
    private static string Meaning(Option option) =>
        option is Option<string> { HasDefaultValue: true } && Choices(option).Count > 0 ? $"{option.Description} Usually {option.GetDefaultValue()}." : option.Description ?? "";

    private static List<string> Choices(Option option) => [.. option.GetCompletions(CompletionContext.Empty).Select(c => c.Label)];
}
