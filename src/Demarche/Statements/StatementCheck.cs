using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>Runs the examples of <c>codebook/statements/</c>; each that fails is a complaint with file and line.</summary>
public static class StatementCheck
{
    /// <summary>Runs every example.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="state">Reads one text from characters to statements.</param>
    /// <returns>What failed, in file order; empty where all is well.</returns>
    public static ImmutableArray<Diagnostic> Run(ImmutableArray<StatementExample> examples, Func<string, StatedReport> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var failures = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var example in examples)
        {
            var stated = state(example.Text);
            if (Find(stated, example.Word) is not { } word)
            {
                failures.Add(Diagnostics.FailedStatement(example.Where, example.Text, example.Word, "is no word of it"));
            }
            else if (Fault(stated.Of(word), example) is { } fault)
            {
                failures.Add(Diagnostics.FailedStatement(example.Where, example.Text, example.Word, fault));
            }
        }

        return failures.ToImmutable();
    }

    private static string? Fault(Statement given, StatementExample example)
    {
        if (example.Status is { } status && given.Status != status)
        {
            return $"is {StatusNames.Of(given.Status)}, not {StatusNames.Of(status)}";
        }

        var isSaid = example.SaidBy.IsDefault || example.SaidBy.Length == given.Attribution.Length && example.SaidBy.Zip(given.Attribution).All(p => Names(p.Second, p.First));
        if (!isSaid)
        {
            return $"is said by {Tell(given.Attribution)}, not by {(example.SaidBy.IsEmpty ? "the report" : string.Join(" < ", example.SaidBy))}";
        }

        if (example.Medium is { } medium && !given.Attribution.Any(a => a.Medium == medium))
        {
            return $"is said in {given.Attribution.Select(a => a.Medium).FirstOrDefault(m => m is not null) ?? "no medium"}, not in {medium}";
        }

        return example.Carrier is { } carrier && !given.Attribution.Any(a => a.Carrier?.Contains(carrier, StringComparison.OrdinalIgnoreCase) == true)
            ? $"is carried by {given.Attribution.Select(a => a.Carrier).FirstOrDefault(c => c is not null) ?? "nobody"}, not by {carrier}"
            : null;
    }

    private static bool Names(Attribution link, string wanted) =>
        link.SpeakerText?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true || link.Speaker?.Actor.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true;

    private static string Tell(ImmutableArray<Attribution> chain) =>
        chain.IsEmpty ? "the report" : string.Join(" < ", chain.Select(a => a.SpeakerText ?? a.Speaker?.Actor.Name ?? "?"));

    private static Token? Find(StatedReport stated, string word)
    {
        foreach (var sentence in stated.Mentioned.Parsed.Sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                if (sentence[i].Form == word)
                {
                    return sentence[i];
                }
            }
        }

        return null;
    }
}
