using RegCls.Cli.Notebooks;
using RegCls.Cli.Running;

namespace RegCls.Cli.CommandLine;

/// <summary>Runs the parts of commands that use RegCls, which this program takes from the bundle.</summary>
internal static class BundledLibrary
{
    /// <summary>Does work that uses RegCls: the work's own code is compiled only when it is called, after the bundle can be found.</summary>
    /// <param name="currentFolder">The folder the repository is searched from.</param>
    /// <param name="work">The work; what it throws about files and data becomes one sentence.</param>
    /// <returns>The work's exit code.</returns>
    /// <exception cref="UserErrorException">The bundle is not built, or the work met an unusable input.</exception>
    public static async Task<int> RunAsync(string currentFolder, Func<RepositoryLayout, Task<int>> work)
    {
        var layout = RepositoryLayout.Find(currentFolder);
        if (!File.Exists(Path.Combine(layout.Bundle, "RegCls.dll")))
        {
            throw new UserErrorException($"The library is not built yet: {layout.Bundle} has no RegCls.dll; run `dotnet build lib/RegCls.Interactive -c Release` in the repository's folder.");
        }

        using var bundle = new BundleAssemblies();
        bundle.Provide(layout.Bundle);
        try
        {
            return await work(layout).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsInput(exception))
        {
            throw new UserErrorException(exception.Message, exception);
        }
    }

    /// <summary>Whether what the library threw is about files and data, which the user can put right.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>False where the work itself failed.</returns>
    public static bool IsInput(Exception exception) => exception is InvalidDataException or IOException or UnauthorizedAccessException or DllNotFoundException;
}
