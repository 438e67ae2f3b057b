using Demarche.Store;

namespace Demarche.Web.Views;

/// <summary>Where things of the record are shown.</summary>
internal static class Addresses
{
    private const int ShortHash = 10;

    /// <summary>The page of an event.</summary>
    public static string Of(StoredEvent one) => "/event/" + Uri.EscapeDataString(one.ShortKey);

    /// <summary>The page of a report, by its content hash.</summary>
    public static string Report(string hash) => "/report/" + hash[..ShortHash];

    /// <summary>The page of a rule, by its id.</summary>
    public static string Rule(string id) => "/codebook/" + Uri.EscapeDataString(id);

    /// <summary>The page of two who deal with each other.</summary>
    public static string Dyad(string one, string other) => $"/dyad?actor={Uri.EscapeDataString(one)}&with={Uri.EscapeDataString(other)}";
}
