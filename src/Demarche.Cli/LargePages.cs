using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]   // else the call below is compiled when the program starts

namespace Demarche.Cli;

/// <summary>Asks Linux for large pages for what is loaded: the first touch of a small page takes up to 10 µs on a virtual machine, and loading touches some 20,000.</summary>
/// <remarks>Advice only: where the system does not take it, or has no such pages, all is as before.</remarks>
internal static partial class LargePages
{
    private const int Region = 4 << 20;         // what the collector parts its memory into
    private const nuint Length = 256 << 20;     // twice what loading takes
    private const int UseHugePages = 14;        // MADV_HUGEPAGE

    /// <summary>Asks for them where the next objects will stand; whether the system takes the advice.</summary>
    public static unsafe bool Ask()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            // The collector takes its regions one after the other, from one range of addresses: what it takes next stands behind a new object.
            var fresh = new object();
            return Advise(*(nint*)Unsafe.AsPointer(ref fresh) & -Region, Length, UseHugePages) == 0;
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;   // a system of other names
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint start, nuint length, int advice);
}
