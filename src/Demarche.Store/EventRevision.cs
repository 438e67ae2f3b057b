using System.Security.Cryptography;
using Demarche.Coding.Records;

namespace Demarche.Store;

/// <summary>Tells one state of an event from another.</summary>
internal static class EventRevision
{
    private const int Bytes = 8;   // no two states of one event are likely to share them

    public static string Of(StoredEvent one)
    {
        using var bytes = new MemoryStream();
        EventLines.Write([one.Record], bytes);
        bytes.WriteByte(one.Review is { } verdict ? (byte)(1 + (int)verdict) : (byte)0);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).AsSpan(0, Bytes));
    }
}
