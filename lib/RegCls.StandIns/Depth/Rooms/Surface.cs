using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>What a solid looks like: a pattern and its colours, in linear light.</summary>
/// <param name="Kind">The pattern.</param>
/// <param name="First">The main colour.</param>
/// <param name="Second">The other colour.</param>
/// <param name="Scale">The size of the pattern in metres.</param>
/// <param name="Seed">Tells two surfaces of one kind apart.</param>
internal sealed record Surface(SurfaceKind Kind, Vector3 First, Vector3 Second, float Scale, uint Seed)
{
    /// <summary>Whether a depth sensor gets nothing back from it.</summary>
    public bool IsGlass => Kind == SurfaceKind.Window;

    /// <summary>Whether it is as bright as it is in any light.</summary>
    public bool Shines => Kind is SurfaceKind.Window or SurfaceKind.Lamp;

    /// <summary>The colour at a place.</summary>
    /// <param name="u">Across, in metres from the left edge of the face.</param>
    /// <param name="v">Up, in metres from its lower edge.</param>
    /// <param name="width">Width of the face.</param>
    /// <param name="height">Height of the face.</param>
    public Vector3 At(float u, float v, float width, float height)
    {
        switch (Kind)
        {
            case SurfaceKind.Wood:
                return Vector3.Lerp(First, Second, Grain(u, v));
            case SurfaceKind.Boards:
                float row = MathF.Floor(v / Scale);
                float shade = 0.82f + 0.3f * Noise.At((int)row, (int)MathF.Floor(u / (9 * Scale) + 0.37f * row), Seed);
                return Vector3.Lerp(First, Second, Grain(u, v + row)) * (Joint(v / Scale, 0.04f) ? 0.55f : shade);
            case SurfaceKind.Tiles:
                return Joint(u / Scale, 0.035f) || Joint(v / Scale, 0.035f) ? Second : First * (0.9f + 0.2f * Noise.At((int)MathF.Floor(u / Scale), (int)MathF.Floor(v / Scale), Seed));
            case SurfaceKind.Carpet:
                return Vector3.Lerp(First, Second, 0.5f * Noise.Smooth(u / Scale, v / Scale, Seed) + 0.5f * Noise.Smooth(u * 40, v * 40, Seed + 1));
            case SurfaceKind.Stripes:
                return (int)MathF.Floor(u / Scale) % 2 == 0 ? First : Second;
            case SurfaceKind.Books:
                return Books(u, v);
            case SurfaceKind.Picture:
                return Picture(u, v, width, height);
            case SurfaceKind.Fronts:
                return Front(u, v, width, height);
            case SurfaceKind.Window:
                return Window(u, v, width, height);
            case SurfaceKind.Lamp:
                return First;
            default:
                return First * (0.93f + 0.14f * Noise.Smooth(u * 2.5f, v * 2.5f, Seed));
        }
    }

    private static bool Joint(float position, float width) => position - MathF.Floor(position) is var part && (part < width || part > 1 - width);

    private float Grain(float u, float v) => 0.5f + 0.5f * MathF.Sin(v * 90 + 5 * Noise.Smooth(u * 1.5f, v * 12, Seed)) * (0.4f + 0.6f * Noise.Smooth(u * 2, v * 25, Seed + 3));

    private Vector3 Books(float u, float v)
    {
        float shelf = v / Scale, up = shelf - MathF.Floor(shelf);
        if (up < 0.08f)
        {
            return First;
        }

        int book = (int)MathF.Floor(u / 0.045f + 3 * Noise.At((int)shelf, 7, Seed));
        uint seed = Seed + (uint)MathF.Floor(shelf) * 131;
        float tall = 0.55f + 0.4f * Noise.At(book, 1, seed);
        return up > tall || Noise.At(book, 2, seed) < 0.12f
            ? Second * 0.35f
            : RoomColours.Hue(Noise.At(book, 3, seed), 0.55f * Noise.At(book, 4, seed) + 0.15f, 0.15f + 0.6f * Noise.At(book, 5, seed));
    }

    private Vector3 Picture(float u, float v, float width, float height)
    {
        float rim = 0.06f * MathF.Min(width, height) + 0.01f;
        if (u < rim || v < rim || u > width - rim || v > height - rim)
        {
            return Second;
        }

        float a = Noise.Smooth(u / Scale, v / Scale, Seed), b = Noise.Smooth(u / Scale + 9, v / Scale, Seed + 1);
        return RoomColours.Hue(a + 0.3f * b, 0.2f + 0.5f * b, 0.25f + 0.6f * Noise.Smooth(3 * u / Scale, 3 * v / Scale, Seed + 2));
    }

    private Vector3 Front(float u, float v, float width, float height)
    {
        int columns = Math.Max(1, (int)MathF.Round(width / Scale)), rows = Math.Max(1, (int)MathF.Round(height / (Scale * (Seed % 2 == 0 ? 0.5f : 1.8f))));
        float x = u / width * columns, y = v / height * rows;
        (float inX, float inY) = (x - MathF.Floor(x), y - MathF.Floor(y));
        if (inX is < 0.025f or > 0.975f || inY is < 0.03f or > 0.97f)
        {
            return First * 0.4f;
        }

        bool handle = Seed % 2 == 0 ? inX is > 0.4f and < 0.6f && inY is > 0.7f and < 0.8f : inX is > 0.84f and < 0.9f && inY is > 0.42f and < 0.58f;
        return handle ? Second : Vector3.Lerp(First, First * 0.86f, Grain(v, u));
    }

    private Vector3 Window(float u, float v, float width, float height)
    {
        float x = 2 * u / width, y = 2 * v / height;
        if (u < 0.05f || v < 0.05f || u > width - 0.05f || v > height - 0.05f || MathF.Abs(x - 1) < 0.04f || MathF.Abs(y - 1.3f) < 0.04f)
        {
            return Second;
        }

        float trees = 0.5f + 0.3f * Noise.Smooth(u * 3, 0.5f, Seed);
        return y < trees ? First * (0.35f + 0.3f * Noise.Smooth(u * 12, v * 12, Seed)) * new Vector3(0.8f, 1f, 0.6f) : First * (1.1f + 0.2f * y);
    }
}
