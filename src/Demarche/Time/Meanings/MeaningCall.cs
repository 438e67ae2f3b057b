using System.Collections.Immutable;
using Demarche.Time.Expressions;

namespace Demarche.Time.Meanings;

/// <summary>The "means" line of a rule: an operation and its arguments, plain words or slots of the pattern. Immutable.</summary>
internal sealed record MeaningCall(Operation Operation, ImmutableArray<CallArgument> Arguments)
{
    /// <summary>Reads "ago {number} {unit}"; the fault says what is wrong.</summary>
    public static (MeaningCall? Call, string? Fault) Read(string text, IReadOnlyList<string> slots)
    {
        var pieces = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length == 0 || Operation.Named(pieces[0]) is not { } operation)
        {
            return (null, $"there is no operation \"{(pieces.Length == 0 ? "" : pieces[0])}\"; there are {string.Join(", ", Operation.Names)}");
        }

        if (pieces.Length - 1 < operation.Fewest || pieces.Length - 1 > operation.Most)
        {
            return (null, $"{operation.Name} takes {operation.Fewest} to {operation.Most} arguments");
        }

        var arguments = ImmutableArray.CreateBuilder<CallArgument>();
        foreach (var piece in pieces.Skip(1))
        {
            if (piece[0] != '{')
            {
                arguments.Add(new CallArgument(piece, -1));
                continue;
            }

            // "{number|1}": the slot, else what follows the bar; "{year?}": the slot, or nothing.
            var inner = piece.Trim('{', '}');
            var bar = inner.IndexOf('|', StringComparison.Ordinal);
            var name = (bar < 0 ? inner : inner[..bar]).TrimEnd('?');
            var slot = slots.ToList().IndexOf(name);
            if (slot < 0)
            {
                return (null, $"the pattern has no slot \"{name}\"");
            }

            arguments.Add(new CallArgument(bar < 0 ? null : inner[(bar + 1)..], slot));
        }

        return (new MeaningCall(operation, arguments.ToImmutable()), null);
    }

    /// <summary>What a match means in its setting.</summary>
    public Meaning Evaluate(TimeMatch match, Setting setting)
    {
        var values = new Argument[Arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (literal, slot) = Arguments[i];
            var binding = slot < 0 ? default : match.Bindings[slot];
            values[i] = binding.Part is { Rule.Means: { } means } part
                ? new Argument(null, null, means.Evaluate(part, setting))
                : binding.IsSet ? new Argument(binding.Text, binding.Number, null) : new Argument(literal, null, null);
        }

        var meaning = Operation.Apply(new Arguments(values), setting);
        return match.Rule.Kind is { } kind && kind != meaning.Kind ? meaning with { Kind = kind } : meaning;
    }
}

/// <summary>One argument as written.</summary>
/// <param name="Literal">The plain word, or what stands in for an empty slot.</param>
/// <param name="Slot">Slot of the pattern, or -1.</param>
internal readonly record struct CallArgument(string? Literal, int Slot);
