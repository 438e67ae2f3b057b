using System.Buffers;
using System.Text;
using Demarche.Coding;
using Demarche.Coding.Records;

namespace Demarche.Cli.Output;

/// <summary>Takes coded reports one by one and writes them in one format.</summary>
internal interface IEventSink
{
    /// <summary>Writes what stands above the first report.</summary>
    void Open();

    /// <summary>Writes the events of a report.</summary>
    void Write(CodedReport report);

    /// <summary>Writes what stands below the last report.</summary>
    void Close();
}

/// <summary>The formats of <c>demarche code</c>.</summary>
internal static class EventSinks
{
    /// <summary>The sink of a format's name.</summary>
    public static IEventSink Of(string format, TextWriter output, Codebook codebook) => format switch
    {
        "jsonl" => new JsonSink(output, codebook),
        "csv" => new TableSink(output, codebook, ','),
        "tsv" => new TableSink(output, codebook, '\t'),
        _ => new EventList(output),
    };

    private sealed class JsonSink(TextWriter output, Codebook codebook) : IEventSink
    {
        private readonly ArrayBufferWriter<char> _characters = new();

        public void Open()
        {
        }

        public void Write(CodedReport report)
        {
            using var bytes = new MemoryStream();
            EventLines.Write(RecordedEvents.Of(report, codebook), bytes);
            _characters.ResetWrittenCount();
            Encoding.UTF8.GetChars(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), _characters);
            output.Write(_characters.WrittenSpan);
            output.Flush();
        }

        public void Close() => output.Flush();
    }

    private sealed class TableSink(TextWriter output, Codebook codebook, char separator) : IEventSink
    {
        private readonly EventTable _table = new(separator);

        public void Open() => _table.WriteHeader(output);

        public void Write(CodedReport report)
        {
            _table.Write(RecordedEvents.Of(report, codebook), output);
            output.Flush();
        }

        public void Close() => output.Flush();
    }
}
