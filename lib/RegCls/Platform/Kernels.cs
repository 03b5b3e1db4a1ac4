namespace RegCls.Platform;

/// <summary>Which kernels this process trains convolutional networks with, chosen once by a check (<see cref="KernelCheck"/>): channels last through oneDNN, else without oneDNN.</summary>
public static class Kernels
{
    /// <summary>Key of the report's text in the data of the process's <see cref="AppDomain"/>, once the check has run: hosts read it that do not know this library.</summary>
    public const string ProcessKey = "RegCls.Kernels";

    /// <summary>For tests: names paths (<c>channels-last</c>, <c>native</c>) whose check shall find a wrong number.</summary>
    private const string WrongVariable = "REGCLS_TEST_WRONG_KERNELS";

    private static readonly Lazy<KernelReport> Chosen = new(Choose);

    // Without oneDNN it would look right: it is what oneDNN was switched off for.
    private static readonly Lazy<bool> Usual = new(() => Used.Path != KernelPath.Native && KernelCheck.Run(KernelPath.Default, [KernelCases.UsualLayout()], [1]).IsRight);

    /// <summary>The kernels this process uses and what their check found; checks at the first call, in less than a second on a machine without other work.</summary>
    /// <exception cref="InvalidOperationException">No kernels of libtorch are right on this machine; the message says which operation is wrong and by how much.</exception>
    /// <exception cref="DllNotFoundException">libtorch cannot be loaded.</exception>
    public static KernelReport Used => Chosen.Value;

    /// <summary>The larger check, over all numbers of channels: for <c>regcls doctor</c>.</summary>
    public static KernelReport CheckAll() => KernelCheck.Run(Used.Path, KernelCases.Grid(), [1]).And(Used);

    /// <summary>Whether the usual layout, in which version 0.1 trained, is right on this machine too: if not, records of it that were made here are wrong.</summary>
    public static bool IsUsualLayoutRight => Usual.Value;

    /// <summary>The check once more, as for a training whose numbers went wrong.</summary>
    public static KernelReport CheckAgain() => Check(Used.Path);

    private static KernelReport Choose()
    {
        NativeLibraries.EnsureLoaded();
        NativeContext.SetNnpack(false);
        KernelReport with = Check(KernelPath.ChannelsLast), used = with.IsRight ? with : WithoutOneDnn(with);
        AppDomain.CurrentDomain.SetData(ProcessKey, used.ToString());
        return used;
    }

    private static KernelReport WithoutOneDnn(KernelReport with)
    {
        if (!NativeContext.SetOneDnn(false))
        {
            throw new InvalidOperationException($"libtorch computes wrong numbers on this machine ({with.Wrong[0]}), and this build of it does not let oneDNN be switched off: train on another machine.");
        }

        KernelReport without = Check(KernelPath.Native);
        if (!without.IsRight)
        {
            throw new InvalidOperationException($"libtorch computes wrong numbers on this machine, with oneDNN ({with.Wrong[0]}) and without it ({without.Wrong[0]}): train on another machine, and report the output of `regcls doctor`.");
        }

        Console.WriteLine($"oneDNN's kernels are wrong on this processor ({with.Wrong[0]}), so oneDNN is switched off for this process and trainings use libtorch's own kernels.");
        return without with { Instead = with };
    }

    private static KernelReport Check(KernelPath path)
    {
        IEnumerable<KernelCase> networks = KernelCases.OfNetworks();
        string name = path == KernelPath.Native ? "native" : "channels-last";
        if ((Environment.GetEnvironmentVariable(WrongVariable) ?? "").Split(',').Contains(name))
        {
            networks = networks.Select(Spoilt);
        }

        // The others with one thread only: with all of them each takes long on a machine with other work.
        return KernelCheck.Run(path, networks, [.. new[] { 1, Environment.ProcessorCount }.Distinct()]).And(KernelCheck.Run(path, KernelCases.Covering(), [1]));
    }

    private static KernelCase Spoilt(KernelCase operation) => operation with
    {
        Native = () =>
        {
            IReadOnlyList<float[]> results = operation.Native();
            results[^1][0] += 1;
            return results;
        },
    };
}
