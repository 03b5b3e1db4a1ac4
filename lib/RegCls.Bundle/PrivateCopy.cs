namespace RegCls.Bundle;

/// <summary>Changes a file without ever writing through a hard link.</summary>
public static class PrivateCopy
{
    /// <summary>
    /// Gives <paramref name="path"/> new contents in one step: the bytes go to a new file in the same folder, which then takes the name.
    /// Other names of the old file (a hard link from the package cache) keep the old contents, and a process that has it mapped keeps running.
    /// </summary>
    /// <param name="path">An existing file.</param>
    /// <param name="contents">The new contents.</param>
    /// <remarks>
    /// Time stamp and Unix mode are carried over: the build compares size and time, so it does not copy the original over a fixed file again.
    /// </remarks>
    /// <exception cref="IOException">The folder cannot be written; no file is changed.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> contents)
    {
        string fresh = $"{path}.{Environment.ProcessId}.new";
        try
        {
            File.WriteAllBytes(fresh, contents);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(fresh, File.GetUnixFileMode(path));
            }

            File.SetLastWriteTimeUtc(fresh, File.GetLastWriteTimeUtc(path));
            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }
}
