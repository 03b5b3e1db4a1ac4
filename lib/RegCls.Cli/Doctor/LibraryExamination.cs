using RegCls.Data.Sets;
using RegCls.Platform;

namespace RegCls.Cli.Doctor;

/// <summary>What the library itself can tell, once it can be loaded.</summary>
internal static class LibraryExamination
{
    /// <summary>libtorch, by loading it.</summary>
    /// <returns>What was found.</returns>
    public static Finding Natives()
    {
        try
        {
            NativeLibraries.EnsureLoaded();
            return new Finding("libtorch", FindingState.Ok, "loads");
        }
#pragma warning disable CA1031 // Whatever keeps the library from loading is what the reader asked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Finding("libtorch", FindingState.Missing, exception.Message.ReplaceLineEndings(" "), "see the table of systems in environment.md, then run `dotnet clean` and `dotnet build lib/RegCls.Interactive -c Release`");
        }
    }

    /// <summary>The kernels that train convolutional networks, by the large check.</summary>
    /// <returns>What was found.</returns>
    public static Finding TorchKernels()
    {
        try
        {
            KernelReport report = Kernels.CheckAll();
            return !report.IsRight ? new Finding("kernels", FindingState.Missing, report.ToString(), "train pictures on another machine, and report this line")
                : new Finding("kernels", report.Path == KernelPath.Native ? FindingState.Optional : FindingState.Ok, report.ToString(), report.Path == KernelPath.Native ? "nothing to do: trainings are right, and slower; see environment.md" : "");
        }
        catch (Exception exception) when (exception is InvalidOperationException or DllNotFoundException)
        {
            return new Finding("kernels", FindingState.Missing, exception.Message.ReplaceLineEndings(" "), "train pictures on another machine, and report this line");
        }
    }

    /// <summary>The data sets; none is needed to run the notebooks.</summary>
    /// <returns>A finding each.</returns>
    public static IEnumerable<Finding> DataSets() => DataSetCatalogue.Entries.Select(set => DataLocation.TryFind(set) is { } path
        ? new Finding($"data set {set.Name}", FindingState.Ok, path)
        : new Finding($"data set {set.Name}", FindingState.Optional, "not found; notebooks use drawn data and recorded results", $"put it into the folder that {DataLocation.Variable} names; `regcls data list` says what is expected"));
}
