using System.Buffers.Binary;
using System.Globalization;
using PureHDF;
using PureHDF.Selections;
using PureHDF.VOL.Native;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// NYUv2's labelled part, <c>nyu_depth_v2_labeled.mat</c> (HDF5, 2.8 GB): <c>images</c> <c>[N, 3, width, height]</c> bytes, <c>depths</c> <c>[N, width, height]</c> in metres, <c>scenes</c> the names of the scenes. One picture is read at a
/// time; the file is never loaded whole. Its official split is in another file; here a fifth of the rooms each is validation and test.
/// </summary>
public sealed class NyuLabelledSource : IDepthSource
{
    private const string Expected = "expected nyu_depth_v2_labeled.mat with images [N, 3, width, height] and depths [N, width, height]";
    private readonly string path;
    private readonly int seed;
    private readonly double? perMetre;

    /// <summary>Looks at the header; pictures are read later.</summary>
    /// <param name="path">The file, or the folder that holds <c>nyu_depth_v2_labeled.mat</c>.</param>
    /// <param name="seed">Names the stream that draws the rooms of validation and test.</param>
    /// <param name="perMetre">How many units of depth are a metre; null for 1, as in the published file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no HDF5, cut short, or holds other data.</exception>
    public NyuLabelledSource(string path, int seed = 0, double? perMetre = null)
    {
        this.perMetre = perMetre;
        this.path = Path.GetFullPath(Directory.Exists(path) ? Path.Combine(path, "nyu_depth_v2_labeled.mat") : path);
        this.seed = seed;
        if (!File.Exists(this.path))
        {
            throw new FileNotFoundException($"{this.path} does not exist; {Expected}.");
        }

        CheckLength();
        using NativeFile file = Open();
        _ = Shape(file);
        Identity = $"NYUv2 labelled seed {seed} by rooms {perMetre:R} {FileIdentity.Of(Path.GetDirectoryName(this.path)!, [this.path])}";
        Description = $"NYUv2 labelled, {this.path}";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public string Identity { get; }

    /// <inheritdoc/>
    public bool HasMasks => false;

    /// <inheritdoc/>
    public bool UnitIsSaid => perMetre is not null;

    /// <inheritdoc/>
    public double PerMetre(Subset? part) => perMetre ?? 1;

    /// <inheritdoc/>
    public IEnumerable<DepthEntry> Read(ProblemLog problems)
    {
        int count, width, height;
        string[] scenes;
        using (NativeFile file = Open())
        {
            (count, width, height) = Shape(file);
            scenes = Scenes(file, count);
        }

        string[] rooms = [.. scenes.Select(RoomName.Of)];
        IReadOnlyDictionary<string, Subset> parts = new GroupSplit { TestShare = 0.2 }.Split(rooms, seed);
        for (int i = 0; i < count; i++)
        {
            ulong index = (ulong)i;
            problems.Find("pictures");
            yield return new DepthEntry($"{scenes[i]}/{i + 1:0000}", rooms[i], parts[rooms[i]], (_, _) => Picture(index, width, height));
        }
    }

    // Each picture opens the file for itself: PureHDF's files are for one thread, and a picture may be decoded after the reading has ended. What is read lies column by column.
    private DepthPicture Picture(ulong index, int width, int height)
    {
        byte[] colour;
        float[] metres;
        int bits;
        try
        {
            using NativeFile file = Open();
            colour = file.Dataset("images").Read<byte[]>(new HyperslabSelection(4, [index, 0, 0, 0], [1, 3, (ulong)width, (ulong)height]));
            HyperslabSelection one = new(3, [index, 0, 0], [1, (ulong)width, (ulong)height]);
            IH5Dataset depths = file.Dataset("depths");
            bits = 8 * depths.Type.Size;
            metres = depths.Type.Size == sizeof(double) ? Array.ConvertAll(depths.Read<double[]>(one), value => (float)value) : depths.Read<float[]>(one);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            throw new ImageDecodingException(ProblemKind.Undecodable, $"its data cannot be read ({exception.Message.TrimEnd('.')})");
        }

        if (perMetre is { } scale)
        {
            metres = Array.ConvertAll(metres, value => (float)(value / scale));
        }

        RequireMetres(metres);
        int area = width * height;
        byte[] planes = new byte[3 * area];
        ushort[] depth = new ushort[area];
        for (int x = 0; x < width; x++)
        {
            for (int y = 0; y < height; y++)
            {
                int from = x * height + y, to = y * width + x;
                for (int plane = 0; plane < 3; plane++)
                {
                    planes[plane * area + to] = colour[plane * area + from];
                }

                float value = metres[from];
                depth[to] = value is > 0 and < 65.5f ? (ushort)MathF.Round(1000 * value) : (ushort)0;
            }
        }

        return new DepthPicture { Width = width, Height = height, Colour = planes, Depth = depth, Bits = bits };
    }

    // What is too far for millimetres in 16 bits would not be known, and its unit would not be asked for.
    private void RequireMetres(float[] metres)
    {
        if (!Array.Exists(metres, value => value is > 0 and < 65.5f) && Array.FindAll(metres, value => value > 0 && float.IsFinite(value)) is { Length: > 0 } far)
        {
            Array.Sort(far);
            throw new ImageDecodingException(ProblemKind.NoDepth, string.Create(
                CultureInfo.InvariantCulture, $"its depths have a median of {far[far.Length / 2]:0.##} m; they may be stored in {DepthUnit.Nearest(PerMetre(null), far[far.Length / 2] / 2.5)}"));
        }
    }

    private NativeFile Open()
    {
        try
        {
            return H5File.OpenRead(path);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new InvalidDataException($"{path} cannot be read as HDF5 ({exception.Message.TrimEnd('.')}); {Expected}.", exception);
        }
    }

    private (int Count, int Width, int Height) Shape(NativeFile file)
    {
        ulong[] images, depths;
        try
        {
            if (!file.LinkExists("images") || !file.LinkExists("depths"))
            {
                throw new InvalidDataException($"{path} holds {string.Join(", ", file.Children().Select(child => child.Name).Take(12))}; {Expected}.");
            }

            (images, depths) = (file.Dataset("images").Space.Dimensions, file.Dataset("depths").Space.Dimensions);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or InvalidDataException))
        {
            throw new InvalidDataException($"{path} cannot be read as HDF5 ({exception.Message.TrimEnd('.')}); {Expected}.", exception);
        }

        if (images.Length != 4 || depths.Length != 3 || images[1] != 3 || images[0] == 0 || images[0] != depths[0] || images[2] != depths[1] || images[3] != depths[2])
        {
            throw new InvalidDataException($"{path}: images [{string.Join(", ", images)}] and depths [{string.Join(", ", depths)}] do not belong together; {Expected}: the axes may be in another order.");
        }

        Require(file, "images", type => type.Class == H5DataTypeClass.FixedPoint && type.Size == 1 && !type.FixedPoint.IsSigned, "bytes from 0 to 255 (uint8)");
        Require(file, "depths", type => type.Class == H5DataTypeClass.FloatingPoint && type.Size is 4 or 8, "metres as floating-point numbers (float32)");
        return images[2] >= images[3]
            ? ((int)images[0], (int)images[2], (int)images[3])
            : throw new InvalidDataException($"{path}: pictures lie on their side, images are [{string.Join(", ", images)}]; the order may be [N, 3, height, width]: swap the last two axes of images and depths; {Expected}, wider than high.");
    }

    private void Require(NativeFile file, string name, Func<IH5DataType, bool> accepts, string expected)
    {
        IH5DataType type = file.Dataset(name).Type;
        if (!accepts(type))
        {
            string kind = type.Class == H5DataTypeClass.FixedPoint ? type.FixedPoint.IsSigned ? "signed whole" : "whole" : type.Class == H5DataTypeClass.FloatingPoint ? "floating-point" : "other";
            throw new InvalidDataException($"{path}: {name} are {kind} numbers of {8 * type.Size} bits, expected {expected}: convert them; the file is whole, another download would not help.");
        }
    }

    // A cell array: references to arrays of 16-bit characters. Without names a room could not be kept in one part.
    private string[] Scenes(NativeFile file, int count)
    {
        string why;
        try
        {
            NativeObjectReference1[] references = file.Dataset("scenes").Read<NativeObjectReference1[]>();
            if (references.Length == count)
            {
                return [.. references.Select(reference => new string([.. ((IH5Dataset)file.Get(reference)).Read<ushort[]>().Select(letter => (char)letter)]))];
            }

            why = $"has {references.Length} names for {count} pictures";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            why = $"cannot be read ({exception.Message.TrimEnd('.')})";
        }

        throw new InvalidDataException($"{path}: scenes {why}, so pictures of one room cannot be kept in one part; expected the name of a scene for each picture, as in the published file.");
    }

    // HDF5 says at its beginning where it ends. MATLAB puts 512 bytes of its own before that beginning.
    private void CheckLength()
    {
        byte[] begin = new byte[4096];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        int read = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        for (int at = 0; at + 56 <= read; at = at == 0 ? 512 : 2 * at)
        {
            if (begin.AsSpan(at).StartsWith(new byte[] { 0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A }))
            {
                long end = BinaryPrimitives.ReadInt64LittleEndian(begin.AsSpan(at + (begin[at + 8] < 2 ? 40 + (begin[at + 8] == 1 ? 4 : 0) : 28)));
                if (end > file.Length)
                {
                    throw new InvalidDataException($"{path} is cut short: it has {file.Length} of {end} bytes; copy or download it again.");
                }

                return;
            }
        }

        throw new InvalidDataException($"{path} is no HDF5 file; {Expected}.");
    }
}
