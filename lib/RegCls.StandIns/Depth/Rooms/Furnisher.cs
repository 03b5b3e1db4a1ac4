using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>Puts furniture together from solids.</summary>
/// <param name="look">Draws sizes and surfaces.</param>
internal sealed class Furnisher(SurfaceDrawer look)
{
    /// <summary>What was put up so far.</summary>
    public List<Solid> Solids { get; } = [];

    /// <summary>Adds a box, given by its middle above a spot and its full size.</summary>
    public void Box(Spot spot, float x, float y, float z, float width, float height, float depth, Surface surface, float yaw = 0)
        => Solids.Add(new Solid(SolidShape.Box, spot.ToRoom(x, y, z), new Vector3(width, height, depth) / 2, spot.Yaw + yaw, surface));

    /// <summary>Adds an upright cylinder.</summary>
    public void Cylinder(Spot spot, float x, float y, float z, float radius, float height, Surface surface)
        => Solids.Add(new Solid(SolidShape.Cylinder, spot.ToRoom(x, y, z), new Vector3(radius, height / 2, radius), spot.Yaw, surface));

    /// <summary>Adds an ellipsoid.</summary>
    public void Ball(Spot spot, float x, float y, float z, float width, float height, Surface surface)
        => Solids.Add(new Solid(SolidShape.Ellipsoid, spot.ToRoom(x, y, z), new Vector3(width / 2, height / 2, width / 2), spot.Yaw, surface));

    /// <summary>A table with four legs, and things on it.</summary>
    public void Table(Spot spot, float width, float depth, float height, Surface surface, int things)
    {
        Box(spot, 0, height - 0.02f, 0, width, 0.04f, depth, surface);
        Legs(spot, width - 0.08f, depth - 0.08f, height - 0.04f, 0.06f, surface);
        Things(spot, width, depth, height, things);
    }

    /// <summary>A chair; its front is where one's knees are.</summary>
    public void Chair(Spot spot, Surface frame, Surface seat)
    {
        Box(spot, 0, 0.44f, 0, 0.44f, 0.05f, 0.44f, seat);
        Legs(spot, 0.4f, 0.4f, 0.42f, 0.04f, frame);
        Box(spot, 0, look.Draw(0.72, 0.8), -0.2f, 0.42f, look.Draw(0.2, 0.4), 0.03f, seat);
        Box(spot, -0.19f, 0.66f, -0.2f, 0.03f, 0.44f, 0.03f, frame);
        Box(spot, 0.19f, 0.66f, -0.2f, 0.03f, 0.44f, 0.03f, frame);
    }

    /// <summary>A bed, its head at the back.</summary>
    public void Bed(Spot spot, float width)
    {
        Surface wood = look.Wood(), cover = look.Cloth(), pillow = look.Paint(RoomColours.Hue(look.Draw(0, 1), look.Draw(0, 0.2), look.Draw(0.75, 0.98)));
        Box(spot, 0, 0.18f, 0, width, 0.3f, 2f, wood);
        Box(spot, 0, 0.44f, 0, width - 0.04f, 0.24f, 1.96f, pillow);
        Box(spot, 0, 0.47f, 0.3f, width, 0.24f, 1.38f, cover);
        Box(spot, 0, 0.55f, -1.01f, width, 1.1f, 0.06f, wood);
        for (int i = 0; i < (width > 1.2f ? 2 : 1); i++)
        {
            Ball(spot, width > 1.2f ? (i - 0.5f) * width / 2 : 0, 0.62f, -0.7f, 0.62f, 0.22f, pillow);
        }
    }

    /// <summary>A sofa or an armchair.</summary>
    public void Sofa(Spot spot, float width)
    {
        Surface cloth = look.Cloth(), cushion = look.Cloth();
        Box(spot, 0, 0.22f, 0, width, 0.4f, 0.9f, cloth);
        Box(spot, 0, 0.5f, -0.36f, width, 0.72f, 0.2f, cloth);
        Box(spot, -width / 2 + 0.1f, 0.33f, 0, 0.2f, 0.62f, 0.9f, cloth);
        Box(spot, width / 2 - 0.1f, 0.33f, 0, 0.2f, 0.62f, 0.9f, cloth);
        int seats = Math.Max(1, (int)((width - 0.4f) / 0.6f));
        for (int i = 0; i < seats; i++)
        {
            float x = (i + 0.5f - seats / 2f) * (width - 0.4f) / seats;
            Box(spot, x, 0.46f, 0.08f, (width - 0.4f) / seats - 0.02f, 0.12f, 0.72f, cloth);
            if (look.Chance(0.5))
            {
                Ball(spot, x, 0.66f, -0.18f, 0.4f, 0.36f, cushion);
            }
        }
    }

    /// <summary>A cupboard, chest, wardrobe or refrigerator.</summary>
    public void Cupboard(Spot spot, float width, float height, float depth, Surface surface, int things = 0)
    {
        Box(spot, 0, height / 2, 0, width, height, depth, surface);
        Things(spot, width, depth, height, things);
    }

    /// <summary>Open shelves with books.</summary>
    public void Shelves(Spot spot, float width, float height)
    {
        Surface wood = look.Wood();
        Box(spot, 0, height / 2, -0.02f, width, height, 0.26f, look.Make(SurfaceKind.Books, wood.First, wood.Second, look.Draw(0.28, 0.38)));
        Box(spot, -width / 2, height / 2, 0, 0.03f, height, 0.32f, wood);
        Box(spot, width / 2, height / 2, 0, 0.03f, height, 0.32f, wood);
        Box(spot, 0, height, 0, width, 0.03f, 0.32f, wood);
    }

    /// <summary>Kitchen units along a wall with a worktop, cupboards above, and what stands there.</summary>
    public void Kitchen(Spot spot, float width)
    {
        Surface front = look.Front(0.55f), top = look.Chance(0.5) ? look.Wood() : look.Paint(new Vector3(look.Draw(0.03, 0.5)));
        Box(spot, 0, 0.44f, 0, width, 0.84f, 0.58f, front);
        Box(spot, 0, 0.885f, 0.01f, width, 0.05f, 0.62f, top);
        Box(spot, 0, 1.8f, -0.12f, width, 0.7f, 0.34f, front);
        Vector3 tile = RoomColours.Hue(look.Draw(0, 1), look.Draw(0, 0.4), look.Draw(0.6, 0.95));
        Box(spot, 0, 1.18f, -0.28f, width, 0.54f, 0.02f, look.Make(SurfaceKind.Tiles, tile, new Vector3(0.7f), look.Draw(0.1, 0.2)));
        Things(spot, width, 0.5f, 0.91f, 2 + (int)(2 * width));
    }

    /// <summary>A desk with a screen, and a chair.</summary>
    public void Desk(Spot spot, float width)
    {
        Surface surface = look.Chance(0.5) ? look.Wood() : look.Paint(new Vector3(look.Draw(0.5, 0.9))), black = look.Paint(new Vector3(0.03f));
        Table(spot, width, 0.75f, 0.73f, surface, 3);
        float x = look.Draw(-0.2, 0.2) * width;
        Box(spot, x, 1.02f, -0.12f, 0.52f, 0.34f, 0.04f, look.Chance(0.6) ? look.Picture(0.4f) with { Second = new Vector3(0.02f) } : black);
        Box(spot, x, 0.8f, -0.12f, 0.06f, 0.16f, 0.05f, black);
        Box(spot, x, 0.74f, 0.2f, 0.42f, 0.02f, 0.14f, black);
        Chair(spot.At(x + look.Draw(-0.1, 0.1), look.Draw(0.45, 0.8), MathF.PI + look.Draw(-0.7, 0.7)), black, look.Chance(0.5) ? black : look.Cloth());
    }

    /// <summary>A table with chairs around it.</summary>
    public void Dining(Spot spot, float width, float depth)
    {
        Surface wood = look.Wood(), seat = look.Chance(0.5) ? wood : look.Cloth();
        Table(spot, width, depth, 0.75f, wood, 4);
        int side = Math.Max(1, (int)(width / 0.6f));
        for (int i = 0; i < side; i++)
        {
            float x = (i + 0.5f - side / 2f) * width / side;
            Chair(spot.At(x, depth / 2 + look.Draw(-0.05, 0.3), MathF.PI + look.Draw(-0.3, 0.3)), wood, seat);
            Chair(spot.At(x, -depth / 2 - look.Draw(-0.05, 0.3), look.Draw(-0.3, 0.3)), wood, seat);
        }
    }

    /// <summary>A lamp on a stand.</summary>
    public void Lamp(Spot spot, float height)
    {
        Surface metal = look.Paint(new Vector3(look.Draw(0.05, 0.5)));
        Cylinder(spot, 0, 0.015f, 0, 0.14f, 0.03f, metal);
        Cylinder(spot, 0, height / 2, 0, 0.015f, height, metal);
        Cylinder(spot, 0, height, 0, 0.17f, 0.26f, look.Make(SurfaceKind.Lamp, new Vector3(0.9f, 0.78f, 0.55f) * look.Draw(0.5, 1.4), Vector3.Zero));
    }

    /// <summary>A plant in a pot.</summary>
    public void Plant(Spot spot, float height)
    {
        Cylinder(spot, 0, 0.14f, 0, 0.15f, 0.28f, look.Thing());
        Vector3 green = RoomColours.Hue(look.Draw(0.22, 0.38), look.Draw(0.5, 0.8), look.Draw(0.3, 0.6));
        for (int i = 0; i < 7; i++)
        {
            float angle = look.Draw(0, 6.28), away = look.Draw(0, 0.18);
            Ball(spot, away * MathF.Cos(angle), look.Draw(0.35, 1) * height, away * MathF.Sin(angle), look.Draw(0.2, 0.45), look.Draw(0.15, 0.4), look.Make(SurfaceKind.Carpet, green, green * 0.4f, 0.05f));
        }
    }

    /// <summary>Small things on a surface: books, boxes, cups, bowls, bottles.</summary>
    public void Things(Spot spot, float width, float depth, float height, int count)
    {
        for (int i = 0; i < count; i++)
        {
            float x = look.Draw(-0.42, 0.42) * width, z = look.Draw(-0.4, 0.4) * depth, size = look.Draw(0.08, 0.32), tall = look.Draw(0.06, 0.36);
            switch (look.Pick(4))
            {
                case 0:
                    Box(spot, x, height + 0.02f, z, 0.2f, 0.04f, 0.28f, look.Picture(0.2f), look.Draw(0, 3));
                    break;
                case 1:
                    Box(spot, x, height + tall / 2, z, size, tall, size * 0.8f, look.Thing(), look.Draw(0, 3));
                    break;
                case 2:
                    Cylinder(spot, x, height + tall / 2, z, 0.03f + 0.04f * tall, tall, look.Thing());
                    break;
                default:
                    Ball(spot, x, height + 0.06f, z, 0.12f + 0.3f * size, 0.14f, look.Thing());
                    break;
            }
        }
    }

    private void Legs(Spot spot, float width, float depth, float height, float thick, Surface surface)
    {
        for (int i = 0; i < 4; i++)
        {
            Box(spot, ((i & 1) - 0.5f) * width, height / 2, ((i >> 1) - 0.5f) * depth, thick, height, thick, surface);
        }
    }
}
