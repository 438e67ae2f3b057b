using Demarche.Store;

namespace Demarche.Cli.Reviewing;

/// <summary>An event of the record on one line.</summary>
internal static class ReviewedLine
{
    public static string Of(StoredEvent one)
    {
        var record = one.Record;
        string?[] parts =
        [
            IsoDay.Text(record.Date), string.Join(", ", record.Actors.Select(a => a.Name)), record.Type, record.Mode, "->",
            record.Recipients.IsEmpty ? "nobody" : string.Join(", ", record.Recipients.Select(a => a.Name)), $"({record.Status})",
        ];
        return string.Join(' ', parts.Where(p => p is not null));
    }
}
