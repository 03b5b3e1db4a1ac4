using System.Runtime.InteropServices;

namespace RegCls.Training;

/// <summary>
/// Keeps freed tensor memory in the process. A training step frees and asks again for the same megabytes; glibc would give each large
/// block back to the kernel and have it cleared page by page the next time, which costs more than the arithmetic of a small network.
/// </summary>
internal static partial class Allocator
{
    private const int TrimThreshold = -1, TopPad = -2, MmapThreshold = -3;
    private const int Blocks = 1 << 30, Growth = 64 << 20;

    private static readonly Lazy<bool> Kept = new(Keep);

    /// <summary>Sets glibc's thresholds for this process; elsewhere, and where another C library is used, does nothing.</summary>
    public static void KeepFreedMemory() => _ = Kept.Value;

    private static bool Keep()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out nint library) || !NativeLibrary.TryGetExport(library, "mallopt", out _))
        {
            return false;
        }

        return SetOption(TrimThreshold, Blocks) & SetOption(MmapThreshold, Blocks) & SetOption(TopPad, Growth);
    }

    private static bool SetOption(int option, int value) => MallOpt(option, value) != 0;

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    private static partial int MallOpt(int option, int value);
}
