using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Demarche.Reports.Repairs;

/// <summary>A change to a text: these characters become those.</summary>
/// <param name="At">Where, in the text that the repair looked at; empty for an insertion.</param>
/// <param name="By">What stands there afterwards.</param>
/// <param name="Kind">What was wrong.</param>
internal readonly record struct Edit(Span At, string By, RepairKind Kind);

/// <summary>A text between two repairs: its characters, and for each the range as read that it stands for. Immutable.</summary>
internal sealed class Mending
{
    private readonly int[]? _starts;   // null while nothing has been mended
    private readonly int[]? _ends;
    private readonly ImmutableArray<Repair> _repairs;

    private Mending(string text, int[]? starts, int[]? ends, ImmutableArray<Repair> repairs)
    {
        Text = text;
        _starts = starts;
        _ends = ends;
        _repairs = repairs;
    }

    public string Text { get; }

    public static Mending Of(string text) => new(text, null, null, []);

    /// <summary>The text after the edits, which come in reading order and never overlap.</summary>
    public Mending Apply(List<Edit> edits)
    {
        if (edits.Count == 0)
        {
            return this;
        }

        var length = Text.Length + edits.Sum(e => e.By.Length - e.At.Length);
        var characters = new char[length];
        var starts = new int[length];
        var ends = new int[length];
        var repairs = _repairs.ToBuilder();
        int from = 0, to = 0;
        foreach (var edit in edits)
        {
            Copy(edit.At.Start);
            var original = ToOriginal(edit.At);
            for (var i = 0; i < edit.By.Length; i++, to++)
            {
                characters[to] = edit.By[i];
                (starts[to], ends[to]) = (original.Start, original.End);
            }

            from = edit.At.End;
            repairs.Add(new Repair(edit.Kind, original, edit.By));
        }

        Copy(Text.Length);
        return new Mending(new string(characters), starts, ends, repairs.ToImmutable());

        void Copy(int until)
        {
            Text.CopyTo(from, characters, to, until - from);
            for (; from < until; from++, to++)
            {
                starts[to] = _starts is null ? from : _starts[from];
                ends[to] = _ends is null ? from + 1 : _ends[from];
            }
        }
    }

    public RepairedText Finish() => _starts is null || _ends is null
        ? RepairedText.Untouched(Text)
        : RepairedText.Mended(Text, _starts, _ends, Merged());

    private Span ToOriginal(Span at) => at.IsEmpty
        ? Between(at.Start)
        : _starts is null || _ends is null ? at : new Span(_starts[at.Start], _ends[at.End - 1]);

    private Span Between(int at)
    {
        var original = _starts is null || _ends is null ? at
            : at < _starts.Length ? _starts[at]
            : _ends.Length == 0 ? 0 : _ends[^1];
        return new Span(original, original);
    }

    /// <summary>A place that two repairs mended one after the other is one repair: the first one's damage, the last one's characters.</summary>
    private ImmutableArray<Repair> Merged()
    {
        var byPlace = new Dictionary<Span, Repair>();
        foreach (var repair in _repairs)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(byPlace, repair.Span, out var mendedBefore);
            known = mendedBefore && !repair.Span.IsEmpty ? known with { Mended = repair.Mended } : repair;
        }

        return [.. byPlace.Values.OrderBy(r => r.Span)];
    }
}
