namespace RegCls.Data.Depth.Rooms;

/// <summary>Numbers in [0, 1) that belong to places, the same on every machine.</summary>
internal static class Noise
{
    /// <summary>The number of a cell.</summary>
    public static float At(int x, int y, uint seed)
    {
        uint hash = (uint)x * 0x8DA6B343u ^ (uint)y * 0xD8163841u ^ seed * 0xCB1AB31Fu;
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6Du;
        hash = (hash ^ (hash >> 12)) * 0x297A2D39u;
        return (hash ^ (hash >> 15)) * (1f / 4294967808f);
    }

    /// <summary>A smooth surface through the numbers of the four cells about a place.</summary>
    public static float Smooth(float x, float y, uint seed)
    {
        int left = (int)MathF.Floor(x), low = (int)MathF.Floor(y);
        float u = x - left, v = y - low;
        u *= u * (3 - 2 * u);
        v *= v * (3 - 2 * v);
        float bottom = At(left, low, seed) * (1 - u) + At(left + 1, low, seed) * u;
        float top = At(left, low + 1, seed) * (1 - u) + At(left + 1, low + 1, seed) * u;
        return bottom * (1 - v) + top * v;
    }
}
