using System.Globalization;
using CsvHelper;
using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>Writes a source as people keep such data: PNG files and a table <c>age,path,split</c> beside them, which <see cref="LabelledCsvSource"/> reads again.</summary>
public static class LabelledCsvWriter
{
    /// <summary>Writes all images of a source; those that cannot be decoded are left out.</summary>
    /// <param name="source">The images.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="folder">Where; it is made if it is not there. Files of the same names are replaced.</param>
    /// <returns>The table, <c>images.csv</c>; written last and in one move, so a stopped run leaves none.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(IImageSource source, int size, string folder)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Directory.CreateDirectory(folder);
        string table = Path.Combine(folder, "images.csv"), temporary = table + ".tmp";
        using (StreamWriter writer = new(temporary))
        using (CsvWriter csv = new(writer, CultureInfo.InvariantCulture))
        {
            csv.WriteField("age");
            csv.WriteField("path");
            csv.WriteField("split");
            csv.NextRecord();
            int number = 0;
            foreach (ImageEntry entry in source.Read(new ProblemLog()))
            {
                byte[] pixels;
                try
                {
                    pixels = entry.Pixels(size).Planes;
                }
                catch (ImageDecodingException)
                {
                    continue;
                }

                string name = FormattableString.Invariant($"{number++:000000}.png");
                File.WriteAllBytes(Path.Combine(folder, name), ContactSheet.Png([[pixels]], size));
                csv.WriteField(entry.Label);
                csv.WriteField(name);
                csv.WriteField(entry.Subset switch { Labels.Subset.Train => "train", Labels.Subset.Validation => "val", Labels.Subset.Test => "test", _ => "" });
                csv.NextRecord();
            }
        }

        File.Move(temporary, table, overwrite: true);
        return table;
    }
}
