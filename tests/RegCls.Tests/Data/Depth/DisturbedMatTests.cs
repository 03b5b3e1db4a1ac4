using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Sets;
using RegCls.Tests.Fuzz;

namespace RegCls.Tests.Data.Depth;

/// <summary>NYUv2's labelled file, disturbed at random: pictures that cannot be used are counted and named, a file that is another one is refused in one sentence that gives no wrong advice. REGCLS_FUZZ_SECONDS searches longer.</summary>
public sealed class DisturbedMatTests : IDisposable
{
    private const int Pictures = 12;
    private static readonly string[] Scenes = ["kitchen_0001", "bedroom_0002", "office_0003", "study_0004", "den_0005", "attic_0006"];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Pictures_that_cannot_be_used_are_left_out_and_named_and_none_is_used_twice()
    {
        foreach (int seed in FuzzSeeds.Take(12))
        {
            Random random = new(seed);
            int[] order = [.. Enumerable.Range(0, Pictures)];
            random.Shuffle(order);
            int[] kinds = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(4))];
            string file = MadeUpRooms.Mat(Path.Combine(folder.FullPath, $"{seed}.mat"), value => (byte)value, value => (float)value, Scenes, change: (images, depths) =>
            {
                for (int i = 0; i < kinds.Length; i++)
                {
                    Disturb(images, depths, kinds[i], order[i], order[^(i + 1)]);
                }
            });

            string which = $"seed {seed}, kinds {string.Join(", ", kinds)}, pictures {string.Join(", ", order)}";
            DataReport report = DepthDataSets.NyuLabelled.Check(file);
            Assert.True(report.Accounting.AddsUp, $"{which}: {report.Accounting}");
            Assert.True((Pictures, kinds.Length) == (report.Accounting.Found, report.Skipped), $"{which}: {string.Join("; ", report.Accounting.Lines())}");
            Assert.All(report.Problems.SelectMany(problem => problem.Examples), example => Assert.Contains(Scenes, scene => example.Contains(scene, StringComparison.Ordinal)));
            using DepthCache cache = DepthCache.Open(new NyuLabelledSource(file), 32, 24, Path.Combine(folder.FullPath, "cache"));
            Assert.Equal(report.Usable, Enumerable.Range(0, cache.Count).Select(i => Convert.ToHexString(cache.Colour(i))).Distinct().Count());
        }
    }

    [Fact]
    public void A_file_of_another_kind_is_named_with_what_is_wrong_and_only_a_torn_one_is_to_be_downloaded_again()
    {
        foreach (int seed in FuzzSeeds.Take(14))
        {
            Random random = new(seed);
            string file = Path.Combine(folder.FullPath, $"{seed}.mat"), said = Spoil(file, seed % 7, random);
            Exception exception = Assert.ThrowsAny<Exception>(() => DepthDataSets.NyuLabelled.Check(file));
            Assert.IsType<InvalidDataException>(exception);
            Assert.StartsWith(file, exception.Message, StringComparison.Ordinal);
            Assert.Contains(said, exception.Message, StringComparison.Ordinal);
            Assert.Equal(said == "cut short", exception.Message.Contains("download it again", StringComparison.Ordinal));
            Assert.DoesNotContain('\n', exception.Message);
        }
    }

    private static void Disturb(byte[,,,] images, float[,,] depths, int kind, int picture, int other)
    {
        for (int x = 0; x < MadeUpRooms.Width; x++)
        {
            for (int y = 0; y < MadeUpRooms.Height; y++)
            {
                depths[picture, x, y] = kind switch { 0 => 0, 1 => float.NaN, 2 => 1000 * depths[picture, x, y], _ => depths[other, x, y] };
                for (int plane = 0; kind == 3 && plane < 3; plane++)
                {
                    images[picture, plane, x, y] = images[other, plane, x, y];
                }
            }
        }
    }

    // Writes a file with one thing wrong; returns what must be said of it.
    private static string Spoil(string file, int kind, Random random)
    {
        switch (kind)
        {
            case 0:
                MadeUpRooms.Mat(file, value => (short)value, value => (float)value, Scenes);
                return "images are signed whole numbers of 16 bits";
            case 1:
                MadeUpRooms.Mat(file, value => value / 255, value => (float)value, Scenes);
                return "images are floating-point numbers of 64 bits";
            case 2:
                MadeUpRooms.Mat(file, value => (byte)value, value => (int)(1000 * value), Scenes);
                return "depths are signed whole numbers of 32 bits";
            case 3:
                MadeUpRooms.Mat(file, value => (byte)value, value => (float)value, Scenes, sideways: true);
                return "lie on their side";
            case 4:
                MadeUpRooms.Mat(file, value => (byte)value, value => (float)value, []);
                return "scenes cannot be read";
            case 5:
                MadeUpRooms.Mat(file, value => (byte)value, value => value, Scenes);
                byte[] bytes = File.ReadAllBytes(file);
                File.WriteAllBytes(file, bytes[..random.Next(600, bytes.Length)]);
                return "cut short";
            default:
                byte[] noise = new byte[random.Next(0, 9000)];
                random.NextBytes(noise);
                File.WriteAllBytes(file, noise);
                return "is no HDF5 file";
        }
    }
}
