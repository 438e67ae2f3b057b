using System.Text;

namespace Demarche.Cli.Inputs;

/// <summary>Opens one file of lines, or standard input for "-".</summary>
internal static class InputFile
{
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
