using System.Text;
using Demarche.Store.Formats;

namespace Demarche.Cli.Output;

/// <summary>Writes a file that is whole or not there: to a neighbour first, then moved into place. Devices and pipes are written to as they are.</summary>
internal static class OutputFile
{
    /// <summary>Runs <paramref name="write"/> over the file and gives its exit code, or that of wrong use where the file cannot be written.</summary>
    public static int Write(string path, Streams streams, Func<TextWriter, int> write)
    {
        var partial = path + ".partial";
        try
        {
            if (OutputStream.Open(path) is { } stream)
            {
                using var into = Writer(stream);
                return write(into);
            }

            int code;
            using (var writer = Writer(new FileStream(partial, FileMode.Create, FileAccess.Write)))
            {
                code = write(writer);
            }

            var link = new FileInfo(path);
            File.Move(partial, link.LinkTarget is null ? path : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName, overwrite: true);   // a link stays one
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

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
