using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace RegCls.KernelHost;

/// <summary>A notebook as the kernel family's own library reads it.</summary>
/// <param name="Cells">Kernel and text of each cell.</param>
/// <param name="Problem">Why it could not be read; null if it could.</param>
internal sealed record DocumentReading(IReadOnlyList<string[]> Cells, string? Problem)
{
    /// <summary>Reads a notebook file.</summary>
    public static DocumentReading Of(string path)
    {
        try
        {
            var kernels = new KernelInfoCollection { new KernelInfo("csharp", "csharp", ["c#", "C#"]), new KernelInfo("html", "html", []), new KernelInfo("fsharp", "fsharp", ["f#"]) };
            kernels.DefaultKernelName = "csharp";
            InteractiveDocument document = Notebook.Parse(File.ReadAllText(path), kernels);
            return new DocumentReading([.. document.Elements.Select(element => new[] { element.KernelName ?? "", element.Contents, element.Id ?? "" })], null);
        }
#pragma warning disable CA1031 // Whatever it throws is the answer.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return new DocumentReading([], $"{problem.GetType().Name}: {problem.Message}");
        }
    }
}
