using System.Collections.Immutable;

namespace Demarche.Store.Relational;

/// <summary>One step of the tables from a version to the next. A step that was ever released is never changed.</summary>
/// <param name="Version">The version after it.</param>
/// <param name="Both">Statements for both databases.</param>
/// <param name="Postgres">Statements for PostgreSQL alone: indexes, most of which DuckDB's columns do not need.</param>
internal sealed record Migration(int Version, ImmutableArray<string> Both, ImmutableArray<string> Postgres)
{
    /// <summary>Statements for DuckDB alone.</summary>
    public ImmutableArray<string> DuckDb { get; init; } = [];

    /// <summary>Every step in order.</summary>
    public static ImmutableArray<Migration> All { get; } = [Tables.First, CopyTable.Step, Tables.EventIndex, ClusterTable.Joinings];

    /// <summary>The version that this Demarche writes.</summary>
    public static int Latest => All[^1].Version;
}
