using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>Where a picture is taken from. The view is 57° × 44° as of a Kinect: 525 pixels of focal length at 640 pixels of width.</summary>
/// <param name="Place">The camera's place.</param>
/// <param name="Forward">Unit vector into the picture: depth is measured along it.</param>
/// <param name="Right">Unit vector to the right of the picture.</param>
/// <param name="Up">Unit vector to the top of the picture.</param>
internal readonly record struct RoomCamera(Vector3 Place, Vector3 Forward, Vector3 Right, Vector3 Up)
{
    private const float Focal = 525f / 640;

    /// <summary>Nothing is measured nearer than this, in metres; no pixel of NYUD2-DIR is.</summary>
    public const float Nearest = 0.7f;

    /// <summary>Nothing is measured farther than this, in metres.</summary>
    public const float Farthest = 10f;

    private const int Tries = 60;

    /// <summary>A camera that stands free in a room, held by hand, and looks across it.</summary>
    public static RoomCamera Draw(Room room, RandomStream stream)
    {
        RoomCamera best = default;
        float bestReach = float.NegativeInfinity;
        for (int i = 0; i < Tries; i++)
        {
            Vector3 place = new((float)stream.NextUniform(0.3, room.Size.X - 0.3), (float)stream.NextUniform(1.0, Math.Min(1.75, room.Size.Y - 0.4)), (float)stream.NextUniform(0.3, room.Size.Z - 0.3));
            Vector3 target = new((float)stream.NextUniform(0.1, 0.9) * room.Size.X, (float)stream.NextUniform(0.25, 1.35), (float)stream.NextUniform(0.1, 0.9) * room.Size.Z);
            RoomCamera camera = Towards(place, target, (float)(0.04 * stream.NextGaussian()));
            float clear = camera.Clearance(room);
            if (clear >= Nearest + 0.02f && Flat(target - place) > 0.9f)
            {
                return camera;
            }

            if (clear > bestReach)
            {
                (best, bestReach) = (camera, clear);
            }
        }

        return best;
    }

    /// <summary>A camera at a place that looks at a point, tilted sideways by an angle in radians.</summary>
    public static RoomCamera Towards(Vector3 place, Vector3 target, float roll)
    {
        Vector3 forward = Vector3.Normalize(target - place), right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, forward)), up = Vector3.Cross(forward, right);
        (float sin, float cos) = MathF.SinCos(roll);
        return new RoomCamera(place, forward, cos * right + sin * up, cos * up - sin * right);
    }

    /// <summary>The direction through a point of the picture; its share along <see cref="Forward"/> is 1, so that lengths along it are depths.</summary>
    /// <param name="x">0 at the left edge, 1 at the right.</param>
    /// <param name="y">0 at the top edge, 1 at the bottom.</param>
    /// <param name="aspect">Width over height of the picture.</param>
    public Vector3 Ray(float x, float y, float aspect) => Forward + (x - 0.5f) / Focal * Right + (0.5f - y) / (Focal * aspect) * Up;

    /// <summary>Where a solid may be seen: bounds of its bounding sphere in the picture, 0 to 1; null where it is behind the camera.</summary>
    public (float Left, float Top, float Right, float Bottom)? Bounds(Solid solid, float aspect)
    {
        Vector3 to = solid.Centre - Place;
        float depth = Vector3.Dot(to, Forward), near = depth - solid.Radius;
        if (depth + solid.Radius <= 0)
        {
            return null;
        }

        if (near <= 0.05f)
        {
            return (0, 0, 1, 1);
        }

        float x = Vector3.Dot(to, Right), y = Vector3.Dot(to, Up), far = depth + solid.Radius;
        return (0.5f + Focal * Least(x - solid.Radius, near, far), 0.5f - Focal * aspect * -Least(-y - solid.Radius, near, far), 0.5f - Focal * Least(-x - solid.Radius, near, far), 0.5f - Focal * aspect * Least(y - solid.Radius, near, far));
    }

    // The least value of offset / depth for depths between near and far.
    private static float Least(float offset, float near, float far) => offset < 0 ? offset / near : offset / far;

    private static float Flat(Vector3 vector) => MathF.Sqrt(vector.X * vector.X + vector.Z * vector.Z);

    // The least depth of a grid of probes; negative inside of a solid.
    private float Clearance(Room room)
    {
        foreach (Solid solid in room.Solids)
        {
            Vector3 local = Vector3.Abs(solid.ToLocal(Place - solid.Centre)) - solid.Half;
            if (local.X < 0.15f && local.Y < 0.15f && local.Z < 0.15f)
            {
                return -1;
            }
        }

        float least = float.PositiveInfinity;
        for (int i = 0; i < 63 && least >= Nearest; i++)
        {
            least = MathF.Min(least, room.Hit(Place, Ray((i % 9 + 0.5f) / 9, (i / 9 + 0.5f) / 7, 4 / 3f), room.Solids).Distance);
        }

        return least;
    }
}
