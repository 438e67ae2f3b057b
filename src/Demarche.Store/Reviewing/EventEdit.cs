using System.Text.Json.Nodes;
using Demarche.Coding;
using Demarche.Coding.Records;
using Demarche.Statements;

namespace Demarche.Store.Reviewing;

/// <summary>Turns what a reviewer types ("status=planned") into the fields of a record; scores and codes follow the type and mode.</summary>
/// <param name="codebook">Tells which types and modes there are.</param>
public sealed class EventEdit(Codebook codebook)
{
    /// <summary>The changes as JSON, or what is wrong with them.</summary>
    /// <param name="assignments">"FIELD=VALUE" each.</param>
    /// <param name="one">The event as it is, or null where there is none.</param>
    public Outcome<string> Changes(IEnumerable<string> assignments, StoredEvent? one)
    {
        var changes = new JsonObject();
        foreach (var assignment in assignments)
        {
            var (field, value) = assignment.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (assignment[..at], assignment[(at + 1)..]) : (assignment, null);
            if (value is null)
            {
                return StoreDiagnostics.BadEdit(assignment, "it has no '='", "Write FIELD=VALUE.");
            }

            if (Add(changes, field, value) is { } wrong)
            {
                return wrong;
            }
        }

        return Follow(changes, one?.Record) is { } fault ? fault : changes.ToJsonString();
    }

    private static Diagnostic? Add(JsonObject changes, string field, string value)
    {
        switch (field)
        {
            case "event":
                changes["event"] = new JsonArray(value);
                return null;
            case "mode":
                changes["mode"] = value.Length == 0 ? [] : new JsonArray(value);
                return null;
            case "status":
                changes["status"] = value;
                return StatusNames.TryParse(value, out _) ? null : StoreDiagnostics.BadEdit($"status={value}", "there is no such status", $"Use one of {StatusNames.All}.");
            case "date" or "enddate":
                changes[field] = value.Length == 0 ? null : value;
                return value.Length == 0 || value.Length == 10 && IsoDay.Read(value) is not null ? null : StoreDiagnostics.BadEdit($"{field}={value}", "it is no date", "Write it as 2020-07-04.");
            case "actor" or "recipient":
                changes[field] = new JsonArray([.. value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Who)]);
                return null;
            case "context":
                changes[field] = new JsonArray([.. value.Split(';', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Select(c => JsonValue.Create(c))]);
                return null;
            default:
                return StoreDiagnostics.BadEdit(field, "this field cannot be edited", "Use event, mode, status, date, enddate, actor, recipient or context.");
        }
    }

    // "PRK" is a code, "PRK:Kim Jong Un" a name of that state, anything else a name.
    private static JsonNode Who(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var code = colon > 0 ? text[..colon] : text is { Length: 3 } && text.All(char.IsAsciiLetterUpper) ? text : null;
        var name = colon > 0 ? text[(colon + 1)..].Trim() : text;
        return new JsonObject { ["code"] = code, ["sector"] = new JsonArray(), ["entity_text"] = name, ["identifier_text"] = name };
    }

    // What the codebook says of a type and mode is never typed by hand.
    private Diagnostic? Follow(JsonObject changes, EventRecord? one)
    {
        if (!changes.ContainsKey("event") && !changes.ContainsKey("mode"))
        {
            return null;
        }

        var name = changes["event"]?[0]?.GetValue<string>() ?? one?.Type ?? "";
        if (!codebook.Ontology.Types.TryGetValue(name, out var type))
        {
            return StoreDiagnostics.BadEdit($"event={name}", "there is no such event type", $"Use one of {string.Join(", ", codebook.Ontology.Types.Keys.Order(StringComparer.Ordinal))}.");
        }

        var mode = changes["mode"] is JsonArray given ? (given.Count > 0 ? given[0]!.GetValue<string>() : null) : one?.Mode;
        if (mode is not null && !type.Modes.ContainsKey(mode))
        {
            if (changes.ContainsKey("mode"))
            {
                return StoreDiagnostics.BadEdit($"mode={mode}", $"{name} has no such mode", type.Modes.IsEmpty ? "It has none." : $"Use one of {string.Join(", ", type.Modes.Keys)}.");
            }

            // The old type's mode means nothing with the new one.
            mode = null;
            changes["mode"] = new JsonArray();
        }

        var cameo = codebook.Cameo.Of(name, mode);
        changes["quad_code"] = (int)type.Quad;
        changes["event_scale"] = type.ScoreOf(mode);
        changes["cameo"] = cameo?.Code;
        changes["goldstein"] = cameo?.Goldstein;
        return null;
    }
}
