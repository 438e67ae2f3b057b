using NodaTime;

namespace Demarche.Web.Tests;

/// <summary>Reports in our own words.</summary>
internal static class Samples
{
    public static (string Name, string Text, LocalDate Day)[] All { get; } =
    [
        ("summit.txt", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "summit.txt")), new LocalDate(2018, 4, 27)),
        ("sanctions.txt", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "sanctions.txt")), new LocalDate(2019, 6, 24)),
        ("talks-called-off.txt", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "talks-called-off.txt")), new LocalDate(2020, 2, 3)),
        ("hostile.txt", Hostile, new LocalDate(2021, 3, 4)),
    ];

    /// <summary>A report that tries to run as script.</summary>
    public const string Hostile = """
        Envoys meet <script>document.title='taken'</script>

        VIENNA, March 4 (Demarche Wire) -- French President Emmanuel Macron met German Chancellor Angela Merkel in Berlin on Thursday <img src=x onerror="document.title='taken'">. Russia rejected the plan "><svg onload=alert(1)> of Ukraine, javascript:alert(1) said a spokesman.
        """;
}
