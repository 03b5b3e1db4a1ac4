namespace RegCls.Data.Sets;

/// <summary>The check sum of PNG and gzip.</summary>
internal static class Crc32
{
    /// <summary>The check sum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => Append(uint.MaxValue, bytes) ^ uint.MaxValue;

    /// <summary>Goes on with more bytes: begin with all bits set, and turn all bits around at the end.</summary>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            state ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state & 1) == 0 ? state >> 1 : (state >> 1) ^ 0xEDB88320;
            }
        }

        return state;
    }
}
