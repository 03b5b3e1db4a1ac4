using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RegCls.Data.Images;

/// <summary>Tells whether files have changed: a hash over names, lengths and times of change.</summary>
internal static class FileIdentity
{
    /// <summary>A hash of a list of files, in the order given; a file that is not there counts by its name.</summary>
    public static string Of(string root, IEnumerable<string> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files)
        {
            FileInfo info = new(file);
            string line = info.Exists
                ? string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(root, file)}|{info.Length}|{info.LastWriteTimeUtc.Ticks}\n")
                : $"{Path.GetRelativePath(root, file)}|missing\n";
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
