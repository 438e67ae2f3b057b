namespace Demarche.Time.Expressions;

/// <summary>A pattern compiled to steps: a small automaton over <see cref="Atom"/>s that tries longer ways first. Immutable.</summary>
/// <param name="Steps">The steps; the last one accepts.</param>
internal sealed record Pattern(PatternStep[] Steps);

/// <summary>One step of a <see cref="Pattern"/>.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Operand">Word, class, numeral or group, by kind; for a split and a jump where it goes.</param>
/// <param name="Slot">Slot that keeps what was met, or -1.</param>
internal readonly record struct PatternStep(StepKind Kind, int Operand, int Slot);

/// <summary>Kinds of <see cref="PatternStep"/>.</summary>
internal enum StepKind : byte
{
    /// <summary>Takes one word.</summary>
    Word,

    /// <summary>Takes a word of a class.</summary>
    Class,

    /// <summary>Takes a numeral.</summary>
    Numeral,

    /// <summary>Takes what a rule of a group takes.</summary>
    Group,

    /// <summary>Takes a hyphen where one stands.</summary>
    Hyphen,

    /// <summary>Goes on, and if that fails goes on at the operand.</summary>
    Split,

    /// <summary>Goes on at the operand.</summary>
    Jump,

    /// <summary>The pattern is met.</summary>
    Accept,
}
