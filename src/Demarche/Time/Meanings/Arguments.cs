using System.Globalization;

namespace Demarche.Time.Meanings;

/// <summary>One argument as met in the text; default where the slot is empty.</summary>
/// <param name="Text">Value of a class, or a plain word.</param>
/// <param name="Number">Value of a numeral.</param>
/// <param name="Part">Meaning of a part.</param>
internal readonly record struct Argument(string? Text, double? Number, Meaning? Part);

/// <summary>The arguments of an operation, by place. Places that were not given are empty.</summary>
internal readonly struct Arguments(Argument[] values)
{
    private Argument At(int place) => place < values.Length ? values[place] : default;

    /// <summary>Whether the place is filled.</summary>
    public bool Has(int place) => At(place) is { } a && (a.Text is not null && a.Text != "-" || a.Number is not null || a.Part is not null);

    /// <summary>The text, or "" where there is none.</summary>
    public string Text(int place) => At(place).Text ?? At(place).Number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>The number, whether written or counted, or null.</summary>
    public double? Number(int place) =>
        At(place).Number ?? (double.TryParse(At(place).Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>The number as a whole one, or null; one too large for any calendar is null too.</summary>
    public int? Whole(int place) => Number(place) is { } number && Math.Abs(number) < 1_000_000 ? (int)number : null;

    /// <summary>The meaning of a part, or null.</summary>
    public Meaning? Part(int place) => At(place).Part;
}
