using System.Security.Cryptography;
using System.Text;
using Demarche.Reports;

namespace Demarche.Store;

/// <summary>What tells one report from another, wherever it lies.</summary>
public static class ContentHash
{
    /// <summary>32 hexadecimal digits (128 bits of SHA-256) over the text as read and what its source says of it: outlet, address, day.</summary>
    /// <remarks>The same text of two outlets is two reports; the same file under two names is one. Take it before a day from elsewhere is added.</remarks>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in new[] { report.Text, report.Outlet, report.Link, IsoDay.Text(report.Published) })
        {
            // The length keeps "a" + "bc" and "ab" + "c" apart.
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            hash.AppendData(BitConverter.GetBytes(part is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}

/// <summary>What tells one codebook from another.</summary>
public static class CodebookVersion
{
    /// <summary>12 hexadecimal digits over paths and texts of its files.</summary>
    public static string Of(CodebookFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.All)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Text}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
