using System.Text;

namespace Demarche.Cli;

/// <summary>Standard output and standard error: a terminal gets the console of .NET, a file or pipe UTF-8 without it, since making a console ready takes longer than reading the command line.</summary>
internal static class StandardWriters
{
    public static TextWriter Output() => Console.IsOutputRedirected ? Plain(Console.OpenStandardOutput()) : Console.Out;

    public static TextWriter Errors() => Console.IsErrorRedirected ? Plain(Console.OpenStandardError()) : Console.Error;

    // Each write goes out at once: who shares a pipe or ends in a fault has lost nothing.
    private static TextWriter Plain(Stream stream) => TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
}
