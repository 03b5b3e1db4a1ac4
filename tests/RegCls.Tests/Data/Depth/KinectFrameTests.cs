using System.Security.Cryptography;
using RegCls.Data;
using RegCls.Data.Depth;

namespace RegCls.Tests.Data.Depth;

public sealed class KinectFrameTests
{
    [Fact]
    public void The_frame_is_the_one_that_the_data_notes_name()
    {
        string notes = File.ReadAllText(DataFiles.Find("README.md"));
        foreach (string name in (string[])["bookcase.color.png", "bookcase.depth.png"])
        {
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(DataFiles.Find($"kinect/{name}")))), notes, StringComparison.Ordinal);
        }

        Assert.Contains("Redistribution and use in source and binary forms", File.ReadAllText(DataFiles.Find("kinect/LICENSE")), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_depth_is_in_millimetres_with_gaps()
    {
        DepthPicture frame = KinectFrame.Load();
        Assert.Equal((320, 240), (frame.Width, frame.Height));
        ushort[] known = [.. frame.Depth.Where(depth => depth > 0)];
        Assert.Equal(68250, known.Length);
        Assert.Equal(2560, known.Max());
        Assert.Equal(1624, known.Min());

        // The wall above the bookcase is farther than the books.
        Assert.InRange(frame.Depth[60 * 320 + 240], 2000, 2600);
        Assert.InRange(frame.Depth[140 * 320 + 210], 1600, 2000);
    }
}
