using System.Text;

namespace Demarche.Language;

/// <summary>Draws the tree of a sentence for a terminal: a word a line, with arcs from each head to its words.</summary>
/// <remarks>
/// An arrow stands at the word that hangs on another; the arc runs to the line of its head. Relation and head are named at the
/// end of the line, so that the drawing can be read where arcs cross.
/// </remarks>
public static class TreeDrawing
{
    [Flags]
    private enum Strokes : byte
    {
        None = 0,
        Up = 1,
        Down = 2,
        Left = 4,
        Right = 8,
        Arrow = 16,
    }

    // Indexed by the strokes of a cell.
    private const string Boxes = " ╵╷│╴┘┐┤╶└┌├─┴┬┼";

    /// <summary>The drawing: lines that end in "\n" and hold no tab.</summary>
    public static string Draw(Sentence sentence)
    {
        var levels = Levels(sentence);
        var grid = Grid(sentence, levels);
        var widest = Enumerable.Range(0, sentence.Count).Select(i => sentence[i].Form.Length).DefaultIfEmpty().Max();
        var drawing = new StringBuilder();
        for (var i = 0; i < sentence.Count; i++)
        {
            var token = sentence[i];
            drawing.Append(token.Form.PadRight(widest)).Append("  ").Append(token.Tag.ToString().PadRight(5)).Append(' ');
            for (var column = 0; column < grid.GetLength(1); column++)
            {
                var cell = grid[i, column];
                drawing.Append(cell.HasFlag(Strokes.Arrow) ? '◄' : Boxes[(int)cell]);
            }

            drawing.Append("  ").Append(token.Relation);
            if (token.Head is { } head)
            {
                drawing.Append(" ← ").Append(head.Form);
            }

            drawing.Append('\n');
        }

        return drawing.ToString();
    }

    // An arc runs outside all the arcs that it spans.
    private static int[] Levels(Sentence sentence)
    {
        var levels = new int[sentence.Count];
        var arcs = Enumerable.Range(0, sentence.Count).Where(i => !sentence[i].IsRoot)
            .OrderBy(i => Math.Abs(i - sentence[i].HeadIndex)).ThenBy(i => i).ToList();
        var used = new List<(int From, int To, int Level)>(arcs.Count);
        foreach (var arc in arcs)
        {
            var (from, to) = Ends(sentence, arc);
            var level = 1;
            foreach (var other in used)
            {
                if (other.From < to && from < other.To)
                {
                    level = Math.Max(level, other.Level + 1);
                }
            }

            levels[arc] = level;
            used.Add((from, to, level));
        }

        return levels;
    }

    private static Strokes[,] Grid(Sentence sentence, int[] levels)
    {
        var grid = new Strokes[sentence.Count, (2 * levels.DefaultIfEmpty().Max()) + 1];
        for (var i = 0; i < sentence.Count; i++)
        {
            if (levels[i] == 0)
            {
                continue;
            }

            var (from, to) = Ends(sentence, i);
            var column = 2 * levels[i];
            foreach (var row in new[] { from, to })
            {
                for (var x = 0; x < column; x++)
                {
                    grid[row, x] |= Strokes.Left | Strokes.Right;
                }
            }

            grid[i, 0] |= Strokes.Arrow;
            grid[from, column] |= Strokes.Left | Strokes.Down;
            grid[to, column] |= Strokes.Left | Strokes.Up;
            for (var row = from + 1; row < to; row++)
            {
                grid[row, column] |= Strokes.Up | Strokes.Down;
            }
        }

        return grid;
    }

    private static (int From, int To) Ends(Sentence sentence, int arc) =>
        (Math.Min(arc, sentence[arc].HeadIndex), Math.Max(arc, sentence[arc].HeadIndex));
}
