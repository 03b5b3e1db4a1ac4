using System.Globalization;
using System.Text;
using RegCls.Data;
using RegCls.Data.Sets;
using RegCls.Data.Video;
using RegCls.Tests.Fuzz;
using static RegCls.Tests.Data.Video.MadeUpFeatures;

namespace RegCls.Tests.Data.Video;

/// <summary>Sets of videos as people have them: with files of other kinds, the same video twice, several gzip members, people who were lost. What is used and what is left out add up to the files.</summary>
public sealed class DisturbedVideosTests
{
    private static readonly string[] Endings = [".txt", ".npy", ".gz"];

    [Fact]
    public void Whatever_lies_beside_the_features_each_video_counts_once_and_every_file_is_accounted_for()
    {
        foreach (int seed in FuzzSeeds.Take(40))
        {
            using TemporaryFolder folder = new();
            RandomStream stream = RandomStream.Named("test", "disturbed videos", seed);
            Dictionary<string, float[]> videos = [];
            for (int i = 0; i < 6; i++)
            {
                int person = 3 + stream.NextInt32(52);
                string name = string.Create(CultureInfo.InvariantCulture, $"P{person:00}_cam0{i}_P{person:00}_{BreakfastName.Tasks[stream.NextInt32(10)]}");
                videos[name] = Numbers(2 + stream.NextInt32(4), $"{seed} {i}");
                Write(folder, $"{(i % 2 == 0 ? "" : "s1/")}{name}{Form(stream, videos[name], out byte[] bytes)}", bytes);
            }

            for (int i = 0; i < 5; i++)
            {
                Disturb(folder, stream, videos.ElementAt(stream.NextInt32(videos.Count)));
            }

            string place = Path.Combine(folder.FullPath, "features");
            int files = Directory.GetFiles(place, "*", SearchOption.AllDirectories).Count(file => Endings.Contains(Path.GetExtension(file)));
            for (int time = 0; time < 2; time++)
            {
                using VideoSet set = BreakfastReader.Read(place, Path.Combine(folder.FullPath, "cache"));
                Assert.Equal(videos.Keys.Order(StringComparer.Ordinal), set.Clips.Select(Name).Order(StringComparer.Ordinal));
                Assert.All(set.Clips, clip => Assert.Equal(videos[Name(clip)], clip.TableRows.SelectMany(row => set.Features.Row(row).ToArray())));
                Assert.Equal(files, set.Clips.Count + set.Problems.Sum(problem => problem.Count));
            }
        }
    }

    [Fact]
    public void A_sequence_with_any_joint_at_the_origin_is_left_out_and_a_second_copy_too()
    {
        foreach (int seed in FuzzSeeds.Take(40))
        {
            using TemporaryFolder folder = new();
            RandomStream stream = RandomStream.Named("test", "disturbed skeletons", seed);
            List<string> usable = [];
            int files = 0;
            for (int take = 1; take <= 6; take++)
            {
                string[] lines = [.. Enumerable.Range(0, 20 * (2 + stream.NextInt32(3))).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{stream.NextDouble() + 0.1:F3} {stream.NextDouble():F3} {stream.NextDouble() + 2:F3} 1"))];
                bool lost = take > 1 && stream.NextInt32(2) == 0;
                if (lost)
                {
                    int frame = stream.NextInt32(lines.Length / 20), joints = new[] { 1, 10, 19, 20 }[stream.NextInt32(4)];
                    Enumerable.Range(20 * frame, joints).ToList().ForEach(line => lines[line] = "0 0 0 0");
                }
                else
                {
                    usable.Add($"take {take}");
                }

                string name = $"a02_s03_e0{take}_skeleton3D.txt";
                Write(folder, name, Encoding.ASCII.GetBytes(string.Join('\n', lines)));
                files++;
                if (stream.NextInt32(3) == 0)
                {
                    Write(folder, $"again/{(stream.NextInt32(2) == 0 ? name : $"a02_s04_e0{take}_skeleton3D.txt")}", Encoding.ASCII.GetBytes(string.Join('\n', lines)));
                    files++;
                }
            }

            Write(folder, "about_skeleton3D.txt", "The sequences."u8.ToArray());
            VideoSet set = SkeletonReader.Read(Path.Combine(folder.FullPath, "features"));
            Assert.Equal(usable, set.Clips.Select(clip => clip.Camera));
            Assert.Equal(files + 1, set.Clips.Count + set.Problems.Sum(problem => problem.Count));
        }
    }

    [Fact]
    public void A_set_in_which_nobody_was_seen_is_refused_in_one_sentence()
    {
        using TemporaryFolder folder = new();
        Write(folder, "a01_s01_e01_skeleton3D.txt", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0 0 0 0\n", 40))));
        string message = Assert.Throws<InvalidDataException>(() => SkeletonReader.Read(Path.Combine(folder.FullPath, "features"))).Message;
        Assert.Contains("no usable video; person not seen whole: 1, such as high arm wave, person 1, take 1: 2 of 2 frames have joints at the origin", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_still_stops_the_reading_where_nothing_else_has_its_video()
    {
        using TemporaryFolder folder = new();
        Write(folder, "P03_cam01_P03_tea.txt", Text(Numbers(4, "whole")));
        Write(folder, "P04_cam01_P04_tea.txt", Text(Numbers(4, "torn"))[..^40]);
        string place = Path.Combine(folder.FullPath, "features"), cache = Path.Combine(folder.FullPath, "cache");
        Assert.Contains("P04_cam01_P04_tea.txt, line 4: the last row is torn", Assert.Throws<InvalidDataException>(() => BreakfastReader.Read(place, cache)).Message, StringComparison.Ordinal);

        // With the same video beside it, whole, it is left out with the reason.
        float[] whole = Numbers(4, "torn");
        Write(folder, "P04_cam01_P04_tea.npy", Npy(whole, 64, "<f4"));
        using VideoSet set = BreakfastReader.Read(place, cache);
        Assert.Equal(whole, set.Clips[1].TableRows.SelectMany(row => set.Features.Row(row).ToArray()));
        Assert.Contains("P04_cam01_P04_tea.txt, line 4: the last row is torn", Assert.Single(set.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_of_several_members_is_whole_and_a_torn_last_member_is_not()
    {
        byte[] text = Text(Numbers(9, "members"));
        byte[] two = [.. Packed(text[..500]), .. Packed(text[500..])], blocks = [.. two, .. Packed([])];
        Assert.Equal(text, GzipFile.Unpack(two, "x.gz", 1 << 20));
        Assert.Equal(text, GzipFile.Unpack(blocks, "x.gz", 1 << 20));
        int first = Packed(text[..500]).Length;
        for (int cut = 1; cut < two.Length - first; cut++)
        {
            Assert.Throws<InvalidDataException>(() => GzipFile.Unpack(two[..^cut], "x.gz", 1 << 20));
        }
    }

    private static void Disturb(TemporaryFolder folder, RandomStream stream, KeyValuePair<string, float[]> video)
    {
        string name = video.Key;
        byte[] words = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("SIL\n", 5))), numbers = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("7\n", 5)));
        switch (stream.NextInt32(9))
        {
            case 0: Write(folder, "README.txt", "Features of Breakfast.\n"u8.ToArray()); break;
            case 1: Write(folder, $"groundTruth/{name}.txt", words); break;
            case 2: Write(folder, $"labels/{name}.txt", numbers); break;
            case 3: Write(folder, "mapping/mapping.txt", "0 SIL\n1 pour\n"u8.ToArray()); break;
            case 4: Write(folder, $"__MACOSX/._{name}.txt", [0, 5, 22, 7, 0]); break;
            case 5: Write(folder, $"s2/{name}{Form(stream, video.Value, out byte[] bytes)}", bytes); break;
            case 6: Write(folder, $"s3/P54_webcam01_P54_{name.Split('_')[^1]}.npy", Npy(video.Value, 64, "<f4")); break;
            case 7: Write(folder, $"{name}.labels.txt", words); break;
            default: Write(folder, "means.npy", Npy(Numbers(1, "means"), 64, "<f4")); break;
        }
    }

    private static string Form(RandomStream stream, float[] values, out byte[] bytes)
    {
        byte[] text = Text(values);
        (string ending, bytes) = stream.NextInt32(5) switch
        {
            0 => (".txt", text),
            1 => (".npy", Npy(values, 64, "<f4")),
            2 => (".npy.gz", Packed(Npy(values, 64, "<f8"))),
            3 => (".txt.gz", Packed(text)),
            _ => (".txt.gz", [.. Packed(text[..100]), .. Packed(text[100..])]),
        };
        return ending;
    }

    private static string Name(VideoClip clip) => string.Create(CultureInfo.InvariantCulture, $"P{clip.Person:00}_{clip.Camera}_P{clip.Person:00}_{clip.Task}");

    private static void Write(TemporaryFolder folder, string name, byte[] bytes)
    {
        string path = Path.Combine(folder.FullPath, "features", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
