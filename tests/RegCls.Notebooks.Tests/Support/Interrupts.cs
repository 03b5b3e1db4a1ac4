using System.Globalization;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>Whether Ctrl+C can be tried here.</summary>
internal static class Interrupts
{
    private const ulong Interrupt = 1UL << (2 - 1);

    /// <summary>True where this process, and so every process it starts, ignores SIGINT: a shell without job control starts background commands so.</summary>
    public static bool AreIgnored { get; } = OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
        .Any(line => (ulong.Parse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0);

    public const string Reason = "This process was started with SIGINT ignored, as a background command of a script is; run the tests in the foreground.";
}
