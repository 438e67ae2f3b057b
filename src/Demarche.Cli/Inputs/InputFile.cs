using System.Text;

namespace Demarche.Cli.Inputs;

/// <summary>Opens one file of lines, or standard input for "-".</summary>
internal static class InputFile
{
    private const long LongestFile = 50L << 20;   // a longer file is an archive, not a report

    /// <summary>The bytes of a file, or why they cannot be read.</summary>
    public static Outcome<byte[]> Bytes(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return CliDiagnostics.NoFile(path);
            }

            return file.Length > LongestFile ? CliDiagnostics.TooLong(path, file.Length) : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return CliDiagnostics.Unreadable(path, e.Message);
        }
    }

    /// <summary>A reader of the file, or null after its failure was written.</summary>
    public static TextReader? Open(string path, Streams streams)
    {
        if (path == "-")
        {
            return streams.Input;
        }

        try
        {
            if (File.Exists(path))
            {
                return new StreamReader(path, Encoding.UTF8);
            }

            streams.Complain(CliDiagnostics.NoFile(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            streams.Complain(CliDiagnostics.Unreadable(path, e.Message));
        }

        return null;
    }
}
