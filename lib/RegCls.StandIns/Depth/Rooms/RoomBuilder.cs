using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>Draws a furnished room.</summary>
internal sealed class RoomBuilder
{
    private readonly RandomStream stream;
    private readonly SurfaceDrawer look;
    private readonly Furnisher furnisher;
    private readonly Vector3 size;
    private readonly List<(float Left, float Near, float Right, float Far)> taken = [];
    private readonly List<(int Wall, float From, float To)> hung = [];

    private RoomBuilder(RoomScale scale, RandomStream stream)
    {
        this.stream = stream;
        look = new SurfaceDrawer(stream);
        furnisher = new Furnisher(look);
        float length = look.Draw(scale.Shortest, scale.Longest), width = Math.Max(1.9f, length * look.Draw(0.6, 1));
        size = new Vector3(width, look.Draw(2.35, length > 6 ? 3.6 : 2.9), length);
    }

    /// <summary>Draws a room. The same scale and stream give the same room.</summary>
    public static Room Build(RoomScale scale, RandomStream stream)
    {
        RoomBuilder builder = new(scale, stream);
        return builder.Build(builder.Kind());
    }

    private RoomKind Kind()
    {
        float area = size.X * size.Z;
        return area > 38 && look.Chance(0.6) ? RoomKind.Hall : (RoomKind)look.Pick(5);
    }

    private Room Build(RoomKind kind)
    {
        Vector3 paint = look.WallColour();
        Surface wall = look.Wall(paint);
        Surface[] walls = [.. Enumerable.Range(0, 4).Select(_ => look.Chance(0.15) ? look.Wall(look.WallColour()) : wall)];
        Openings();
        Furnish(kind);
        Dressing(kind);
        List<(Vector3, Vector3)> lights = Lights();
        Surface ceiling = look.Paint(new Vector3(look.Draw(0.7, 0.92)));
        return new Room(size, furnisher.Solids, look.Floor(), ceiling, walls, lights, look.Draw(0.22, 0.45));
    }

    // Doors and windows in the walls; a window gives light.
    private void Openings()
    {
        int door = look.Pick(4);
        if (Hang(door, 0.95f, 0.2f) is { } at)
        {
            furnisher.Box(at, 0, 1.02f, 0.01f, 0.95f, 2.04f, 0.05f, look.Make(SurfaceKind.Fronts, look.Chance(0.5) ? look.Wood().First : new Vector3(0.8f), new Vector3(0.3f), 0.9f) with { Seed = 7 });
        }

        for (int i = 0; i < 1 + look.Pick(2); i++)
        {
            float width = look.Draw(0.8, 2), height = look.Draw(0.9, 1.4);
            if (Hang((door + 1 + look.Pick(3)) % 4, width, 0.3f) is { } place)
            {
                float y = look.Draw(0.9, 1.05) + height / 2;
                Vector3 sky = new Vector3(0.75f, 0.87f, 1f) * look.Draw(0.25, 1.1);
                furnisher.Box(place, 0, y, 0.01f, width, height, 0.04f, look.Make(SurfaceKind.Window, sky, new Vector3(0.8f)));
                if (look.Chance(0.6))
                {
                    Surface cloth = look.Cloth();
                    furnisher.Box(place, -width / 2 - 0.12f, y - 0.1f, 0.06f, 0.3f, height + 0.5f, 0.06f, cloth);
                    furnisher.Box(place, width / 2 + 0.12f, y - 0.1f, 0.06f, 0.3f, height + 0.5f, 0.06f, cloth);
                }
            }
        }
    }

    private void Furnish(RoomKind kind)
    {
        float area = size.X * size.Z;
        switch (kind)
        {
            case RoomKind.Bedroom:
                float bed = look.Chance(0.5) ? 1.6f : 0.95f;
                AtWall(bed, 2.1f, spot => furnisher.Bed(spot, bed));
                AtWall(0.5f, 0.45f, spot => furnisher.Cupboard(spot, 0.5f, 0.5f, 0.42f, look.Front(0.5f), 2));
                AtWall(1.5f, 0.62f, spot => furnisher.Cupboard(spot, 1.5f, 2.05f, 0.6f, look.Front(0.6f)));
                AtWall(1.1f, 0.5f, spot => furnisher.Cupboard(spot, 1.1f, 0.95f, 0.46f, look.Front(0.5f), 3));
                break;
            case RoomKind.Living:
                float sofa = look.Draw(1.6, 2.3);
                AtWall(sofa, 0.95f, spot => furnisher.Sofa(spot, sofa));
                AtWall(1.6f, 0.45f, Television);
                AtWall(1.2f, 0.35f, spot => furnisher.Shelves(spot, 1.2f, look.Draw(1.2, 2.1)));
                Free(1.1f, 0.7f, spot => furnisher.Table(spot, 1.05f, 0.6f, 0.44f, look.Wood(), 4));
                Free(0.95f, 0.95f, spot => furnisher.Sofa(spot, 0.95f));
                break;
            case RoomKind.Office:
                for (int i = 0; i < Math.Max(1, (int)(area / 6)); i++)
                {
                    AtWall(1.5f, 1.2f, spot => furnisher.Desk(spot.At(0, -0.2f, 0), 1.4f));
                }

                AtWall(1f, 0.35f, spot => furnisher.Shelves(spot, 1f, look.Draw(1.2, 2.1)));
                AtWall(0.9f, 0.45f, spot => furnisher.Cupboard(spot, 0.9f, look.Draw(0.8, 1.9), 0.42f, look.Front(0.45f), 2));
                break;
            case RoomKind.Kitchen:
                float units = Math.Min(look.Draw(1.8, 3.6), size.Z - 0.5f);
                AtWall(units, 0.65f, spot => furnisher.Kitchen(spot, units));
                AtWall(0.65f, 0.68f, spot => furnisher.Cupboard(spot, 0.62f, 1.8f, 0.64f, look.Paint(new Vector3(look.Draw(0.4, 0.95))), 1));
                Free(1.2f, 1.9f, spot => furnisher.Dining(spot, 1.1f, 0.75f));
                break;
            case RoomKind.Dining:
                Free(1.9f, 2.1f, spot => furnisher.Dining(spot, look.Draw(1.2, 1.8), 0.9f));
                AtWall(1.4f, 0.5f, spot => furnisher.Cupboard(spot, 1.4f, look.Draw(0.85, 1.9), 0.45f, look.Front(0.5f), 3));
                break;
            default:
                Rows();
                break;
        }

        for (int i = 0; i < (int)(area / 7) + look.Pick(2); i++)
        {
            Extra();
        }
    }

    private void Rows()
    {
        Surface wood = look.Wood(), seat = look.Cloth(), frame = look.Paint(new Vector3(0.1f));
        float step = look.Draw(1.6, 2.1), across = look.Draw(1.9, 2.4);
        for (float z = 1.2f; z < size.Z - 1.2f; z += step)
        {
            for (float x = 1.2f; x < size.X - 1f; x += across)
            {
                Spot spot = new(x, z, 0);
                if (look.Chance(0.9) && Take(spot, 1.6f, 1.3f))
                {
                    furnisher.Table(spot, 1.4f, 0.6f, 0.74f, wood, look.Pick(3));
                    furnisher.Chair(spot.At(-0.35f, 0.5f, MathF.PI + look.Draw(-0.3, 0.3)), frame, seat);
                    furnisher.Chair(spot.At(0.35f, 0.5f, MathF.PI + look.Draw(-0.3, 0.3)), frame, seat);
                }
            }
        }
    }

    private void Extra()
    {
        switch (look.Pick(8))
        {
            case 0:
                AtWall(0.5f, 0.5f, spot => furnisher.Lamp(spot, look.Draw(1.3, 1.7)));
                break;
            case 1:
                AtWall(0.6f, 0.6f, spot => furnisher.Plant(spot, look.Draw(0.6, 1.3)));
                break;
            case 2:
                AtWall(0.9f, 0.35f, spot => furnisher.Shelves(spot, 0.9f, look.Draw(0.8, 2.1)));
                break;
            case 3:
                AtWall(0.8f, 0.5f, spot => furnisher.Cupboard(spot, 0.8f, look.Draw(0.6, 2), 0.45f, look.Front(0.4f), 2));
                break;
            case 4:
                AtWall(0.9f, 0.95f, spot => furnisher.Sofa(spot, 0.9f));
                break;
            case 5:
                Free(0.5f, 0.5f, spot => furnisher.Chair(spot, look.Wood(), look.Cloth()));
                break;
            case 6:
                Free(0.55f, 0.45f, spot => furnisher.Cupboard(spot, look.Draw(0.3, 0.5), look.Draw(0.2, 0.5), 0.4f, look.Paint(RoomColours.Hue(0.08f, 0.5f, look.Draw(0.5, 0.75)))));
                break;
            default:
                Free(0.8f, 0.6f, spot => furnisher.Table(spot, 0.75f, 0.55f, look.Draw(0.45, 0.75), look.Wood(), 3));
                break;
        }
    }

    private void Television(Spot spot)
    {
        furnisher.Cupboard(spot, 1.5f, 0.45f, 0.4f, look.Front(0.5f), 1);
        furnisher.Box(spot, 0, 0.45f + 0.4f, -0.05f, 1.1f, 0.64f, 0.06f, look.Paint(new Vector3(0.02f)));
    }

    // Pictures and boards on the walls, a carpet on the floor, a lamp at the ceiling.
    private void Dressing(RoomKind kind)
    {
        for (int i = 0; i < 2 + look.Pick(4); i++)
        {
            bool board = kind == RoomKind.Hall && i == 0;
            float width = board ? 2.6f : look.Draw(0.25, 1.1), height = board ? 1.1f : look.Draw(0.25, 0.8);
            if (Hang(look.Pick(4), width, 0.1f) is { } place)
            {
                furnisher.Box(place, 0, look.Draw(1.45, 1.75), 0.01f, width, height, 0.04f, board ? look.Paint(look.Chance(0.5) ? new Vector3(0.85f) : new Vector3(0.02f, 0.08f, 0.05f)) : look.Picture(width));
            }
        }

        if (look.Chance(0.45))
        {
            Surface cloth = look.Cloth();
            furnisher.Box(new Spot(size.X * look.Draw(0.4, 0.6), size.Z * look.Draw(0.4, 0.6), 0), 0, 0.008f, 0, size.X * look.Draw(0.3, 0.6), 0.016f, size.Z * look.Draw(0.3, 0.6), cloth);
        }
    }

    private List<(Vector3, Vector3)> Lights()
    {
        List<(Vector3, Vector3)> lights = [];
        int across = size.X > 4.5f ? 2 : 1, along = size.Z > 7 ? 3 : size.Z > 4.5f ? 2 : 1;
        Vector3 colour = Vector3.Lerp(new Vector3(1f, 0.78f, 0.52f), new Vector3(0.85f, 0.95f, 1f), look.Draw(0, 1));
        for (int i = 0; i < across * along; i++)
        {
            Spot spot = new((i % across + 0.5f) * size.X / across, (i / across + 0.5f) * size.Z / along, 0);
            furnisher.Cylinder(spot, 0, size.Y - 0.04f, 0, 0.2f, 0.07f, look.Make(SurfaceKind.Lamp, colour * 1.4f, Vector3.Zero));
            if (look.Chance(0.8) || i == 0)
            {
                lights.Add((new Vector3(spot.X + look.Draw(-0.1, 0.1), size.Y - 0.3f, spot.Z + look.Draw(-0.1, 0.1)), colour * look.Draw(1.2, 3)));
            }
        }

        foreach (Solid window in furnisher.Solids.Where(solid => solid.Surface.Kind == SurfaceKind.Window).Take(1).ToArray())
        {
            lights.Add((window.Centre + window.ToRoom(new Vector3(0, 0.2f, 0.35f)), window.Surface.First * look.Draw(1, 5)));
        }

        return lights;
    }

    // A free place along a wall; the furniture's back is at the wall.
    private void AtWall(float width, float depth, Action<Spot> place)
    {
        for (int i = 0; i < 12; i++)
        {
            int wall = look.Pick(4);
            float along = wall < 2 ? size.Z : size.X, at = look.Draw(0, 1);
            if (along < width + 0.1f)
            {
                continue;
            }

            Spot spot = OnWall(wall, width / 2 + 0.03f + at * (along - width - 0.06f), depth / 2 + 0.02f);
            if (!hung.Exists(other => other.Wall == wall && Position(wall, spot) is var p && p + width / 2 > other.From && p - width / 2 < other.To) && Take(spot, width, depth))
            {
                place(spot);
                return;
            }
        }
    }

    private void Free(float width, float depth, Action<Spot> place)
    {
        for (int i = 0; i < 12; i++)
        {
            Spot spot = new(look.Draw(0.2, 0.8) * size.X, look.Draw(0.2, 0.8) * size.Z, look.Pick(4) * MathF.PI / 2);
            if (Take(spot, width + 0.1f, depth + 0.1f))
            {
                place(spot with { Yaw = spot.Yaw + 0.12f * (float)stream.NextGaussian() });
                return;
            }
        }
    }

    // A place on a wall that nothing hangs on yet; null where there is none. Doors and windows keep furniture away.
    private Spot? Hang(int wall, float width, float margin)
    {
        float along = wall < 2 ? size.Z : size.X;
        for (int i = 0; i < 8 && along > width + 2 * margin; i++)
        {
            float at = look.Draw(width / 2 + margin, along - width / 2 - margin);
            if (!hung.Exists(other => other.Wall == wall && at + width / 2 + 0.1f > other.From && at - width / 2 - 0.1f < other.To))
            {
                if (margin > 0.15f)
                {
                    hung.Add((wall, at - width / 2, at + width / 2));
                }

                return OnWall(wall, at, 0.02f);
            }
        }

        return null;
    }

    private Spot OnWall(int wall, float along, float away) => wall switch
    {
        0 => new Spot(away, along, MathF.PI / 2),
        1 => new Spot(size.X - away, along, -MathF.PI / 2),
        2 => new Spot(along, away, 0),
        _ => new Spot(along, size.Z - away, MathF.PI),
    };

    private static float Position(int wall, Spot spot) => wall < 2 ? spot.Z : spot.X;

    // Takes the floor of a piece of furniture, if it is free and inside the room.
    private bool Take(Spot spot, float width, float depth)
    {
        bool turned = MathF.Abs(MathF.Sin(spot.Yaw)) > 0.7f;
        (float w, float d) = turned ? (depth / 2, width / 2) : (width / 2, depth / 2);
        (float Left, float Near, float Right, float Far) own = (spot.X - w, spot.Z - d, spot.X + w, spot.Z + d);
        if (own.Left < 0 || own.Near < 0 || own.Right > size.X || own.Far > size.Z || taken.Exists(other => own.Left < other.Right && own.Right > other.Left && own.Near < other.Far && own.Far > other.Near))
        {
            return false;
        }

        taken.Add(own);
        return true;
    }
}
