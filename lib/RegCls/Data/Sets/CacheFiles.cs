namespace RegCls.Data.Sets;

/// <summary>Where decoded data sets are kept, images, depths and features alike, and how such a file is written.</summary>
public static class CacheFiles
{
    /// <summary>The environment variable with the folder.</summary>
    public const string FolderVariable = "REGCLS_CACHE";

    /// <summary>What REGCLS_CACHE names, else <c>regcls/images</c> in the user's folder for local data.</summary>
    public static string DefaultFolder => Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "regcls", "images");

    /// <summary>Writes a file beside its name and renames it when it is whole: it is either the old or the new one, whenever the process ends, and two writers do not meet.</summary>
    /// <param name="path">The file's name; its folder is created.</param>
    /// <param name="write">Writes the file of the name it is given, which is not there yet.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal static void Write(string path, Action<string> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string temporary = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        try
        {
            write(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
