namespace Demarche.Cli;

/// <summary>Messages of the command line; the engine's own are in <see cref="Diagnostics"/>.</summary>
internal static class CliDiagnostics
{
    public static Diagnostic NoRule(string id) => new("DEM509", id, "there is no rule of this id", "See demarche codebook list.");

    public static Diagnostic CannotWrite(string path, string why) => new("DEM508", path, $"cannot be written: {why.TrimEnd('.')}", "Check its folder and rights.");
}
