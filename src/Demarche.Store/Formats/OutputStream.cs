namespace Demarche.Store.Formats;

/// <summary>Devices and pipes as places to write to: what is moved into their place would remove them.</summary>
internal static class OutputStream
{
    private const string Devices = "/dev/";

    /// <summary>Opens a device or pipe for writing.</summary>
    /// <param name="path">What a user names as his output.</param>
    /// <returns>The stream; null where the path is a file or nothing yet, to be written whole or not at all.</returns>
    /// <exception cref="IOException">It is a device or pipe that cannot be written.</exception>
    public static FileStream? Open(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var isDevice = Path.GetFullPath(path).StartsWith(Devices, StringComparison.Ordinal);
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException) when (!isDevice)
        {
            return null;   // a file that may not be written may yet be replaced
        }

        if (isDevice || !stream.CanSeek)
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }
}
