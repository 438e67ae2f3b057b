using Mono.Cecil;

namespace Demarche.Tests.Architecture;

/// <summary>Who may know whom, read off the compiled engine.</summary>
public class LayerTests
{
    // From left to right, as a report goes; a folder may use those on its left. Those that share a step do not know each other.
    private static readonly string[][] Way = [["Reports"], ["Language"], ["Actors", "Places", "Time"], ["Statements"], ["Coding"], ["Chronology"]];

    // The one root type that knows the order.
    private const string Pipeline = "Demarche.Pipeline";

    public static TheoryData<string> Folders => [.. Way.SelectMany(s => s)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_stage_knows_only_what_stands_left_of_it(string folder)
    {
        var step = Array.FindIndex(Way, s => s.Contains(folder));
        var allowed = Way.Take(step).SelectMany(s => s).Append(folder).Append("").ToHashSet(StringComparer.Ordinal);
        Offenders.None(Uses(t => Engine.LayerOf(t) == folder).Where(u => !allowed.Contains(u.Layer) || u.To.StartsWith(Pipeline, StringComparison.Ordinal))
            .Select(u => $"{u.From} -> {u.To}"));
    }

    [Fact]
    public void The_root_knows_no_stage_but_for_the_pipeline() =>
        Offenders.None(Uses(t => Engine.LayerOf(t).Length == 0 && !Root(t).FullName.StartsWith(Pipeline, StringComparison.Ordinal))
            .Where(u => u.Layer.Length > 0).Select(u => $"{u.From} -> {u.To}"));

    [Fact]
    public void Every_folder_has_its_place_in_the_order() =>
        Offenders.None(Engine.Types.Where(IsOurs).Select(Engine.LayerOf).Distinct().Except(Way.SelectMany(s => s).Append("")));

    [Fact]
    public void The_test_sees_what_the_engine_uses()
    {
        Assert.Contains(Uses(t => Engine.LayerOf(t) == "Statements"), u => u.Layer == "Language");
        Assert.Contains(Uses(t => Engine.LayerOf(t) == "Language"), u => u.Layer == "Reports");
    }

    [Fact]
    public void The_engine_needs_no_console_database_or_web_package()
    {
        var allowed = new[] { "System.", "NodaTime", "YamlDotNet" };
        Offenders.None(Engine.Module.AssemblyReferences.Select(a => a.Name)
            .Where(n => n is "System.Console" or "System.Data.Common" || !allowed.Any(a => n.StartsWith(a, StringComparison.Ordinal))));
    }

    private static IEnumerable<(string From, string To, string Layer)> Uses(Func<TypeDefinition, bool> from) =>
        Engine.Types.Where(IsOurs).Where(from)
            .SelectMany(t => Engine.Uses(t).Where(IsOurs).Select(u => (t.FullName, u.FullName, Engine.LayerOf(u))))
            .Distinct();

    private static bool IsOurs(TypeReference type) => Root(type).Namespace is var space && (space == "Demarche" || space.StartsWith("Demarche.", StringComparison.Ordinal));

    private static TypeReference Root(TypeReference type) => type.DeclaringType is null ? type : Root(type.DeclaringType);
}
