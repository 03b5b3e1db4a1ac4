using System.Buffers.Binary;
using PureHDF;
using PureHDF.Selections;
using PureHDF.VOL.Native;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// NYUv2's labelled part, <c>nyu_depth_v2_labeled.mat</c> (HDF5, 2.8 GB): <c>images</c> <c>[N, 3, width, height]</c> bytes, <c>depths</c> <c>[N, width, height]</c> in metres, <c>scenes</c> the names of the scenes. One picture is read at a
/// time; the file is never loaded whole. Its official split is in another file; here a fifth of the scenes each is validation and test.
/// </summary>
public sealed class NyuLabelledSource : IDepthSource
{
    private const string Expected = "expected nyu_depth_v2_labeled.mat with images [N, 3, width, height] and depths [N, width, height]";
    private readonly string path;
    private readonly int seed;

    /// <summary>Looks at the header; pictures are read later.</summary>
    /// <param name="path">The file, or the folder that holds <c>nyu_depth_v2_labeled.mat</c>.</param>
    /// <param name="seed">Names the stream that draws the scenes of validation and test.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no HDF5, cut short, or holds other data.</exception>
    public NyuLabelledSource(string path, int seed = 0)
    {
        this.path = Path.GetFullPath(Directory.Exists(path) ? Path.Combine(path, "nyu_depth_v2_labeled.mat") : path);
        this.seed = seed;
        if (!File.Exists(this.path))
        {
            throw new FileNotFoundException($"{this.path} does not exist; {Expected}.");
        }

        CheckLength();
        using NativeFile file = Open();
        _ = Shape(file);
        Identity = $"NYUv2 labelled seed {seed} {FileIdentity.Of(Path.GetDirectoryName(this.path)!, [this.path])}";
        Description = $"NYUv2 labelled, {this.path}";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public string Identity { get; }

    /// <inheritdoc/>
    public bool HasMasks => false;

    /// <inheritdoc/>
    public IEnumerable<DepthEntry> Read(ProblemLog problems)
    {
        int count, width, height;
        string[] scenes;
        using (NativeFile file = Open())
        {
            (count, width, height) = Shape(file);
            scenes = Scenes(file, count, problems);
        }

        IReadOnlyDictionary<string, Subset> parts = new GroupSplit { TestShare = 0.2 }.Split(scenes, seed);
        for (int i = 0; i < count; i++)
        {
            ulong index = (ulong)i;
            yield return new DepthEntry($"{scenes[i]}/{i + 1:0000}", scenes[i], parts[scenes[i]], (_, _) => Picture(index, width, height));
        }
    }

    // Each picture opens the file for itself: PureHDF's files are for one thread, and a picture may be decoded after the reading has ended. What is read lies column by column.
    private DepthPicture Picture(ulong index, int width, int height)
    {
        byte[] colour;
        float[] metres;
        try
        {
            using NativeFile file = Open();
            colour = file.Dataset("images").Read<byte[]>(new HyperslabSelection(4, [index, 0, 0, 0], [1, 3, (ulong)width, (ulong)height]));
            metres = file.Dataset("depths").Read<float[]>(new HyperslabSelection(3, [index, 0, 0], [1, (ulong)width, (ulong)height]));
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            throw new ImageDecodingException(ProblemKind.Truncated, $"its data cannot be read ({exception.Message.TrimEnd('.')})");
        }

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

        return new DepthPicture { Width = width, Height = height, Colour = planes, Depth = depth };
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

        return images.Length == 4 && depths.Length == 3 && images[1] == 3 && images[0] > 0 && images[0] == depths[0] && images[2] == depths[1] && images[3] == depths[2]
            ? ((int)images[0], (int)images[2], (int)images[3])
            : throw new InvalidDataException($"{path}: images [{string.Join(", ", images)}] and depths [{string.Join(", ", depths)}] do not belong together; {Expected}.");
    }

    // A cell array: references to arrays of 16-bit characters. Where it cannot be read each picture is a scene of its own.
    private static string[] Scenes(NativeFile file, int count, ProblemLog problems)
    {
        try
        {
            NativeObjectReference1[] references = file.Dataset("scenes").Read<NativeObjectReference1[]>();
            if (references.Length == count)
            {
                return [.. references.Select(reference => new string([.. ((IH5Dataset)file.Get(reference)).Read<ushort[]>().Select(letter => (char)letter)]))];
            }

            problems.Add(ProblemKind.IncompleteName, $"scenes has {references.Length} names for {count} pictures; each picture counts as a scene");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            problems.Add(ProblemKind.IncompleteName, $"scenes cannot be read ({exception.Message.TrimEnd('.')}); each picture counts as a scene");
        }

        return [.. Enumerable.Range(0, count).Select(i => $"picture-{i + 1:0000}")];
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
