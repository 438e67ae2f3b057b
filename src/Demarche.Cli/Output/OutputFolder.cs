using System.Text;

namespace Demarche.Cli.Output;

/// <summary>Writes a folder that is whole or not there: to a neighbour first, then moved into place.</summary>
internal static class OutputFolder
{
    /// <summary>Writes the files of a folder that is not there yet; false after a complaint where that cannot be.</summary>
    public static bool Write(string folder, IEnumerable<(string Path, string Text)> files, Streams streams)
    {
        var partial = folder + ".partial";
        try
        {
            foreach (var (path, text) in files)
            {
                var file = Path.Combine(partial, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            Directory.Move(partial, folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            streams.Complain(CliDiagnostics.CannotWrite(folder, e.Message));
            return false;
        }
    }
}
