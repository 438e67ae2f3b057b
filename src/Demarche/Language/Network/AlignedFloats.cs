using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Demarche.Language.Network;

/// <summary>Numbers at a fixed address that starts a cache line, so that no vector load crosses one.</summary>
internal sealed unsafe class AlignedFloats
{
    private const int Alignment = 64;
    private readonly float[] _pinned;

    internal AlignedFloats(int length)
    {
        Length = length;
        _pinned = GC.AllocateArray<float>(length + (Alignment / sizeof(float)), pinned: true);
        var address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_pinned));
        Pointer = (float*)((address + Alignment - 1) & -Alignment);
    }

    /// <summary>Number of floats.</summary>
    internal int Length { get; }

    /// <summary>The first one; valid as long as this object is reachable.</summary>
    internal float* Pointer { get; }

    /// <summary>All of them.</summary>
    internal Span<float> Span => new(Pointer, Length);
}
