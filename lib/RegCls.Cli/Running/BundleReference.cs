using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Lint;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>The one `#r` of a notebook.</summary>
internal static class BundleReference
{
    /// <summary>Finds the `#r` in a cell.</summary>
    /// <param name="source">The cell's text.</param>
    /// <returns>The directive, or null.</returns>
    public static ReferenceDirectiveTriviaSyntax? Find(string source) => CSharpSyntaxTree.ParseText(source, PortableSubset.ParseOptions).GetRoot()
        .DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.ReferenceDirectiveTrivia))
        .Select(trivia => (ReferenceDirectiveTriviaSyntax)trivia.GetStructure()!).FirstOrDefault();

    /// <summary>The file a notebook references.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>Its absolute path, or null if the notebook references nothing.</returns>
    public static string? PathIn(NotebookDocument notebook) => notebook.CodeCells.Select(cell => Find(cell.Source)).FirstOrDefault(reference => reference is not null) is { } found
        ? Path.GetFullPath(found.File.ValueText, notebook.Folder)
        : null;

    /// <summary>Checks that the file a notebook references is there and is an assembly.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <exception cref="UserErrorException">It is not.</exception>
    public static void RequireBuilt(NotebookDocument notebook)
    {
        if (PathIn(notebook) is not { } path)
        {
            return;
        }

        if (!File.Exists(path))
        {
            throw new UserErrorException($"{notebook.FileName} references {path}, which is not built yet; run `dotnet build lib/RegCls.Interactive -c Release` in the repository's folder.");
        }

        try
        {
            _ = AssemblyName.GetAssemblyName(path);
        }
        catch (BadImageFormatException exception)
        {
            throw new UserErrorException($"{notebook.FileName} references {path}, which is no .NET assembly; build it again with `dotnet build lib/RegCls.Interactive -c Release`.", exception);
        }
    }
}
