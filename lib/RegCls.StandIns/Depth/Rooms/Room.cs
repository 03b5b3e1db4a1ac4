using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>A furnished room: <c>[0, width] × [0, height] × [0, length]</c> metres, y up.</summary>
/// <param name="Size">Width, height and length.</param>
/// <param name="Solids">What stands, hangs and lies in it.</param>
/// <param name="Floor">The floor.</param>
/// <param name="Ceiling">The ceiling.</param>
/// <param name="Walls">The four walls: left, right (x), near, far (z).</param>
/// <param name="Lights">Where light comes from, how strong, and in what colour.</param>
/// <param name="Ambient">Light from everywhere.</param>
internal sealed record Room(Vector3 Size, IReadOnlyList<Solid> Solids, Surface Floor, Surface Ceiling, IReadOnlyList<Surface> Walls, IReadOnlyList<(Vector3 Place, Vector3 Strength)> Lights, float Ambient)
{
    private readonly Solid[] shading = [.. Solids.Where(solid => !solid.Surface.Shines)];

    /// <summary>What a ray from inside meets first.</summary>
    /// <param name="origin">Start, inside the room.</param>
    /// <param name="direction">Direction of any length.</param>
    /// <param name="candidates">The solids that may be met.</param>
    /// <returns>Lengths of the direction to there, and the solid; null for the room's own walls, floor and ceiling.</returns>
    public (float Distance, Solid? Solid) Hit(Vector3 origin, Vector3 direction, IReadOnlyList<Solid> candidates)
    {
        float nearest = Shell(origin, direction);
        Solid? met = null;
        for (int i = 0; i < candidates.Count; i++)
        {
            float distance = candidates[i].Hit(origin, direction);
            if (distance < nearest)
            {
                (nearest, met) = (distance, candidates[i]);
            }
        }

        return (nearest, met);
    }

    /// <summary>Whether nothing stands between two points.</summary>
    public bool IsFree(Vector3 from, Vector3 to)
    {
        Vector3 direction = to - from;
        foreach (Solid solid in shading)
        {
            if (solid.Hit(from, direction) < 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Normal and colour of the room's own surface at a point on it.</summary>
    public (Vector3 Normal, Vector3 Colour) At(Vector3 point)
    {
        Vector3 far = Size - point;
        float x = MathF.Min(point.X, far.X), y = MathF.Min(point.Y, far.Y), z = MathF.Min(point.Z, far.Z);
        return y <= x && y <= z ? (point.Y < far.Y ? (Vector3.UnitY, Floor.At(point.X, point.Z, Size.X, Size.Z)) : (-Vector3.UnitY, Ceiling.At(point.X, point.Z, Size.X, Size.Z)))
            : x <= z ? (point.X < far.X ? (Vector3.UnitX, Walls[0].At(point.Z, point.Y, Size.Z, Size.Y)) : (-Vector3.UnitX, Walls[1].At(point.Z, point.Y, Size.Z, Size.Y)))
            : (point.Z < far.Z ? (Vector3.UnitZ, Walls[2].At(point.X, point.Y, Size.X, Size.Y)) : (-Vector3.UnitZ, Walls[3].At(point.X, point.Y, Size.X, Size.Y)));
    }

    private float Shell(Vector3 o, Vector3 d)
    {
        float x = d.X > 0 ? (Size.X - o.X) / d.X : d.X < 0 ? -o.X / d.X : float.PositiveInfinity;
        float y = d.Y > 0 ? (Size.Y - o.Y) / d.Y : d.Y < 0 ? -o.Y / d.Y : float.PositiveInfinity;
        float z = d.Z > 0 ? (Size.Z - o.Z) / d.Z : d.Z < 0 ? -o.Z / d.Z : float.PositiveInfinity;
        return MathF.Min(x, MathF.Min(y, z));
    }
}
