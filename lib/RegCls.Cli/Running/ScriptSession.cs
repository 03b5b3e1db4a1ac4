using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace RegCls.Cli.Running;

/// <summary>One notebook's code cells as a chain of C# scripts that share their state.</summary>
internal sealed class ScriptSession : IDisposable
{
    private static readonly string[] Namespaces = ["System", "System.Text", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks"];
    private readonly InteractiveAssemblyLoader loader = new();
    private readonly ScriptOptions options;
    private ScriptState<object>? state;

    /// <summary>Starts a session.</summary>
    /// <param name="folder">The notebook's folder; `#r` is relative to it.</param>
    public ScriptSession(string folder) => options = ScriptOptions.Default
        .WithLanguageVersion(LanguageVersion.Latest)
        .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
        .WithReferences(FrameworkReferences())
        .WithImports(Namespaces)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8);

    /// <summary>Gives the scripts an assembly that is already loaded.</summary>
    /// <param name="bundle">Where it comes from.</param>
    /// <param name="path">Its absolute path.</param>
    public void Provide(BundleAssemblies bundle, string path) => bundle.Provide(path, loader);

    /// <summary>Runs one cell.</summary>
    /// <param name="code">Its text.</param>
    /// <param name="label">A name for the cell, by which its lines are found in a stack trace; unique in the session.</param>
    /// <param name="cancellation">Asked before the cell starts.</param>
    /// <returns>Its value or its error. Exceptions of the cell do not leave this method.</returns>
    public async Task<CellOutcome> RunAsync(string code, string label, CancellationToken cancellation)
    {
        try
        {
            var cellOptions = options.WithFilePath(label);
            var next = state is null
                ? await CSharpScript.Create<object>(code, cellOptions, assemblyLoader: loader).RunAsync(null, _ => true, cancellation).ConfigureAwait(false)
                : await state.ContinueWithAsync<object>(code, cellOptions, _ => true, cancellation).ConfigureAwait(false);
            if (next.Exception is { } exception)
            {
                return ErrorOfCell.FromException(exception, label);
            }

            state = next;
            return new CellOutcome(next.ReturnValue, null, 0);
        }
        catch (CompilationErrorException exception)
        {
            return ErrorOfCell.FromDiagnostics(exception.Diagnostics);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => loader.Dispose();

    private static ImmutableArray<MetadataReference> FrameworkReferences()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var platform = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty).Split(Path.PathSeparator);
        return [.. platform.Where(path => Path.GetDirectoryName(path) == folder).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
