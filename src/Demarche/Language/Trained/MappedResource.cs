using System.Buffers;
using System.Reflection;

namespace Demarche.Language.Trained;

/// <summary>A resource where the assembly is mapped into memory: what nobody reads is never loaded. Valid as long as the assembly is.</summary>
internal sealed unsafe class MappedResource : MemoryManager<byte>
{
    private readonly byte* _start;
    private readonly int _length;

    private MappedResource(UnmanagedMemoryStream stream)
    {
        _start = stream.PositionPointer;
        _length = checked((int)stream.Length);
    }

    /// <summary>The resource of that name; null where the assembly has none.</summary>
    /// <param name="assembly">An assembly that is never unloaded.</param>
    /// <param name="name">Name of the resource.</param>
    public static MappedResource? Of(Assembly assembly, string name)
    {
        // The runtime gives a resource as a view on the mapped file; disposing of the view does not unmap it.
        using var stream = (UnmanagedMemoryStream?)assembly.GetManifestResourceStream(name);
        return stream is null ? null : new MappedResource(stream);
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => new(_start, _length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
