namespace Demarche.Time.Expressions;

/// <summary>Atoms that a rule met.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Start">First atom.</param>
/// <param name="End">Atom after the last.</param>
/// <param name="Bindings">What each slot of the rule met.</param>
internal sealed record TimeMatch(TimeRule Rule, int Start, int End, Binding[] Bindings);

/// <summary>What a slot met; default where nothing.</summary>
/// <param name="Text">Value of a class, or a plain word.</param>
/// <param name="Number">Value of a numeral.</param>
/// <param name="Part">Match of a group.</param>
internal readonly record struct Binding(string? Text, double? Number, TimeMatch? Part)
{
    /// <summary>Whether the slot met anything.</summary>
    public bool IsSet => Text is not null || Number is not null || Part is not null;
}
