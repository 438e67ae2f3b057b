using System.Text.Json;
using System.Text.Json.Nodes;

namespace Demarche.Store.Relational;

/// <summary>What holds after several corrections of one event: the last verdict counts, and edits add up, the later taking the field.</summary>
internal static class CorrectionFold
{
    /// <summary>The first correction followed by another.</summary>
    public static Correction Then(Correction first, Correction next) => next with { Changes = Merged(first.Changes, next.Changes) };

    private static string? Merged(string? first, string? next)
    {
        if (first is null || next is null)
        {
            return next ?? first;
        }

        try
        {
            if (JsonNode.Parse(first) is JsonObject earlier && JsonNode.Parse(next) is JsonObject later)
            {
                foreach (var (name, value) in later)
                {
                    earlier[name] = value?.DeepClone();
                }

                return earlier.ToJsonString();
            }
        }
        catch (JsonException)
        {
            // What is no JSON is complained of where it is applied.
            return next;
        }

        return next;
    }
}
