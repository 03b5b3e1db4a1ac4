using System.Globalization;
using System.Text;
using PureHDF;
using RegCls.Data.Depth;
using RegCls.Tests.Data.Images;
using SkiaSharp;

namespace RegCls.Tests.Data.Depth;

/// <summary>The layouts that data sets of rooms have on disk, with depths as rooms have them: 1 to 4 m from left to right, a little more in each frame.</summary>
internal static class MadeUpRooms
{
    public const int Width = 64, Height = 48;

    /// <summary>The depth in metres of a pixel of a frame.</summary>
    public static double Metres(int frame, int x) => 1 + 3.0 * x / (Width - 1) + 0.01 * (frame % 10);

    /// <summary>A depth map in any unit.</summary>
    public static byte[] Png(int frame, double perMetre, int bits = 16) => GreyPng.Encode([.. Enumerable.Range(0, Width * Height).Select(k => (ushort)Math.Round(perMetre * Metres(frame, k % Width)))], Width, Height, bits);

    /// <summary>NYUD2-DIR: five folders of four pictures to train on, ten to test on.</summary>
    /// <param name="perMetre">The unit of the test part.</param>
    /// <param name="folders">Folders of the training pictures.</param>
    public static IEnumerable<(string Name, byte[] Bytes)> Nyud2(double perMetre = 1000, params string[] folders)
    {
        folders = folders.Length > 0 ? folders : [.. Enumerable.Range(0, 5).Select(i => string.Create(CultureInfo.InvariantCulture, $"room_{i:0000}_out"))];
        StringBuilder train = new(), test = new();
        for (int i = 0; i < 20; i++)
        {
            string stem = string.Create(CultureInfo.InvariantCulture, $"nyu2_train/{folders[i % folders.Length]}/{i}");
            yield return ($"{stem}.jpg", MadeUpImages.Jpeg(i, Width, Height));
            yield return ($"{stem}.png", Png(i, 25.5, 8));
            train.Append(CultureInfo.InvariantCulture, $"data/{stem}.jpg,data/{stem}.png\n");
        }

        for (int i = 0; i < 10; i++)
        {
            string stem = string.Create(CultureInfo.InvariantCulture, $"nyu2_test/{i:00000}");
            yield return ($"{stem}_colors.png", MadeUpImages.Jpeg(100 + i, Width, Height, SKEncodedImageFormat.Png));
            yield return ($"{stem}_depth.png", Png(i, perMetre));
            test.Append(CultureInfo.InvariantCulture, $"data/{stem}_colors.png,data/{stem}_depth.png\n");
        }

        yield return ("nyu2_train.csv", Encoding.UTF8.GetBytes(train.ToString()));
        yield return ("nyu2_test.csv", Encoding.UTF8.GetBytes(test.ToString()));
    }

    /// <summary>A test mask as NumPy writes it, all ones or all zeros.</summary>
    public static byte[] Mask(byte value, params int[] shape)
    {
        string header = $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({string.Join(", ", shape)}{(shape.Length == 1 ? "," : "")}), }}".PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. Enumerable.Repeat(value, shape.Aggregate((a, b) => a * b))];
    }

    /// <summary>A recording of pairs.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Recording(int frames, double perMetre = 1000) => Enumerable.Range(0, frames).SelectMany(i => new[]
    {
        (string.Create(CultureInfo.InvariantCulture, $"seq-01/frame-{i:000000}.color.png"), MadeUpImages.Jpeg(i, Width, Height, SKEncodedImageFormat.Png)),
        (string.Create(CultureInfo.InvariantCulture, $"seq-01/frame-{i:000000}.depth.png"), Png(i, perMetre)),
    });

    /// <summary>Twelve pictures of as many scenes as are named, in the layout of NYUv2, of any number type.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="image">A byte as the type of the images.</param>
    /// <param name="metres">Metres as the type and unit of the depths.</param>
    /// <param name="scenes">Names of scenes, taken in turn.</param>
    /// <param name="sideways">Whether width and height are swapped.</param>
    /// <param name="change">What happens to images and depths before they are written.</param>
    public static string Mat<TImage, TDepth>(
        string path, Func<double, TImage> image, Func<double, TDepth> metres, string[] scenes, bool sideways = false, Action<TImage[,,,], TDepth[,,]>? change = null)
        where TImage : unmanaged
        where TDepth : unmanaged
    {
        (int across, int down) = sideways ? (Height, Width) : (Width, Height);
        TImage[,,,] images = new TImage[12, 3, across, down];
        TDepth[,,] depths = new TDepth[12, across, down];
        Random random = new(5);
        for (int n = 0; n < 12; n++)
        {
            for (int x = 0; x < across; x++)
            {
                for (int y = 0; y < down; y++)
                {
                    (images[n, 0, x, y], images[n, 1, x, y], images[n, 2, x, y]) = (image(random.Next(256)), image(random.Next(256)), image(20 * n));
                    depths[n, x, y] = metres(Metres(n, sideways ? y : x));
                }
            }
        }

        change?.Invoke(images, depths);
        H5Dataset[] names = [.. scenes.Select(scene => new H5Dataset(scene.Select(letter => (ushort)letter).ToArray()))];
        H5File file = new() { ["images"] = new H5Dataset(images), ["depths"] = new H5Dataset(depths) };
        if (scenes.Length > 0)
        {
            H5Group references = [];
            for (int i = 0; i < names.Length; i++)
            {
                references[$"n{i}"] = names[i];
            }

            file["#refs#"] = references;
            file["scenes"] = new H5Dataset(Enumerable.Range(0, 12).Select(i => new H5ObjectReference(names[i % names.Length])).ToArray());
        }

        file.Write(path);
        return path;
    }
}
