using Demarche.Training.Network;

namespace Demarche.Training.Data;

/// <summary>Writes sentences as wires, headlines and careless typists do: capitals, no capitals, no final stop, other quotes.</summary>
public static class Variation
{
    private const float Capitals = 0.03f;
    private const float SmallLetters = 0.03f;
    private const float Headline = 0.02f;
    private const float NoStop = 0.06f;
    private const float OtherQuotes = 0.2f;

    /// <summary>The sentence, or a variant of it.</summary>
    public static Example Vary(Example example, Dice dice)
    {
        var chance = dice.Share();
        if (chance < Capitals)
        {
            example = Spelled(example, form => form.ToUpperInvariant());
        }
        else if (chance < Capitals + SmallLetters)
        {
            example = Spelled(example, form => form.ToLowerInvariant());
        }
        else if (chance < Capitals + SmallLetters + Headline)
        {
            example = Spelled(example, form => form.Length > 3 ? char.ToUpperInvariant(form[0]) + form[1..] : form);
        }

        if (dice.Share() < NoStop && EndsInStop(example))
        {
            example = WithoutLast(example);
        }

        return dice.Share() < OtherQuotes ? Quoted(example) : example;
    }

    private static Example Spelled(Example example, Func<string, string> spelling) => example with { Forms = Array.ConvertAll(example.Forms, f => spelling(f)) };

    private static bool EndsInStop(Example example) =>
        example.Forms.Length > 4 && example.Forms[^1] == "." && (example.Tree is null || !example.Tree.Heads.Contains(example.Forms.Length - 1));

    private static Example WithoutLast(Example example) => new(
        example.Forms[..^1],
        example.Tree is { } tree ? new TreeLabels(tree.Tags[..^1], tree.PennTags[..^1], tree.Heads[..^1], tree.Relations[..^1]) : null,
        example.Entities?[..^1]);

    // Single quotes where the sentence has double ones.
    private static Example Quoted(Example example) =>
        example.Forms.Contains("\"") ? example with { Forms = Array.ConvertAll(example.Forms, f => f == "\"" ? "'" : f) } : example;
}
