using System.CommandLine;
using Demarche.Store;

namespace Demarche.Cli.Commands.Chronology;

/// <summary>The options that say which events are asked for.</summary>
internal sealed class QueryOptions
{
    private readonly Option<string[]> _between = new("--between")
    {
        Description = "Two who deal with each other, by code or name: --between USA PRK; one name gives all that it takes part in as actor.",
        Arity = new ArgumentArity(1, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly DayOptions _days = new();
    private readonly Option<string[]> _types = new("--type") { Description = "Types of event, any of them: CONSULT,AGREE." };
    private readonly Option<string[]> _statuses = new("--status") { Description = "Statuses, any of them: happened,planned." };
    private readonly Option<string?> _saidBy = new("--said-by") { Description = "Who says so: a speaker or outlet." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_between);
        _days.AddTo(command);
        command.Options.Add(_types);
        command.Options.Add(_statuses);
        command.Options.Add(_saidBy);
    }

    /// <summary>What a call asks for.</summary>
    public EventQuery Of(ParseResult parsed)
    {
        var between = parsed.GetValue(_between) ?? [];
        return _days.Of(parsed) with
        {
            Between = between.Length == 2 ? new Dyad(between[0], between[1]) : null,
            Actor = between.Length == 1 ? between[0] : null,
            Types = [.. Split(parsed.GetValue(_types)).Select(t => t.ToUpperInvariant())],
            Statuses = [.. Split(parsed.GetValue(_statuses))],
            SaidBy = parsed.GetValue(_saidBy),
        };
    }

    /// <summary>Whom a call asks for, for titles: "USA – PRK".</summary>
    public string? Names(ParseResult parsed) => parsed.GetValue(_between) is { Length: > 0 } names ? string.Join(" – ", names) : null;

    private static IEnumerable<string> Split(string[]? values) => (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
