using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Statements;

namespace Demarche.Coding;

/// <summary>Runs the examples of a codebook's rules; each that fails is a complaint with file, line and rule.</summary>
public static class CodebookCheck
{
    /// <summary>Runs every example.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="code">Codes one text from characters to events.</param>
    /// <returns>What failed, in file order; empty where all is well.</returns>
    public static ImmutableArray<Diagnostic> Run(Codebook codebook, Func<string, CodedReport> code)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(code);
        var failures = ImmutableArray.CreateBuilder<Diagnostic>();
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        string? CodeOf(string name)
        {
            // "Germany" in an example stands for "two German journalists" too.
            if (!known.TryGetValue(name, out var found))
            {
                known[name] = found = code(name + " agreed.").Stated.Mentioned.Actors.All.FirstOrDefault()?.Actor.Code;
            }

            return found;
        }

        foreach (var rule in codebook.Rules)
        {
            foreach (var example in rule.Examples)
            {
                if (Fault(rule, example, code(example.Text), CodeOf) is { } fault)
                {
                    failures.Add(Diagnostics.FailedExample(example.Where, rule.Id, example.Text, fault));
                }
            }
        }

        return failures.ToImmutable();
    }

    /// <summary>What is wrong with what an example gave, or null.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="example">The example.</param>
    /// <param name="coded">What its text gave.</param>
    /// <param name="codeOf">The code of an actor's name, or null.</param>
    private static string? Fault(Rule rule, RuleExample example, CodedReport coded, Func<string, string?> codeOf)
    {
        var events = coded.Events;
        if (rule.IsNone && example.Event == "NONE")
        {
            var trigger = events.FirstOrDefault(e => rule.Triggers.Any(t => t.Lemma.Equals(e.Explanation.Trigger.Lemma, StringComparison.OrdinalIgnoreCase)));
            return trigger is null ? null : "gives " + Tell(trigger);
        }

        var ofType = events.Where(e => e.Type.Name == example.Event).ToList();
        if (example.IsNone)
        {
            return ofType.Count == 0 ? null : "gives " + Tell(ofType[0]);
        }

        if (ofType.Any(e => Meets(e, example, codeOf)))
        {
            return null;
        }

        return events.IsEmpty ? "gives no event" : "gives " + string.Join("; ", events.Select(Tell));
    }

    private static bool Meets(CodedEvent one, RuleExample example, Func<string, string?> codeOf) =>
        example.Actor.All(a => IsThere(one.Actors, a, codeOf)) && example.Recipient.All(r => IsThere(one.Recipients, r, codeOf))
        && (example.Mode is null || example.Mode == one.Mode) && (example.Status is null || example.Status == StatusNames.Of(one.Statement.Status))
        && (example.Content is null || example.Content == one.Content?.Type.Name);

    private static bool IsThere(ImmutableArray<Participant> participants, string wanted, Func<string, string?> codeOf) => participants.Any(p =>
        wanted == p.Actor.Code || p.Actor.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || TextOf(p).Contains(wanted, StringComparison.OrdinalIgnoreCase)
        || p.Actor.Code is { } code && code == codeOf(wanted));

    private static string TextOf(Participant one) =>
        string.Join(' ', Enumerable.Range(one.Mention.First, one.Mention.Last - one.Mention.First + 1).Select(i => one.Mention.Sentence[i].Form));

    private static string Tell(CodedEvent one) =>
        $"{one.Type.Name}{(one.Mode is null ? "" : "." + one.Mode)} ({one.Explanation.Rule}) by {Names(one.Actors)} to {Names(one.Recipients)}, {StatusNames.Of(one.Statement.Status)}"
        + (one.Content is { } content ? $", about {content.Type.Name}" : "");

    private static string Names(ImmutableArray<Participant> participants) =>
        participants.IsEmpty ? "nobody" : string.Join(", ", participants.Select(p => $"{p.Actor.Name} [{p.Actor.Code}]"));
}
