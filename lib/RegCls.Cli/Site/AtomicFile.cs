using System.Text;
using RegCls.Cli.CommandLine;

namespace RegCls.Cli.Site;

/// <summary>Writes files that are either whole or not there under their name.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a text file (UTF-8).</summary>
    /// <param name="path">The file's final name.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="UserErrorException">The folder is not writable.</exception>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a file beside its final name, then renames it.</summary>
    /// <param name="path">The file's final name; its folder is created.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="UserErrorException">The folder is not writable.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
                {
                    write(stream);
                }

                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(Path.GetDirectoryName(path)!, exception);
        }
    }

    /// <summary>Creates a folder and makes sure that files can be written into it.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="UserErrorException">The folder is not writable.</exception>
    public static void RequireWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, $".{Environment.ProcessId}-{Guid.NewGuid():N}.tmp"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(folder, exception);
        }
    }

    private static UserErrorException NotWritable(string folder, Exception exception) =>
        new($"The output folder {folder} is not writable ({exception.Message.TrimEnd('.')}); name another one with --out.", exception);
}
