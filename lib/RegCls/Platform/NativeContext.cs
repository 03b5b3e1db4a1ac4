using System.Runtime.InteropServices;

namespace RegCls.Platform;

/// <summary>Switches of libtorch that TorchSharp does not hand out; they hold for the process, at any time.</summary>
internal static unsafe class NativeContext
{
    /// <summary>Whether convolutions may use oneDNN.</summary>
    /// <returns>False where this build of libtorch has no such switch under its usual name.</returns>
    public static bool SetOneDnn(bool isUsed) => Set("Mkldnn", isUsed);

    /// <summary>Whether convolutions may use NNPACK. Where it cannot start it says so at each convolution, thousands of times.</summary>
    /// <returns>As <see cref="SetOneDnn"/>.</returns>
    public static bool SetNnpack(bool isUsed) => Set("NNPACK", isUsed);

    private static bool Set(string what, bool value)
    {
        nint library = NativeLibraries.Torch;
        string context = OperatingSystem.IsWindows() ? "?globalContext@at@@YAAEAVContext@1@XZ" : "_ZN2at13globalContextEv";
        string setter = OperatingSystem.IsWindows() ? $"?setUserEnabled{what}@Context@at@@QEAAX_N@Z" : $"_ZN2at7Context{14 + what.Length}setUserEnabled{what}Eb";
        if (!NativeLibrary.TryGetExport(library, context, out nint get) || !NativeLibrary.TryGetExport(library, setter, out nint set))
        {
            return false;
        }

        ((delegate* unmanaged<nint, byte, void>)set)(((delegate* unmanaged<nint>)get)(), value ? (byte)1 : (byte)0);
        return true;
    }
}
