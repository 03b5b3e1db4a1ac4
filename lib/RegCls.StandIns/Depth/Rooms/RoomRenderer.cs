using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>Renders a room by casting rays: colour from four rays a pixel with light and shadow, depth from the one through the middle of the pixel.</summary>
internal static class RoomRenderer
{
    private const int Tile = 8;

    /// <summary>Renders a picture.</summary>
    /// <param name="room">The room.</param>
    /// <param name="camera">Where it is taken from.</param>
    /// <param name="stream">Exposure, tint and noise of the picture.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <returns>Colour, and exact depth along the view in millimetres; unknown on glass, nearer than 0.7 m and from 10 m on, as a sensor has it.</returns>
    public static DepthPicture Render(Room room, RoomCamera camera, RandomStream stream, int width, int height)
    {
        Vector3[] light = new Vector3[width * height];
        ushort[] depth = new ushort[width * height];
        float aspect = (float)width / height;
        int across = (width + Tile - 1) / Tile, down = (height + Tile - 1) / Tile;
        List<Solid>[] seen = [.. Enumerable.Range(0, across * down).Select(_ => new List<Solid>())];
        foreach (Solid solid in room.Solids)
        {
            if (camera.Bounds(solid, aspect) is not { } bounds)
            {
                continue;
            }

            int left = Index(bounds.Left, width), right = Index(bounds.Right, width), top = Index(bounds.Top, height), bottom = Index(bounds.Bottom, height);
            for (int y = Math.Max(top, 0); y <= Math.Min(bottom, down - 1); y++)
            {
                for (int x = Math.Max(left, 0); x <= Math.Min(right, across - 1); x++)
                {
                    seen[y * across + x].Add(solid);
                }
            }
        }

        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                List<Solid> candidates = seen[y / Tile * across + x / Tile];
                Sight centre = Sight.Of(room, camera.Place, camera.Ray((x + 0.5f) / width, (y + 0.5f) / height, aspect), candidates);
                depth[y * width + x] = Depth(centre);
                Vector3 lit = Light(room, centre);
                for (int i = 0; i < 4; i++)
                {
                    Vector3 ray = camera.Ray((x + 0.25f + 0.5f * (i & 1)) / width, (y + 0.25f + 0.5f * (i >> 1)) / height, aspect);
                    Sight part = Sight.Of(room, camera.Place, ray, candidates);
                    bool same = part.Solid == centre.Solid && part.Normal == centre.Normal; // light changes little within a pixel of one face
                    light[y * width + x] += 0.25f * Vector3.Min(part.Colour * (same ? lit : Light(room, part)), new Vector3(1.5f));
                }
            }
        }

        return new DepthPicture { Width = width, Height = height, Colour = Photograph(light, width, height, stream), Depth = depth };

        static int Index(float share, int pixels) => (int)MathF.Floor(Math.Clamp(share, -1, 2) * pixels / Tile);
    }

    private static ushort Depth(Sight sight)
        => sight.Solid is { Surface.IsGlass: true } || sight.Depth is < RoomCamera.Nearest or >= RoomCamera.Farthest ? (ushort)0 : (ushort)MathF.Round(1000 * sight.Depth);

    private static Vector3 Light(Room room, Sight sight)
    {
        if (sight.Solid is { Surface.Shines: true })
        {
            return Vector3.One;
        }

        Vector3 from = sight.Point + 0.004f * sight.Normal;
        Vector3 sum = new(room.Ambient * (0.8f + 0.2f * sight.Normal.Y) * Corner(room, sight.Point, sight.Normal));
        foreach ((Vector3 place, Vector3 strength) in room.Lights)
        {
            Vector3 to = place - from;
            float square = to.LengthSquared(), facing = Vector3.Dot(sight.Normal, to) / MathF.Sqrt(square);
            if (facing > 0 && room.IsFree(from, place))
            {
                sum += strength * (facing / (0.8f + square));
            }
        }

        return sum;
    }

    // Less light reaches a place near another wall, the floor or the ceiling.
    private static float Corner(Room room, Vector3 point, Vector3 normal)
    {
        Vector3 far = room.Size - point;
        float Near(float distance, float across) => MathF.Abs(across) > 0.7f ? 1 : 0.65f + 0.35f * MathF.Min(1, distance / 0.6f);
        return Near(MathF.Min(point.X, far.X), normal.X) * Near(point.Y, normal.Y) * Near(far.Y, normal.Y) * Near(MathF.Min(point.Z, far.Z), normal.Z);
    }

    // Exposure as a camera sets it, tint, darker corners, noise, gamma.
    private static byte[] Photograph(Vector3[] light, int width, int height, RandomStream stream)
    {
        float mean = light.Average(value => MathF.Log(0.02f + (value.X + value.Y + value.Z) / 3));
        float exposure = (float)stream.NextUniform(0.13, 0.24) / MathF.Exp(mean);
        Vector3 tint = new Vector3(1 + 0.06f * (float)stream.NextGaussian(), 1, 1 + 0.06f * (float)stream.NextGaussian()) * exposure;
        float corners = (float)stream.NextUniform(0.05, 0.3), noise = (float)stream.NextUniform(1, 5);
        byte[] planes = new byte[3 * light.Length];
        for (int i = 0; i < light.Length; i++)
        {
            float x = (i % width + 0.5f) / width - 0.5f, y = (i / width + 0.5f) / height - 0.5f;
            Vector3 value = light[i] * tint * (1 - corners * 2 * (x * x + y * y));
            float common = (float)stream.NextGaussian();
            for (int c = 0; c < 3; c++)
            {
                float channel = c == 0 ? value.X : c == 1 ? value.Y : value.Z;
                float soft = channel < 0.7f ? channel : 1 - 0.3f * MathF.Exp((0.7f - channel) / 0.3f); // highlights roll off
                planes[c * light.Length + i] = (byte)Math.Clamp(MathF.Round(255 * MathF.Pow(soft, 1 / 2.2f) + noise * (0.7f * common + 0.7f * (float)stream.NextGaussian())), 0, 255);
            }
        }

        return planes;
    }
}
