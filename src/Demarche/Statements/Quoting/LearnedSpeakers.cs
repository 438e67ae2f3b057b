using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Statements.Quoting;

/// <summary>What the trained model found in a report, asked by word: in whose mouth does it stand? Immutable and thread-safe.</summary>
internal sealed class LearnedSpeakers
{
    private readonly RunningText _text;
    private readonly ImmutableArray<FoundAttribution> _found;
    private readonly int[] _holder;

    /// <summary>The attributions of a report; none holds another.</summary>
    public LearnedSpeakers(RunningText text, IEnumerable<FoundAttribution> found)
    {
        _text = text;
        _found = [.. found];
        _holder = new int[text.Count];
        Array.Fill(_holder, -1);
        for (var f = 0; f < _found.Length; f++)
        {
            foreach (var piece in _found[f].Content.Pieces)
            {
                _holder.AsSpan(piece.First, piece.Length).Fill(f);
            }
        }

        Quoted = [.. _found.Select(f => AttributionReader.SpansOf(text, f)).OrderBy(q => q.Content[0]).ThenBy(q => q.Cue.IsEmpty ? 0 : q.Cue[0].Start)];
    }

    /// <summary>The same as stretches of text, in the order of what is said.</summary>
    public ImmutableArray<Quoted> Quoted { get; }

    /// <summary>The cue (null where the layout alone hands it on) and source of what a word stands in, and whether it is quoted word for word; null where it is nobody's, or nobody is named.</summary>
    public (Token? Cue, Token Source, bool IsVerbatim)? Of(Token word)
    {
        var place = _text.PlaceOf(word);
        if (_holder[place] < 0 || _found[_holder[place]] is not { Source.Head: >= 0 } found || found.Cue == place)
        {
            return null;
        }

        var isVerbatim = _text.PassageOf[place] >= 0 && (found.Cue < 0 || _text.PassageOf[found.Cue] != _text.PassageOf[place]);
        return (found.Cue < 0 ? null : _text[found.Cue], _text[found.Source.Head], isVerbatim);
    }

    /// <summary>Whether two words stand in the same attributed content.</summary>
    public bool IsSameContent(Token one, Token other) => _holder[_text.PlaceOf(one)] is >= 0 and var holder && _holder[_text.PlaceOf(other)] == holder;
}
