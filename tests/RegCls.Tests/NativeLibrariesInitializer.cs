using System.Runtime.CompilerServices;

namespace RegCls.Tests;

/// <summary>A test may use a tensor before any type of RegCls.</summary>
internal static class NativeLibrariesInitializer
{
    [ModuleInitializer]
    internal static void FindLibtorch() => RuntimeHelpers.RunModuleConstructor(typeof(NativeLibraries).Module.ModuleHandle);
}
