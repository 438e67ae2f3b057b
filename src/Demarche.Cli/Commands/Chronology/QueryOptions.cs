using System.CommandLine;
using System.CommandLine.Parsing;
using Demarche.Statements;
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
    private readonly Option<string[]> _types = new("--type") { Description = "Types of event, any of them: CONSULT,AGREE.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _statuses = new("--status") { Description = "Statuses, any of them: happened,planned.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _saidBy = new("--said-by") { Description = "Who says so: a speaker or outlet." };

    private readonly Option<string?> _place = new("--place") { Description = "Where: a place's name or a state's code." };
    private readonly Option<string?> _coder = new("--coder") { Description = "What coded them, by the start of its name: demarche, GDELT, ICEWS, POLECAT." };
    private readonly Option<string?> _coding = new("--coded-by") { Description = "The version of the codebook, or the start of it, as demarche sql \"SELECT codebook FROM codings\" gives it." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_between);
        _days.AddTo(command);
        command.Options.Add(_types);
        _statuses.Validators.Add(Known);
        command.Options.Add(_statuses);
        command.Options.Add(_saidBy);
        command.Options.Add(_place);
        command.Options.Add(_coder);
        command.Options.Add(_coding);
    }

    /// <summary>What a call asks of a store; a type that the store has no event of is told, as such a query looks like a record without such events.</summary>
    public async Task<EventQuery> OfAsync(ParseResult parsed, IEventStore kept, Streams streams, CancellationToken stop)
    {
        var query = Of(parsed);
        if (query.Types.Length > 0)
        {
            // A codebook of the user's own has types of its own, so that only the record knows which there are.
            var known = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var type in kept.TallyAsync(new EventQuery(), EventField.Type, stop))
            {
                known.Add(type.Value ?? "");
            }

            Notes.UnknownTypes([.. query.Types.Where(t => !known.Contains(t))], known, streams);
        }

        return query;
    }

    private EventQuery Of(ParseResult parsed)
    {
        var between = parsed.GetValue(_between) ?? [];
        return _days.Of(parsed) with
        {
            Between = between.Length == 2 ? new Dyad(between[0], between[1]) : null,
            Actor = between.Length == 1 ? between[0] : null,
            Types = [.. Split(parsed.GetValue(_types)).Select(t => t.ToUpperInvariant())],
            Statuses = [.. Split(parsed.GetValue(_statuses))],
            SaidBy = parsed.GetValue(_saidBy),
            Place = parsed.GetValue(_place),
            Coder = parsed.GetValue(_coder),
            Codebook = parsed.GetValue(_coding),
        };
    }

    /// <summary>Whom a call asks for, for titles: "USA – PRK".</summary>
    public string? Names(ParseResult parsed) => parsed.GetValue(_between) is { Length: > 0 } names ? string.Join(" – ", names) : null;

    // A word that is none would find nothing, and look like a record without such events.
    private static void Known(OptionResult statuses)
    {
        foreach (var unknown in Split([.. statuses.Tokens.Select(t => t.Value)]).Where(s => !StatusNames.TryParse(s, out _)))
        {
            statuses.AddError($"'{unknown}' is no status. Use {StatusNames.All}.");
        }
    }

    private static IEnumerable<string> Split(string[]? values) => (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
