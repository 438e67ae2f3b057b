using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Demarche.Reports;
using NodaTime;

namespace Demarche.Cluster.Queue;

/// <summary>A report on its way: what was read of it, as one JSON object. Read back, it is the same report with the same content hash. Immutable.</summary>
/// <param name="Name">The input that it came from.</param>
/// <param name="Text">The text as read.</param>
public sealed record QueuedReport(string Name, string Text)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Day of publication that the report or its source gives, as ISO 8601.</summary>
    public string? Published { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>Day that the user gave for a report without one; it does not count for the content hash.</summary>
    public string? Day { get; init; }

    /// <summary>The message of a report.</summary>
    /// <param name="report">The report as it was read.</param>
    /// <param name="day">Its day where it gives none.</param>
    public static QueuedReport Of(Report report, LocalDate? day)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new QueuedReport(report.Name, report.Text) { Published = IsoDay.Text(report.Published), Outlet = report.Outlet, Url = report.Link, Day = IsoDay.Text(day) };
    }

    /// <summary>The bytes of a message.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a message.</summary>
    /// <param name="where">What to call it where it cannot be read.</param>
    /// <param name="bytes">Its bytes.</param>
    public static Outcome<QueuedReport> FromBytes(string where, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var read = JsonSerializer.Deserialize<QueuedReport>(bytes, Json);
            return read is null || string.IsNullOrEmpty(read.Text) ? ClusterDiagnostics.BadMessage(where, "it has no text")
                : !IsDay(read.Published) || !IsDay(read.Day) ? ClusterDiagnostics.BadMessage(where, "its day is no date such as 2020-07-04")
                : read with { Name = string.IsNullOrEmpty(read.Name) ? where : read.Name };
        }
        catch (JsonException fault)
        {
            // The exception's own message may quote the report.
            return ClusterDiagnostics.BadMessage(where, string.Create(CultureInfo.InvariantCulture, $"it is no JSON at byte {fault.BytePositionInLine ?? 0}"));
        }
    }

    /// <summary>The report, exactly as whoever queued it had it.</summary>
    public Outcome<Report> ToReport(ReportReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var read = reader.FromText(Name, Text);
        return read.Value is { } report ? report with { Published = IsoDay.Read(Published), Outlet = Outlet, Link = Url } : read;
    }

    /// <summary>The day that stands in where the report gives none.</summary>
    public LocalDate? DayOfUser => IsoDay.Read(Day);

    private static bool IsDay(string? text) => text is null || IsoDay.Read(text) is not null;
}
