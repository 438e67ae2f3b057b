using Demarche.Coding;

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
        "jsonl" => new LineSink(output, null, report => EventLines.Json(report, codebook)),
        "csv" => new LineSink(output, EventRows.Header(','), report => EventRows.Of(report, codebook, ',')),
        "tsv" => new LineSink(output, EventRows.Header('\t'), report => EventRows.Of(report, codebook, '\t')),
        _ => new EventTable(output),
    };

    private sealed class LineSink(TextWriter output, string? header, Func<CodedReport, IEnumerable<string>> lines) : IEventSink
    {
        public void Open()
        {
            if (header is not null)
            {
                output.Write(header + "\n");
            }
        }

        public void Write(CodedReport report)
        {
            foreach (var line in lines(report))
            {
                output.Write(line + "\n");
            }

            output.Flush();
        }

        public void Close() => output.Flush();
    }
}
