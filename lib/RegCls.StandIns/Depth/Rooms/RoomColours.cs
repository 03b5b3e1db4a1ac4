using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>Colours in linear light, each channel 0 to 1.</summary>
internal static class RoomColours
{
    /// <summary>A colour by hue (0 to 1, around), saturation and lightness of its brightest channel.</summary>
    public static Vector3 Hue(float hue, float saturation, float value)
    {
        Vector3 pure = new(Ramp(hue), Ramp(hue + 2 / 3f), Ramp(hue + 1 / 3f));
        return Vector3.Lerp(Vector3.One, pure, saturation) * (value * value);
    }

    /// <summary>A colour for walls: pale, mostly warm.</summary>
    public static Vector3 Wall(RandomStream stream) => stream.NextDouble() < 0.25
        ? Hue(Draw(stream, 0, 1), Draw(stream, 0.15, 0.45), Draw(stream, 0.6, 0.85))
        : Hue(Draw(stream, 0.05, 0.17), Draw(stream, 0.02, 0.22), Draw(stream, 0.75, 0.95));

    /// <summary>A colour of wood, from pale to dark.</summary>
    public static Vector3 Wood(RandomStream stream) => Hue(Draw(stream, 0.05, 0.11), Draw(stream, 0.35, 0.65), Draw(stream, 0.35, 0.8));

    /// <summary>A colour of cloth.</summary>
    public static Vector3 Cloth(RandomStream stream) => stream.NextDouble() < 0.4
        ? Hue(Draw(stream, 0, 1), Draw(stream, 0, 0.2), Draw(stream, 0.2, 0.9))
        : Hue(Draw(stream, 0, 1), Draw(stream, 0.3, 0.75), Draw(stream, 0.3, 0.75));

    private static float Draw(RandomStream stream, double low, double high) => (float)stream.NextUniform(low, high);

    private static float Ramp(float hue)
    {
        float part = (hue - MathF.Floor(hue)) * 6;
        return Math.Clamp(MathF.Abs(part - 3) - 1, 0, 1);
    }
}
