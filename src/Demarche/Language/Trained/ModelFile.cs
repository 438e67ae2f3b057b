using System.Security.Cryptography;
using System.Text;

namespace Demarche.Language.Trained;

/// <summary>The container of trained parameters: a version, a description and named parts, guarded by a checksum. Immutable and thread-safe.</summary>
/// <remarks>
/// Layout, little-endian: "DEMARCHE" (8 bytes), format version (int32), SHA-256 of all that follows (32 bytes), description
/// (UTF-8 with int32 length), number of parts (int32), then for each its name (UTF-8 with int32 length), length (int32) and bytes.
/// </remarks>
public sealed class ModelFile
{
    private const int FormatVersion = 1;
    private const int ChecksumLength = 32;
    private static readonly byte[] Magic = "DEMARCHE"u8.ToArray();
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _parts;

    /// <summary>A model of the given parts.</summary>
    public ModelFile(string description, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> parts)
    {
        Description = description;
        _parts = new Dictionary<string, ReadOnlyMemory<byte>>(parts, StringComparer.Ordinal);
    }

    /// <summary>What the parameters are, when and from what they were trained, and their scores.</summary>
    public string Description { get; }

    /// <summary>Names of the parts, in alphabetical order.</summary>
    public IEnumerable<string> Parts => _parts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The bytes of a part; null where the model has none of that name.</summary>
    public ReadOnlyMemory<byte>? Part(string name) => _parts.TryGetValue(name, out var bytes) ? bytes : (ReadOnlyMemory<byte>?)null;

    /// <summary>Reads a model; a file that is cut, changed or of another version is a failure.</summary>
    /// <param name="where">Name of the file, for the message.</param>
    /// <param name="bytes">The whole file; parts are views on it.</param>
    public static Outcome<ModelFile> Read(string where, ReadOnlyMemory<byte> bytes) => Read(where, bytes, isChecked: true);

    /// <summary>The same without its checksum, for bytes that something else answers for: the engine's own assembly.</summary>
    internal static Outcome<ModelFile> ReadShipped(string where, ReadOnlyMemory<byte> bytes) => Read(where, bytes, isChecked: false);

    private static Outcome<ModelFile> Read(string where, ReadOnlyMemory<byte> bytes, bool isChecked)
    {
        var header = Magic.Length + sizeof(int) + ChecksumLength;
        if (bytes.Length < header || !bytes.Span[..Magic.Length].SequenceEqual(Magic))
        {
            return Diagnostics.BadModel(where, "is no Demarche model");
        }

        var version = BitConverter.ToInt32(bytes.Span[Magic.Length..]);
        if (version != FormatVersion)
        {
            return Diagnostics.BadModel(where, $"has format version {version}, not {FormatVersion}");
        }

        var body = bytes[header..];
        if (isChecked && !SHA256.HashData(body.Span).AsSpan().SequenceEqual(bytes.Span.Slice(Magic.Length + sizeof(int), ChecksumLength)))
        {
            return Diagnostics.BadModel(where, "does not match its checksum");
        }

        var at = 0;
        var description = Encoding.UTF8.GetString(Take(body, ref at).Span);
        var count = BitConverter.ToInt32(body.Span[at..]);
        at += sizeof(int);
        var parts = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var name = Encoding.UTF8.GetString(Take(body, ref at).Span);
            parts[name] = Take(body, ref at);
        }

        return new ModelFile(description, parts);
    }

    /// <summary>Writes the model; the same parts give the same bytes.</summary>
    public byte[] Write()
    {
        using var body = new MemoryStream();
        Put(body, Encoding.UTF8.GetBytes(Description));
        body.Write(BitConverter.GetBytes(_parts.Count));
        foreach (var name in Parts)
        {
            Put(body, Encoding.UTF8.GetBytes(name));
            Put(body, _parts[name].Span);
        }

        var written = body.ToArray();
        return [.. Magic, .. BitConverter.GetBytes(FormatVersion), .. SHA256.HashData(written), .. written];
    }

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> body, ref int at)
    {
        var length = BitConverter.ToInt32(body.Span[at..]);
        var taken = body.Slice(at + sizeof(int), length);
        at += sizeof(int) + length;
        return taken;
    }

    private static void Put(Stream body, ReadOnlySpan<byte> bytes)
    {
        body.Write(BitConverter.GetBytes(bytes.Length));
        body.Write(bytes);
    }
}
