using Spectre.Console;
using Spectre.Console.Rendering;

namespace Demarche.Cli.Output;

/// <summary>Cells side by side, each broken into lines within its own width.</summary>
internal sealed class PrintedRow : IRenderable
{
    private const int Indent = 4;
    private readonly IReadOnlyList<(WrappedText Text, int Width)> _cells;
    private readonly int _indent;

    private PrintedRow(IReadOnlyList<(WrappedText Text, int Width)> cells, int indent) => (_cells, _indent) = (cells, indent);

    /// <summary>Cells that share a width.</summary>
    /// <param name="width">Of the whole row.</param>
    /// <param name="shares">What each cell has of it, in per cent; one cell of blank stands behind each.</param>
    /// <param name="cells">The cells.</param>
    public static PrintedRow Of(int width, IReadOnlyList<int> shares, IEnumerable<WrappedText> cells) =>
        new([.. cells.Select((cell, i) => (cell, (width * shares[i] / 100) - 1))], 0);

    /// <summary>One cell that stands a little to the right.</summary>
    public static PrintedRow Indented(int width, WrappedText text) => new([(text, width - Indent)], Indent);

    public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var columns = _cells.Select(c => c.Text.Lines(c.Width).ToList()).ToList();
        for (var line = 0; line < columns.Max(c => c.Count); line++)
        {
            var blank = _indent;   // written once something follows: no line ends in blanks
            for (var i = 0; i < columns.Count; i++)
            {
                if (line >= columns[i].Count)
                {
                    blank += _cells[i].Width + 1;
                    continue;
                }

                var (segments, width) = columns[i][line];
                if (blank > 0)
                {
                    yield return Segment.Padding(blank);
                }

                foreach (var segment in segments)
                {
                    yield return segment;
                }

                blank = _cells[i].Width + 1 - width;
            }

            yield return Segment.LineBreak;
        }
    }
}
