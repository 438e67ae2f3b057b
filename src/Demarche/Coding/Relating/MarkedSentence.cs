using System.Collections.Immutable;
using System.Text;

namespace Demarche.Coding.Relating;

/// <summary>A sentence in which actor and recipient are marked: <c>&lt;s&gt;Iran&lt;/s&gt; condemned &lt;t&gt;the raid&lt;/t&gt;</c>.</summary>
/// <param name="Text">The words without the marks.</param>
/// <param name="Sources">Where the actor's words stand in <paramref name="Text"/>; more than one where it is named again.</param>
/// <param name="Targets">Where the recipient's words stand; empty where none is marked.</param>
public sealed record MarkedSentence(string Text, ImmutableArray<Span> Sources, ImmutableArray<Span> Targets)
{
    private const int MarkLength = 3;   // "<s>"; the closing one has a stroke more

    /// <summary>Takes the marks out of a sentence. A mark that is never closed ends with the text.</summary>
    public static MarkedSentence Read(string marked)
    {
        ArgumentNullException.ThrowIfNull(marked);
        var text = new StringBuilder(marked.Length);
        var sources = ImmutableArray.CreateBuilder<Span>();
        var targets = ImmutableArray.CreateBuilder<Span>();
        int sourceStart = -1, targetStart = -1;
        for (var at = 0; at < marked.Length;)
        {
            switch (MarkAt(marked, at))
            {
                case (var length, 's', true):
                    sourceStart = text.Length;
                    at += length;
                    break;
                case (var length, 's', false):
                    Close(ref sourceStart, text, sources);
                    at += length;
                    break;
                case (var length, 't', true):
                    targetStart = text.Length;
                    at += length;
                    break;
                case (var length, 't', false):
                    Close(ref targetStart, text, targets);
                    at += length;
                    break;
                default:
                    text.Append(marked[at++]);
                    break;
            }
        }

        Close(ref sourceStart, text, sources);
        Close(ref targetStart, text, targets);
        return new MarkedSentence(text.ToString(), sources.ToImmutable(), targets.ToImmutable());
    }

    private static (int Length, char Kind, bool Opens) MarkAt(string marked, int at)
    {
        var rest = marked.AsSpan(at);
        return rest.StartsWith("<s>", StringComparison.Ordinal) ? (MarkLength, 's', true)
            : rest.StartsWith("</s>", StringComparison.Ordinal) ? (MarkLength + 1, 's', false)
            : rest.StartsWith("<t>", StringComparison.Ordinal) ? (MarkLength, 't', true)
            : rest.StartsWith("</t>", StringComparison.Ordinal) ? (MarkLength + 1, 't', false)
            : (0, '\0', false);
    }

    private static void Close(ref int start, StringBuilder text, ImmutableArray<Span>.Builder spans)
    {
        if (start >= 0 && text.Length > start)
        {
            spans.Add(new Span(start, text.Length));
        }

        start = -1;
    }
}
