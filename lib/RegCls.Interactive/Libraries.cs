using System.Reflection;
using System.Runtime.InteropServices;
using RegCls.Figures;
using RegCls.Platform;
using RegCls.Studies;

namespace RegCls.Interactive;

/// <summary>The libraries a cell may use after the one <c>#r</c>.</summary>
/// <remarks>
/// A host's compiler finds an assembly only when the referenced one refers to it, and the C# compiler writes no reference that is not used. So each is named here.
/// </remarks>
internal static class Libraries
{
    /// <summary>One line a library: name and version; the platform first, libtorch's kernels last.</summary>
    public static string Describe()
        => string.Join('\n', Assemblies().Where(assembly => !IsPart(assembly)).Select(assembly => $"{assembly.GetName().Name} {Version(assembly)}")
            .Prepend($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}")
            .Append($"kernels: {KernelsText()}"));

    // All parts of the library have one version.
    private static bool IsPart(Assembly assembly) => assembly.GetName().Name!.StartsWith("RegCls.", StringComparison.Ordinal);

    private static string KernelsText()
    {
        try
        {
            return Kernels.Used.ToString();
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }

    private static IEnumerable<Assembly> Assemblies()
        => new[]
        {
            typeof(NativeLibraries),
            typeof(Data.Sets.DataSetCatalogue),
            typeof(Data.Faces.BuiltInFaces),
            typeof(StudyCatalogue),
            typeof(Fig3Figure),
            typeof(Tables.OwnStudy),
            typeof(TorchSharp.torch),
            typeof(Plotly.NET.GenericChart),
            typeof(Plotly.NET.CSharp.Chart),
            typeof(DynamicObj.DynamicObj),
            typeof(Deedle.IFrame),
            typeof(MathNet.Numerics.Constants),
            typeof(CsvHelper.CsvReader),
            typeof(SkiaSharp.SKBitmap),
            typeof(Microsoft.FSharp.Core.Unit),
        }.Select(type => type.Assembly);

    private static string Version(Assembly assembly)
        => assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? assembly.GetName().Version?.ToString() ?? "";
}
