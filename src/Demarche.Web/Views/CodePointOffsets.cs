namespace Demarche.Web.Views;

/// <summary>Turns offsets of records, which count code points, into offsets of a string, which count UTF-16 units. Immutable.</summary>
internal sealed class CodePointOffsets
{
    private readonly int[]? _starts;   // null where every code point is one unit
    private readonly int _length;

    /// <summary>The offsets of a text.</summary>
    public CodePointOffsets(string text)
    {
        _length = text.Length;
        if (text.Any(char.IsSurrogate))
        {
            var starts = new List<int>(text.Length);
            for (var i = 0; i < text.Length; i += i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1)
            {
                starts.Add(i);
            }

            starts.Add(text.Length);
            _starts = [.. starts];
        }
    }

    /// <summary>The span in UTF-16 units; cut to the text where a record of another text points beyond it.</summary>
    public Span Span(int start, int end) => new(At(start), Math.Max(At(start), At(end)));

    private int At(int offset) => _starts is null ? Math.Clamp(offset, 0, _length) : _starts[Math.Clamp(offset, 0, _starts.Length - 1)];
}
