using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Demarche.Web.Hosting;

/// <summary>Scripts, styles and fonts, which travel inside the assembly: the same in every way of running. Immutable.</summary>
internal static class SiteAssets
{
    private const string Prefix = "assets/";
    private const string ForEver = "public, max-age=31536000, immutable";
    private static readonly FrozenDictionary<string, Asset> Known = Read();

    /// <summary>The address of an asset, with a mark of its content so that a browser may keep it for ever.</summary>
    public static string Url(string path) => $"{path}?v={Known[path].Mark}";

    public static void UseAssets(this WebApplication site) => site.Use((context, next) =>
        HttpMethods.IsGet(context.Request.Method) && Known.TryGetValue(context.Request.Path.Value?.TrimStart('/') ?? "", out var asset)
            ? SendAsync(asset, context)
            : next(context));

    /// <summary>The bytes of an asset.</summary>
    public static ReadOnlyMemory<byte> Bytes(string path) => Known[path].Bytes;

    private static async Task SendAsync(Asset asset, HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = $"\"{asset.Mark}\"";
        response.Headers.CacheControl = request.Query["v"] == asset.Mark ? ForEver : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (request.Headers.IfNoneMatch == response.Headers.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = asset.ContentType;
        var bytes = asset.Bytes;
        if (asset.Packed.Value is { } packed && request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            response.Headers.ContentEncoding = "br";
            bytes = packed;
        }

        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static FrozenDictionary<string, Asset> Read()
    {
        var assembly = typeof(SiteAssets).Assembly;
        var types = new FileExtensionContentTypeProvider();
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[Prefix.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return new Asset(bytes, types.TryGetContentType(name, out var type) ? type : "application/octet-stream");
            },
            StringComparer.Ordinal);
    }

    private sealed class Asset(byte[] bytes, string contentType)
    {
        public byte[] Bytes => bytes;

        public string ContentType => contentType.StartsWith("text/", StringComparison.Ordinal) ? contentType + "; charset=utf-8" : contentType;

        public string Mark { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));

        /// <summary>Packed when it is first asked for; null where packing gains nothing.</summary>
        public Lazy<byte[]?> Packed { get; } = new(() =>
        {
            if (contentType.StartsWith("font/", StringComparison.Ordinal))
            {
                return null;
            }

            using var packed = new MemoryStream();
            using (var packer = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                packer.Write(bytes);
            }

            return packed.ToArray();
        });
    }
}
