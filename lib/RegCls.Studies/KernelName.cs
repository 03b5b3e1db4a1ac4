using RegCls.Platform;

namespace RegCls.Studies;

/// <summary>The column <c>kernels</c> of records; empty or absent is <see cref="KernelPath.Default"/>, which is all there was before the column.</summary>
internal static class KernelName
{
    public static string Of(KernelPath path) => path switch
    {
        KernelPath.ChannelsLast => "channels-last",
        KernelPath.Native => "native",
        _ => "",
    };

    /// <exception cref="FormatException">The name is none of them.</exception>
    public static KernelPath Parse(string? name) => Enum.GetValues<KernelPath>().Where(path => Of(path) == (name ?? "")).Select(path => (KernelPath?)path).FirstOrDefault()
        ?? throw new FormatException($"The kernels {name} are unknown; expected channels-last, native or nothing.");
}
