using System.IO.Compression;
using System.Text;
using Demarche.Reports;
using Demarche.Store.Sources;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Store.Sources;

/// <summary>A folder of files that are read as reports, and what came out.</summary>
internal sealed class Read : IDisposable
{
    private static readonly ReportReader Reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;

    private readonly TestFolder _folder = new();

    public string Path => _folder.Path;

    public string Write(string name, string text) => _folder.Write(name, text);

    public string Write(string name, byte[] bytes) => _folder.Write(name, bytes);

    public static List<Outcome<Report>> All(string path, ReadingOptions? options = null) =>
        [.. new ReportSources(Reader, options ?? new ReadingOptions(), TextReader.Null).Find([path]).Select(r => r.Read())];

    public List<string> Names(string path) =>
        [.. new ReportSources(Reader, new ReadingOptions(), TextReader.Null).Find([path]).Select(r => System.IO.Path.GetRelativePath(Path, r.Name))];

    public static Report One(string path, ReadingOptions? options = null)
    {
        var one = Assert.Single(All(path, options));
        return one.Value ?? throw new InvalidOperationException(one.Failure!.ToString());
    }

    public static Diagnostic Fault(string path, ReadingOptions? options = null) => Assert.Single(All(path, options)).Failure!;

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Words(Report report) => string.Join('|', report.Sections.Select(s => report.Text[s.Span.Start..s.Span.End]));

    public void Dispose() => _folder.Dispose();
}
