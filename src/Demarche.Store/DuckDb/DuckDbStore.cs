using Demarche.Store.Relational;

namespace Demarche.Store.DuckDb;

/// <summary>Stores in a DuckDB file.</summary>
internal static class DuckDbStore
{
    /// <summary>Opens a file; for writing it is made where it is not there.</summary>
    public static async Task<Outcome<IEventStore>> OpenAsync(string path, StoreAccess access, CancellationToken cancellation)
    {
        if (path.Length == 0 || Directory.Exists(path))
        {
            return StoreDiagnostics.BadAddress(path, "it is a folder and no file");
        }

        if (access == StoreAccess.Read && !File.Exists(path))
        {
            return StoreDiagnostics.NoStore(path);
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            return StoreDiagnostics.NoRights(path, "its folder is not there");
        }

        if (!IsOfDuckDb(path))
        {
            return StoreDiagnostics.NotOurs(path, "it is no DuckDB file");
        }

        var database = new DuckDbDatabase(path, access);
        return await database.OpenAsync(cancellation) is { } failure
            ? failure
            : await RelationalStore.OpenAsync(database, access, cancellation);
    }

    // DuckDB takes tables of text for databases too, and would open them. What cannot be read here is for DuckDB to complain of.
    private static bool IsOfDuckDb(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Span<byte> head = stackalloc byte[12];
            return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) is 0 || head[8..].SequenceEqual("DUCK"u8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
