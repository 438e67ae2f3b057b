using System.Runtime.InteropServices;

namespace Demarche.Language.Network;

/// <summary>Numbers at a fixed address that starts a cache line, so that no vector load crosses one; zeros at first.</summary>
/// <remarks>Outside the collected heap, where they would have the whole heap searched for garbage each few megabytes. Pages that are never written to take no memory.</remarks>
internal sealed unsafe class AlignedFloats
{
    private const int Alignment = 64;
    private readonly void* _taken;

    internal AlignedFloats(int length)
    {
        Length = length;
        _taken = NativeMemory.AllocZeroed(((nuint)length * sizeof(float)) + Alignment);
        Pointer = (float*)(((nint)_taken + Alignment - 1) & -Alignment);
    }

#pragma warning disable MA0055 // Whoever drops the last reference gives the memory back; nobody can tell that moment.
    ~AlignedFloats() => NativeMemory.Free(_taken);
#pragma warning restore MA0055

    /// <summary>Number of floats.</summary>
    internal int Length { get; }

    /// <summary>The first one; valid as long as this object is reachable.</summary>
    internal float* Pointer { get; }

    /// <summary>All of them.</summary>
    internal Span<float> Span => new(Pointer, Length);
}
