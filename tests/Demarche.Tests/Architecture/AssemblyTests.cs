using Mono.Cecil;

namespace Demarche.Tests.Architecture;

/// <summary>Who may know whom between assemblies, and where packages are kept: Cli → {Web, Cluster} → Store → Demarche.</summary>
public class AssemblyTests
{
    private static readonly string[] Ours = ["Demarche", "Demarche.Store", "Demarche.Web", "Demarche.Cluster", "Demarche.Cli"];
    private static readonly string[] Databases = ["DuckDB.NET.Data", "DuckDB.NET.Bindings", "Npgsql", "System.Data.Common"];

    [Fact]
    public void The_store_knows_the_engine_and_nothing_else_of_ours() =>
        Assert.Equal(["Demarche"], References(typeof(Demarche.Store.IEventStore)).Intersect(Ours));

    [Fact]
    public void The_engine_knows_nothing_else_of_ours() => Assert.Empty(References(typeof(Span)).Intersect(Ours));

    [Fact]
    public void The_command_line_knows_stores_and_no_database() =>
        Offenders.None(References(typeof(Demarche.Cli.CommandLine)).Intersect(Databases.Where(d => d != "System.Data.Common")));

    [Fact]
    public void The_web_knows_the_store_and_the_engine_and_no_database() =>
        Offenders.None(References(typeof(Demarche.Web.Hosting.Site)).Intersect([.. Databases, "Demarche.Cli", "System.CommandLine"]));

    [Fact]
    public void The_cluster_knows_the_store_and_the_engine_and_nothing_else_of_ours_and_no_database()
    {
        var references = References(typeof(Demarche.Cluster.Telemetry));
        Assert.Equal(["Demarche", "Demarche.Store"], references.Intersect(Ours).Order(StringComparer.Ordinal));
        Offenders.None(references.Intersect([.. Databases, "System.Console", "System.CommandLine"]));
    }

    [Fact]
    public void Only_the_cluster_and_the_command_line_name_the_queue() =>
        Offenders.None(new[] { typeof(Span), typeof(Demarche.Store.IEventStore), typeof(Demarche.Web.Hosting.Site) }.SelectMany(References).Where(n => n.StartsWith("NATS", StringComparison.Ordinal)));

    [Fact]
    public void The_store_needs_no_console_or_web_package() =>
        Offenders.None(References(typeof(Demarche.Store.IEventStore)).Where(n =>
            n is "System.Console" or "System.CommandLine" || n.StartsWith("Spectre", StringComparison.Ordinal) || n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    [Fact]
    public void Only_the_databases_own_folders_name_a_database()
    {
        using var module = ModuleDefinition.ReadModule(typeof(Demarche.Store.IEventStore).Assembly.Location);
        Offenders.None(module.GetTypes().Where(t => t.Namespace is "Demarche.Store" or "Demarche.Store.Relational")
            .SelectMany(t => Engine.Uses(t).Where(IsDatabase).Select(u => $"{t.FullName} -> {u.FullName}")));
    }

    private static bool IsDatabase(TypeReference type) =>
        type.Namespace.StartsWith("DuckDB", StringComparison.Ordinal) || type.Namespace.StartsWith("Npgsql", StringComparison.Ordinal);

    private static IEnumerable<string> References(Type type)
    {
        using var module = ModuleDefinition.ReadModule(type.Assembly.Location);
        return [.. module.AssemblyReferences.Select(r => r.Name)];
    }
}
