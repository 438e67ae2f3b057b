using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class Parsers
{
    /// <summary>A day, or an error that names the value.</summary>
    public static LocalDate? Date(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (PrintedDates.Parse(text) is { } day)
        {
            return day;
        }

        result.AddError($"'{text}' is no date. Write it as 2020-07-04.");
        return null;
    }

    /// <summary>The option for the least confidence of events that are coded; null for the codebook's own.</summary>
    public static Option<double?> ConfidenceOption() => Confidence("Least confidence of an event, from 0 (all) to 1; otherwise what the codebook's confidence.yaml says under shown-from.");

    /// <summary>The option for the least confidence of events of the record; null for all that it keeps.</summary>
    public static Option<double?> KeptConfidenceOption() => Confidence("Least confidence of an event, from 0 to 1; otherwise all that the record keeps: ingest kept those from its own --min-confidence on.");

    private static Option<double?> Confidence(string description)
    {
        var option = new Option<double?>("--min-confidence") { Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value is not (>= 0 and <= 1)))
            {
                result.AddError($"'{text}' is no confidence. Write a number from 0 to 1, such as 0.7.");
            }
        });
        return option;
    }

    /// <summary>The option for a user's own codebook folder.</summary>
    public static Option<string?> CodebookOption() =>
        new("--codebook") { Description = "Folder laid out as codebook/, laid over the codebook that ships with Demarche." };

    /// <summary>The shipped codebook files, overlaid by a user's folder where one is given; null where that cannot be read.</summary>
    public static CodebookFiles? Codebook(string? folder, Streams streams) =>
        folder is null ? CodebookFiles.Shipped() : Loading.Or(CodebookFiles.Shipped().Overlay(folder), streams);
}
