using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Coding.Records;
using Spectre.Console;

namespace Demarche.Cli.Output;

/// <summary>Writes rows of values: a table for people, CSV or JSON lines for programs.</summary>
internal abstract class RowSink
{
    /// <summary>Names of the formats, the one for people first.</summary>
    public static readonly string[] Formats = ["table", "csv", "jsonl"];

    /// <summary>The sink of a format's name.</summary>
    public static RowSink Of(string format, TextWriter output, IReadOnlyList<string> columns) => format switch
    {
        "csv" => new CsvRows(output, columns),
        "jsonl" => new JsonRows(output, columns),
        _ => new TableRows(output, columns),
    };

    /// <summary>Writes one row, a value a column.</summary>
    public abstract void Write(IReadOnlyList<object?> row);

    /// <summary>Writes what stands below the last row.</summary>
    public virtual void Close()
    {
    }

    /// <summary>A value as text: days and times as ISO 8601 has them, numbers with a point; nothing for null.</summary>
    protected static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable many and not string => string.Join(';', many.Cast<object?>().Select(Text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private sealed class CsvRows : RowSink
    {
        private readonly TextWriter _output;

        public CsvRows(TextWriter output, IReadOnlyList<string> columns)
        {
            _output = output;
            Write(columns);
        }

        public override void Write(IReadOnlyList<object?> row) => _output.Write(string.Join(',', row.Select(v => EventTable.Escaped(Text(v)))) + "\n");
    }

    private sealed class JsonRows(TextWriter output, IReadOnlyList<string> columns) : RowSink
    {
        private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public override void Write(IReadOnlyList<object?> row)
        {
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes, Readable))
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Count; i++)
                {
                    json.WritePropertyName(columns[i]);
                    Write(json, row[i]);
                }

                json.WriteEndObject();
            }

            output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n");
        }

        private static void Write(Utf8JsonWriter json, object? value)
        {
            switch (value)
            {
                case null: json.WriteNullValue(); break;
                case bool truth: json.WriteBooleanValue(truth); break;
                case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
                case sbyte or short or int or long or byte or ushort or uint or ulong or decimal or System.Numerics.BigInteger: json.WriteRawValue(Text(value)); break;
                default: json.WriteStringValue(Text(value)); break;
            }
        }
    }

    private sealed class TableRows(TextWriter output, IReadOnlyList<string> columns) : RowSink
    {
        private const int PlainWidth = 160;
        private const int LongestWord = 48;   // an id or a day; a longer one is an address and is broken
        private readonly Table _table = Empty(columns);

        public override void Write(IReadOnlyList<object?> row)
        {
            var cells = row.Select(v => Text(v).ReplaceLineEndings(" ")).ToList();
            for (var i = 0; i < cells.Count; i++)
            {
                // An id that is broken over two lines cannot be copied.
                _table.Columns[i].NoWrap &= cells[i].Length <= LongestWord && !cells[i].Contains(' ', StringComparison.Ordinal);
            }

            _table.AddRow(cells.Select(c => new Text(c)));
        }

        public override void Close()
        {
            var console = Consoles.Of(output, PlainWidth);
            console.Write(_table);
        }

        private static Table Empty(IReadOnlyList<string> columns)
        {
            var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
            foreach (var column in columns)
            {
                table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Dim))) { NoWrap = true });
            }

            return table;
        }
    }
}
