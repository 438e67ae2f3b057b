using Demarche.Coding.Records;

namespace Demarche.Store.Formats;

/// <summary>Writes events one by one in one text format.</summary>
public abstract class EventTextWriter
{
    private protected EventTextWriter()
    {
    }

    /// <summary>How many events the format could not hold and were left out.</summary>
    public long LeftOut { get; private protected set; }

    /// <summary>How many events were written.</summary>
    public long Count { get; private protected set; }

    /// <summary>Writes what stands above the first event.</summary>
    public virtual void Open()
    {
    }

    /// <summary>Writes an event that one report tells of, or leaves it out.</summary>
    public void Write(EventRecord one) => Write(one, ActCount.One);

    /// <summary>Writes an event with by how many it is told, or leaves it out.</summary>
    public abstract void Write(EventRecord one, ActCount told);

    internal static EventTextWriter OfLines(TextWriter output) => new LineWriter(output);

    internal static EventTextWriter OfTable(TextWriter output) => new TableWriter(output);

    internal static EventTextWriter OfSheet(IEventSheet sheet, TextWriter output) => new SheetWriter(sheet, output);

    private sealed class LineWriter(TextWriter output) : EventTextWriter
    {
        public override void Write(EventRecord one, ActCount told)
        {
            output.Write(EventLines.Line(one) + "\n");
            Count++;
        }
    }

    private sealed class TableWriter(TextWriter output) : EventTextWriter
    {
        private readonly EventTable _table = new(',');

        public override void Open() => _table.WriteHeader(output);

        public override void Write(EventRecord one, ActCount told)
        {
            _table.Write([one], output);
            Count++;
        }
    }

    private sealed class SheetWriter(IEventSheet sheet, TextWriter output) : EventTextWriter
    {
        public override void Open()
        {
            if (sheet.HasHeader)
            {
                output.Write(string.Join('\t', sheet.Columns) + "\n");
            }
        }

        public override void Write(EventRecord one, ActCount told)
        {
            if (!sheet.Holds(one))
            {
                LeftOut++;
                return;
            }

            foreach (var row in sheet.Rows(one, told))
            {
                output.Write(string.Join('\t', row.Select(SheetCells.Plain)) + "\n");
            }

            Count++;
        }
    }
}
