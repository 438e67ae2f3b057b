using System.Text.Json;
using Demarche.Reports;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Cli.Inputs;

/// <summary>Turns the paths of a call into reports: files, folders (every .txt and .jsonl below them, by name) and "-" for standard input.</summary>
internal sealed class ReportFiles(ReportReader reader, TextReader standardInput)
{
    private static readonly string[] Extensions = [".txt", ".text", ".jsonl"];

    /// <summary>The reports of the paths in order, each read when it is asked for, or the reason why there is none.</summary>
    public IEnumerable<Outcome<Report>> Read(IEnumerable<string> paths) => paths.SelectMany(Read);

    /// <summary>Bytes of the files of the paths, to tell how far reading is; 0 for what cannot be measured.</summary>
    public static long Bytes(IEnumerable<string> paths) =>
        paths.SelectMany(p => Directory.Exists(p) ? Below(p) : [p]).Select(f => new FileInfo(f)).Sum(f => f.Exists ? f.Length : 0);

    private IEnumerable<Outcome<Report>> Read(string path)
    {
        if (path == "-")
        {
            return [reader.FromText("-", standardInput.ReadToEnd())];
        }

        if (!Directory.Exists(path))
        {
            return ReadFile(path);
        }

        var files = Below(path);
        return files.Count == 0 ? [CliDiagnostics.NoReports(path)] : files.SelectMany(ReadFile);
    }

    private static List<string> Below(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return [.. Directory.EnumerateFiles(folder, "*", options)
            .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
    }

    private IEnumerable<Outcome<Report>> ReadFile(string path)
    {
        var file = InputFile.Bytes(path);
        if (file.Value is not { } bytes)
        {
            return [file.Failure!];
        }

        return path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? Lines(path, bytes) : [reader.Read(path, bytes)];
    }

    // A report a line: {"text": …, "published": "2020-07-04", "id": …}; only the text is required.
    private IEnumerable<Outcome<Report>> Lines(string path, byte[] bytes)
    {
        var number = 0;
        foreach (var (line, at) in JsonLines.Of(new StringReader(System.Text.Encoding.UTF8.GetString(bytes))))
        {
            number++;
            yield return JsonLines.Parse(path, at, line) switch
            {
                { Failure: { } failure } => failure,
                { Value: { } json } => FromJson($"{path}#{number}", json),
                _ => CliDiagnostics.NoFile(path),
            };
        }

        if (number == 0)
        {
            yield return CliDiagnostics.NoReports(path);
        }
    }

    private Outcome<Report> FromJson(string name, JsonDocument json)
    {
        using (json)
        {
            return TextLines.Of(name, json, reader.FromText);
        }
    }
}

/// <summary>Days as users write them.</summary>
internal static class Dates
{
    /// <summary>The day of an ISO date ("2020-07-04", also with a time behind it), or null.</summary>
    public static LocalDate? Parse(string text) =>
        LocalDatePattern.Iso.Parse(text.Length > 10 ? text[..10] : text) is { Success: true } parsed ? parsed.Value : null;
}
