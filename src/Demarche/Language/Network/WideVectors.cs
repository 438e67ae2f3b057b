using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language.Network;

/// <summary>Whether this machine has vectors of 512 bits.</summary>
/// <remarks>Methods that ask the processor itself are compiled again when the program starts, even where native code of them is shipped: so they ask here.</remarks>
internal static class WideVectors
{
    /// <summary>Whether it has them, with what <see cref="IntegerKernels"/> needs.</summary>
    internal static readonly bool Are = Ask();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Ask() => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported;
}
