namespace RegCls.Data.Depth;

/// <summary>How the depths of a frame are made half as large, the resolution at which depth is predicted.</summary>
public static class DepthPixels
{
    /// <summary>Of each 2×2 pixels the (lower) median of the known depths, so that no depth is made up between a thing and what is behind it; 0 where none is known.</summary>
    /// <param name="depth"><c>[height · width]</c>, in millimetres, 0 where not known.</param>
    /// <param name="width">Width of <paramref name="depth"/>, even.</param>
    /// <param name="target"><c>[height / 2 · width / 2]</c>.</param>
    public static void Halve(ReadOnlySpan<ushort> depth, int width, Span<ushort> target)
    {
        int half = width / 2;
        Span<ushort> known = stackalloc ushort[4];
        for (int i = 0; i < target.Length; i++)
        {
            int corner = i / half * 2 * width + i % half * 2, count = 0;
            for (int k = 0; k < 4; k++)
            {
                ushort value = depth[corner + k / 2 * width + k % 2];
                if (value > 0)
                {
                    known[count++] = value;
                }
            }

            known[..count].Sort();
            target[i] = count == 0 ? (ushort)0 : known[(count - 1) / 2];
        }
    }

    /// <summary>Half the resolution of a mask: a place counts where any of its 2×2 pixels counts.</summary>
    /// <param name="mask"><c>[height · width]</c>.</param>
    /// <param name="width">Width of <paramref name="mask"/>, even.</param>
    /// <param name="target"><c>[height / 2 · width / 2]</c>.</param>
    public static void HalveMask(ReadOnlySpan<byte> mask, int width, Span<byte> target)
    {
        int half = width / 2;
        for (int i = 0; i < target.Length; i++)
        {
            int corner = i / half * 2 * width + i % half * 2;
            target[i] = (byte)(mask[corner] | mask[corner + 1] | mask[corner + width] | mask[corner + width + 1]);
        }
    }

    /// <summary>The depths of a frame that a test counts, at half the resolution.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="frame">Which of them.</param>
    /// <returns><c>[Height / 2 · Width / 2]</c>, in millimetres; 0 where not known or left out by the test mask.</returns>
    public static ushort[] Counted(IDepthFrames frames, int frame)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ushort[] half = new ushort[frames.Width * frames.Height / 4];
        Halve(frames.Depth(frame), frames.Width, half);
        ReadOnlySpan<byte> mask = frames.Mask(frame);
        if (!mask.IsEmpty)
        {
            byte[] counted = new byte[half.Length];
            HalveMask(mask, frames.Width, counted);
            for (int i = 0; i < half.Length; i++)
            {
                half[i] = counted[i] == 0 ? (ushort)0 : half[i];
            }
        }

        return half;
    }
}
