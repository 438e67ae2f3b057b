using System.Text;

namespace Demarche.Cli.Output;

/// <summary>Writes a file that is whole or not there: to a neighbour first, then moved into place.</summary>
internal static class OutputFile
{
    /// <summary>Runs <paramref name="write"/> over the file and gives its exit code, or that of wrong use where the file cannot be written.</summary>
    public static int Write(string path, Streams streams, Func<TextWriter, int> write)
    {
        var partial = path + ".partial";
        try
        {
            int code;
            using (var writer = new StreamWriter(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                code = write(writer);
            }

            File.Move(partial, path, overwrite: true);
            return code;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            streams.Complain(CliDiagnostics.CannotWrite(path, e.Message));
            return CommandLine.WrongUse;
        }
        finally
        {
            // What a full disk or a fault cut off takes no room.
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }
}
