using System.CommandLine;
using System.CommandLine.Parsing;
using Demarche.Store;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Cli.Commands.Chronology;

/// <summary>The options that say of which days, and how sure, events are asked for.</summary>
internal sealed class DayOptions
{
    private readonly Option<LocalDate?> _from = new("--from") { Description = "Events that end on this day or later: 2020-07-04, 2020-07 or 2020.", CustomParser = r => Day(r, isEnd: false) };
    private readonly Option<LocalDate?> _to = new("--to") { Description = "Events that begin on this day or earlier; a month or year counts to its end.", CustomParser = r => Day(r, isEnd: true) };
    private readonly Option<double?> _confidence = Parsers.KeptConfidenceOption();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_to);
        command.Options.Add(_confidence);
    }

    /// <summary>The days and the confidence that a call asks for.</summary>
    public EventQuery Of(ParseResult parsed) => new() { From = parsed.GetValue(_from), To = parsed.GetValue(_to), MinConfidence = parsed.GetValue(_confidence) };

    // "2018" and "2018-06" are the whole year and month.
    private static LocalDate? Day(ArgumentResult result, bool isEnd)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (PrintedDates.Parse(text) is { } day)
        {
            return day;
        }

        if (text.Length == 7 && PrintedDates.Parse(text + "-01") is { } month)
        {
            return isEnd ? month.PlusMonths(1).PlusDays(-1) : month;
        }

        if (text.Length == 4 && PrintedDates.Parse(text + "-01-01") is { } year)
        {
            return isEnd ? year.PlusYears(1).PlusDays(-1) : year;
        }

        result.AddError($"'{text}' is no date. Write it as 2020-07-04, 2020-07 or 2020.");
        return null;
    }
}
