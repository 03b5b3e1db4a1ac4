using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>Draws what things of a room look like.</summary>
/// <param name="stream">The room's stream.</param>
internal sealed class SurfaceDrawer(RandomStream stream)
{
    /// <summary>A number between two.</summary>
    public float Draw(double low, double high) => (float)stream.NextUniform(low, high);

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => stream.NextDouble() < probability;

    /// <summary>One of some whole numbers from 0.</summary>
    public int Pick(int count) => stream.NextInt32(count);

    /// <summary>A surface of a kind.</summary>
    public Surface Make(SurfaceKind kind, Vector3 first, Vector3 second, float scale = 1) => new(kind, first, second, scale, (uint)stream.NextInt32(1 << 24));

    /// <summary>Painted, of one colour.</summary>
    public Surface Paint(Vector3 colour) => Make(SurfaceKind.Plain, colour, colour);

    /// <summary>Any plain thing.</summary>
    public Surface Thing() => Paint(RoomColours.Hue(Draw(0, 1), Draw(0, 0.8), Draw(0.2, 0.95)));

    /// <summary>Wood.</summary>
    public Surface Wood()
    {
        Vector3 colour = RoomColours.Wood(stream);
        return Make(SurfaceKind.Wood, colour, colour * Draw(0.6, 0.85));
    }

    /// <summary>Cloth, plain, striped or checked.</summary>
    public Surface Cloth()
    {
        Vector3 colour = RoomColours.Cloth(stream);
        return Pick(4) switch
        {
            0 => Make(SurfaceKind.Stripes, colour, RoomColours.Cloth(stream), Draw(0.06, 0.25)),
            1 => Make(SurfaceKind.Carpet, colour, colour * 0.5f, Draw(0.05, 0.3)),
            _ => Paint(colour),
        };
    }

    /// <summary>Fronts of cupboards, or plain wood.</summary>
    public Surface Front(float scale)
    {
        Vector3 colour = Chance(0.55) ? RoomColours.Wood(stream) : RoomColours.Hue(Draw(0, 1), Draw(0, 0.35), Draw(0.6, 0.95));
        return Make(SurfaceKind.Fronts, colour, Chance(0.5) ? new Vector3(0.6f) : new Vector3(0.05f), scale);
    }

    /// <summary>A floor.</summary>
    public Surface Floor()
    {
        Vector3 wood = RoomColours.Wood(stream), stone = RoomColours.Hue(Draw(0.05, 0.15), Draw(0, 0.25), Draw(0.45, 0.9)), cloth = RoomColours.Cloth(stream) * 0.7f;
        return Pick(5) switch
        {
            0 or 1 => Make(SurfaceKind.Boards, wood, wood * 0.7f, Draw(0.07, 0.16)),
            2 => Make(SurfaceKind.Tiles, stone, stone * 0.55f, Draw(0.2, 0.6)),
            _ => Make(SurfaceKind.Carpet, cloth, cloth * Draw(0.5, 0.9), Draw(0.05, 0.6)),
        };
    }

    /// <summary>A wall: painted, papered, tiled.</summary>
    public Surface Wall(Vector3 colour) => Pick(8) switch
    {
        0 => Make(SurfaceKind.Stripes, colour, colour * Draw(0.75, 0.92), Draw(0.05, 0.25)),
        1 => Make(SurfaceKind.Carpet, colour, colour * 0.85f, Draw(0.1, 0.5)),
        _ => Paint(colour),
    };

    /// <summary>A colour for a wall.</summary>
    public Vector3 WallColour() => RoomColours.Wall(stream);

    /// <summary>A picture with a frame.</summary>
    public Surface Picture(float size) => Make(SurfaceKind.Picture, Vector3.One, Chance(0.5) ? RoomColours.Wood(stream) : new Vector3(Chance(0.5) ? 0.9f : 0.03f), Draw(0.15, 0.5) * size);
}
