using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Training.Depth;

namespace RegCls.Tests.Training.Depth;

public class DepthViewTests
{
    private const int Width = 32, Height = 24, Area = Width * Height;

    [Fact]
    public void The_plain_view_is_the_frame_itself()
    {
        SlopedFrames frames = new(1, Width, Height);
        (float[] pixels, ushort[] depths) = Seen(DepthView.Plain, frames.Colour(0), frames.Depth(0));
        Assert.Equal(frames.Depth(0).ToArray(), depths);
        Assert.All(Enumerable.Range(0, 3 * Area), i => Assert.Equal(frames.Colour(0)[i] / 127.5f - 1, pixels[i], 1e-5f));
    }

    [Fact]
    public void Image_and_depth_stay_aligned_however_they_are_turned_and_mirrored()
    {
        // The image shows its own depth: 20 grey levels a metre, on a slope that is nowhere level.
        ushort[] depth = [.. Enumerable.Range(0, Area).Select(i => (ushort)(500 + 150 * (i % Width) + 90 * (i / Width)))];
        byte[] colour = [.. Enumerable.Range(0, 3).SelectMany(_ => depth.Select(value => (byte)Math.Round(value / 50.0)))];
        RandomStream stream = RandomStream.Named("views");
        foreach (bool mirrored in (bool[])[false, true])
        {
            for (int i = 0; i < 20; i++)
            {
                (float[] pixels, ushort[] depths) = Seen(new DepthView(stream.NextUniform(-20, 20), mirrored, 1, 1, 1), colour, depth);
                int known = 0;
                for (int place = 0; place < Area; place++)
                {
                    if (depths[place] > 0)
                    {
                        known++;

                        // Half a pixel either way is at most 120 mm; a pixel of misalignment would be 150.
                        Assert.InRange((pixels[place] + 1) * 127.5 * 50 - depths[place], -150, 150);
                    }
                    else
                    {
                        Assert.Equal(-1, pixels[place]);
                    }
                }

                Assert.InRange(known, 0.7 * Area, Area);
            }
        }
    }

    [Fact]
    public void A_mirrored_frame_is_the_mirror_image()
    {
        SlopedFrames frames = new(1, Width, Height);
        (float[] pixels, ushort[] depths) = Seen(new DepthView(0, true, 1, 1, 1), frames.Colour(0), frames.Depth(0));
        for (int place = 0; place < Area; place++)
        {
            int mirror = place / Width * Width + Width - 1 - place % Width;
            Assert.Equal(frames.Depth(0)[mirror], depths[place]);
            Assert.Equal(frames.Colour(0)[mirror] / 127.5f - 1, pixels[place], 1e-5f);
        }
    }

    [Fact]
    public void A_turn_by_90_degrees_of_a_square_is_exact()
    {
        ushort[] depth = [.. Enumerable.Range(1, 16).Select(value => (ushort)value)];
        byte[] colour = [.. Enumerable.Range(0, 48).Select(value => (byte)value)];
        float[] pixels = new float[48];
        ushort[] depths = new ushort[16];
        new DepthView(90, false, 1, 1, 1).Copy(colour, depth, 4, pixels, depths);
        Assert.Equal([4, 8, 12, 16, 3, 7, 11, 15, 2, 6, 10, 14, 1, 5, 9, 13], depths.Select(value => (int)value));
        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal((depths[i] - 1) / 127.5f - 1, pixels[i], 1e-4f));
    }

    [Fact]
    public void Colours_change_and_depths_do_not()
    {
        byte[] colour = [100, 200, 60, 120, 20, 40];
        double[] greys = [.. Enumerable.Range(0, 2).Select(i => 0.299 * colour[i] + 0.587 * colour[2 + i] + 0.114 * colour[4 + i])];
        float[] seen = new float[12];
        ushort[] same = new ushort[4];
        new DepthView(0, false, 1.1, 1.2, 0.5).Copy([100, 200, 100, 200, 60, 120, 60, 120, 20, 40, 20, 40], [1000, 2000, 1000, 2000], 2, seen, same);
        Assert.Equal([1000, 2000, 1000, 2000], same.Select(value => (int)value));
        for (int plane = 0; plane < 3; plane++)
        {
            for (int i = 0; i < 2; i++)
            {
                double saturated = greys[i] + 0.5 * (colour[2 * plane + i] - greys[i]), contrasted = greys.Average() + 1.2 * (saturated - greys.Average());
                Assert.Equal(Math.Clamp(1.1 * contrasted, 0, 255) / 127.5 - 1, seen[4 * plane + i], 1e-4);
            }
        }
    }

    [Fact]
    public void Views_are_drawn_within_the_options()
    {
        RandomStream stream = RandomStream.Named("drawn views");
        DepthView[] views = [.. Enumerable.Range(0, 2000).Select(_ => DepthView.Draw(stream, new DepthTrainingOptions { Rotation = 5, Colour = 0.4 }))];
        Assert.All(views, view => Assert.True(Math.Abs(view.Angle) <= 5 && view.Brightness is >= 0.6 and <= 1.4 && view.Contrast is >= 0.6 and <= 1.4 && view.Saturation is >= 0.6 and <= 1.4));
        Assert.InRange(views.Count(view => view.Mirrored), 850, 1150);
        Assert.InRange(views.Max(view => view.Angle), 4.5, 5);
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal(DepthView.Plain, DepthView.Draw(stream, new DepthTrainingOptions { Rotation = 0, Colour = 0, Flip = false })));
    }

    [Fact]
    public void Half_the_resolution_is_a_depth_that_is_there()
    {
        ushort[] half = new ushort[2], none = new ushort[1];
        DepthPixels.Halve([1000, 5000, 0, 0, 1100, 5100, 0, 700], 4, half);
        Assert.Equal([1100, 700], half.Select(value => (int)value));
        DepthPixels.Halve([0, 0, 0, 0], 2, none);
        Assert.Equal(0, none[0]);
        byte[] mask = new byte[2];
        DepthPixels.HalveMask([0, 0, 0, 0, 0, 1, 0, 0], 4, mask);
        Assert.Equal([1, 0], mask.Select(value => (int)value));
        SlopedFrames masked = new(1, 16, 16, masked: true);
        ushort[] counted = DepthPixels.Counted(masked, 0);
        Assert.All(Enumerable.Range(0, 64), i => Assert.True(i % 8 < 4 || counted[i] == 0));
        Assert.Contains(counted, depth => depth > 0);
    }

    private static (float[] Pixels, ushort[] Depths) Seen(DepthView view, ReadOnlySpan<byte> colour, ReadOnlySpan<ushort> depth)
    {
        float[] pixels = new float[3 * Area];
        ushort[] depths = new ushort[Area];
        view.Copy(colour, depth, Width, pixels, depths);
        return (pixels, depths);
    }
}
