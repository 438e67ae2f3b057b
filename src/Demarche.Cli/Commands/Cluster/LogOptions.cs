using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Demarche.Cli.Commands.Cluster;

/// <summary>How commands that run for long log: on standard error, a line each for people or for programs.</summary>
internal static class LogOptions
{
    private const string Text = "text";
    private const string Json = "json";

    /// <summary>The option that chooses.</summary>
    public static Option<string> FormatOption()
    {
        var format = new Option<string>("--log") { Description = $"How log lines on standard error look: {Text} for people, {Json} for programs.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json);
        return format;
    }

    /// <summary>The logs of a call.</summary>
    public static ILoggerFactory Open(string format) => LoggerFactory.Create(logs =>
    {
        _ = format == Json
            ? logs.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"))
            : logs.AddSimpleConsole(o => (o.SingleLine, o.UseUtcTimestamp, o.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss'Z' "));
        logs.AddFilter<ConsoleLoggerProvider>(null, LogLevel.Information);
        logs.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    });
}
