using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>A box, upright cylinder or ellipsoid, turned about the vertical.</summary>
/// <param name="Shape">Which.</param>
/// <param name="Centre">Its middle, in metres.</param>
/// <param name="Half">Half its size along its own axes.</param>
/// <param name="Yaw">How far it is turned about the vertical, in radians.</param>
/// <param name="Surface">What it looks like.</param>
internal sealed record Solid(SolidShape Shape, Vector3 Centre, Vector3 Half, float Yaw, Surface Surface)
{
    private readonly float cos = MathF.Cos(Yaw), sin = MathF.Sin(Yaw);

    /// <summary>No point of it is farther from its middle than this.</summary>
    public float Radius { get; } = Half.Length();

    /// <summary>A direction of the room as the solid sees it.</summary>
    public Vector3 ToLocal(Vector3 direction) => new(cos * direction.X - sin * direction.Z, direction.Y, sin * direction.X + cos * direction.Z);

    /// <summary>A direction of the solid as the room sees it.</summary>
    public Vector3 ToRoom(Vector3 direction) => new(cos * direction.X + sin * direction.Z, direction.Y, -sin * direction.X + cos * direction.Z);

    /// <summary>How many lengths of a ray's direction it is from its start to the solid; infinite where it misses or starts inside.</summary>
    /// <param name="origin">Start of the ray.</param>
    /// <param name="direction">Its direction, of any length.</param>
    public float Hit(Vector3 origin, Vector3 direction)
    {
        Vector3 to = Centre - origin;
        float along = Vector3.Dot(to, direction), square = direction.LengthSquared();
        if (to.LengthSquared() * square - along * along > Radius * Radius * square)
        {
            return float.PositiveInfinity;
        }

        Vector3 o = ToLocal(-to), d = ToLocal(direction);
        return Shape switch
        {
            SolidShape.Box => HitBox(o, d),
            SolidShape.Cylinder => HitCylinder(o, d),
            _ => HitEllipsoid(o, d),
        };
    }

    /// <summary>The outward normal and the colour at a point of the surface.</summary>
    /// <param name="point">The point, in the room.</param>
    public (Vector3 Normal, Vector3 Colour) At(Vector3 point)
    {
        Vector3 p = ToLocal(point - Centre), part = p / Half;
        if (Shape == SolidShape.Ellipsoid)
        {
            return (Vector3.Normalize(ToRoom(part / Half)), Surface.At(p.X + Half.X, p.Y + Half.Y, 2 * Half.X, 2 * Half.Y));
        }

        if (Shape == SolidShape.Cylinder && MathF.Abs(part.Y) < 0.999f)
        {
            return (Vector3.Normalize(ToRoom(new Vector3(part.X / Half.X, 0, part.Z / Half.Z))), Surface.At(MathF.Atan2(p.Z, p.X) * Half.X, p.Y + Half.Y, 6 * Half.X, 2 * Half.Y));
        }

        Vector3 size = Vector3.Abs(part);
        return size.Y >= size.X && size.Y >= size.Z ? (new Vector3(0, MathF.Sign(p.Y), 0), Surface.At(p.X + Half.X, p.Z + Half.Z, 2 * Half.X, 2 * Half.Z))
            : size.X >= size.Z ? (ToRoom(new Vector3(MathF.Sign(p.X), 0, 0)), Surface.At(p.Z + Half.Z, p.Y + Half.Y, 2 * Half.Z, 2 * Half.Y))
            : (ToRoom(new Vector3(0, 0, MathF.Sign(p.Z))), Surface.At(p.X + Half.X, p.Y + Half.Y, 2 * Half.X, 2 * Half.Y));
    }

    private float HitBox(Vector3 o, Vector3 d)
    {
        Vector3 inverse = Vector3.One / d, a = (-Half - o) * inverse, b = (Half - o) * inverse;
        Vector3 low = Vector3.Min(a, b), high = Vector3.Max(a, b);
        float near = MathF.Max(low.X, MathF.Max(low.Y, low.Z)), far = MathF.Min(high.X, MathF.Min(high.Y, high.Z));
        return near <= far && near > 0 ? near : float.PositiveInfinity;
    }

    private float HitEllipsoid(Vector3 o, Vector3 d)
    {
        (Vector3 p, Vector3 q) = (o / Half, d / Half);
        float a = Vector3.Dot(q, q), b = Vector3.Dot(p, q), c = Vector3.Dot(p, p) - 1, root = b * b - a * c;
        float near = root < 0 ? -1 : (-b - MathF.Sqrt(root)) / a;
        return near > 0 ? near : float.PositiveInfinity;
    }

    private float HitCylinder(Vector3 o, Vector3 d)
    {
        (float px, float pz, float qx, float qz) = (o.X / Half.X, o.Z / Half.Z, d.X / Half.X, d.Z / Half.Z);
        float a = qx * qx + qz * qz, b = px * qx + pz * qz, c = px * px + pz * pz - 1, root = b * b - a * c;
        if (root < 0)
        {
            return float.PositiveInfinity;
        }

        float square = MathF.Sqrt(root), lid1 = (-Half.Y - o.Y) / d.Y, lid2 = (Half.Y - o.Y) / d.Y;
        float near = MathF.Max((-b - square) / a, MathF.Min(lid1, lid2)), far = MathF.Min((-b + square) / a, MathF.Max(lid1, lid2));
        return near <= far && near > 0 ? near : float.PositiveInfinity;
    }
}
