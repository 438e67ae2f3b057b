using Demarche.Store.Sources.Lines;

namespace Demarche.Store.Sources;

/// <summary>Opens files, with what goes wrong as a message.</summary>
internal static class InputFile
{
    private const long LongestFile = 50L << 20;   // a longer file is an archive, not a report

    /// <summary>The bytes of a file of one report, or why they cannot be read.</summary>
    public static Outcome<byte[]> Bytes(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return SourceDiagnostics.NoFile(path);
            }

            return file.Length > LongestFile ? SourceDiagnostics.TooLong(path, LongestFile) : File.ReadAllBytes(path);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return SourceDiagnostics.Unreadable(path, e.Message);
        }
    }

    /// <summary>A file to be read from its start, or why it cannot be.</summary>
    public static Outcome<Stream> Open(string path)
    {
        try
        {
            return File.Exists(path)
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16, FileOptions.SequentialScan)
                : SourceDiagnostics.NoFile(path);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return SourceDiagnostics.Unreadable(path, e.Message);
        }
    }

    /// <summary>The characters of a file in UTF-8, else Windows-1252, or of standard input for "-"; or why they cannot be read.</summary>
    public static Outcome<TextReader> OpenText(string path, TextReader standardInput)
    {
        if (path == "-")
        {
            return standardInput;
        }

        var file = Open(path);
        return file.Value is { } stream ? LineEncoding.Reader(stream) : file.Failure!;
    }

    /// <summary>Whether an exception tells of the file and not of a bug.</summary>
    public static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
