using System.Numerics;
using CsCheck;
using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Depth.Rooms;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Tests.Data.Depth;

public sealed class RoomTests : IDisposable
{
    private static readonly Surface Grey = new(SurfaceKind.Plain, new Vector3(0.5f), new Vector3(0.5f), 1, 1);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_ray_meets_a_solid_where_small_steps_along_it_enter_the_solid()
    {
        Gen<float> unit = Gen.Float[-1, 1];
        Gen<Vector3> vector = Gen.Select(unit, unit, unit, (x, y, z) => new Vector3(x, y, z));
        Gen.Select(Gen.Int[0, 2], vector, vector, vector, Gen.Float[0, 6]).Sample(
            (shape, half, start, aim, yaw) =>
            {
                Solid solid = new((SolidShape)shape, new Vector3(0.3f, -0.2f, 4), Vector3.Abs(half) + new Vector3(0.1f), yaw, Grey);
                Vector3 direction = solid.Centre + 1.5f * aim - start;
                float expected = float.PositiveInfinity;
                for (int i = 0; i <= 20000; i++)
                {
                    float at = i / 10000f;
                    if (Inside(solid, start + at * direction))
                    {
                        expected = at;
                        break;
                    }
                }

                float hit = solid.Hit(start, direction);
                return expected == 0 ? float.IsPositiveInfinity(hit)
                    : float.IsPositiveInfinity(expected) ? float.IsPositiveInfinity(hit) || hit > 2 || Grazes(solid, start + hit * direction, direction)
                    : MathF.Abs(hit - expected) < 2e-4f;
            },
            iter: 300);

        // A ray may pass through an edge between two steps.
        static bool Grazes(Solid solid, Vector3 point, Vector3 direction) => !Inside(solid, point + 2e-4f * direction);

        static bool Inside(Solid solid, Vector3 point)
        {
            Vector3 away = point - solid.Centre;
            double cos = Math.Cos(solid.Yaw), sin = Math.Sin(solid.Yaw);
            double x = (cos * away.X - sin * away.Z) / solid.Half.X, y = away.Y / solid.Half.Y, z = (sin * away.X + cos * away.Z) / solid.Half.Z;
            return solid.Shape switch
            {
                SolidShape.Box => Math.Abs(x) < 1 && Math.Abs(y) < 1 && Math.Abs(z) < 1,
                SolidShape.Cylinder => x * x + z * z < 1 && Math.Abs(y) < 1,
                _ => x * x + y * y + z * z < 1,
            };
        }
    }

    [Fact]
    public void Depth_is_the_distance_along_the_view_in_millimetres()
    {
        Room room = new(new Vector3(6, 3, 8), [new Solid(SolidShape.Box, new Vector3(3, 1.5f, 5), new Vector3(0.5f, 0.5f, 1), 0, Grey)], Grey, Grey, [Grey, Grey, Grey, Grey], [(new Vector3(3, 2.8f, 3), Vector3.One)], 0.3f);
        RoomCamera camera = RoomCamera.Towards(new Vector3(3, 1.5f, 1), new Vector3(3, 1.5f, 7), 0);
        DepthPicture picture = RoomRenderer.Render(room, camera, RandomStream.Named("test"), 64, 48);
        Assert.Equal(3000, picture.Depth[24 * 64 + 32]); // the box's face, 3 m ahead
        Assert.Equal(7000, picture.Depth[24 * 64 + 20]); // the far wall, 7 m ahead, in every direction that meets it
        Assert.Equal(7000, picture.Depth[24 * 64 + 44]);
        float down = (0.5f - 47.5f / 48) / (525f / 640 * 4 / 3);
        Assert.InRange(picture.Depth[47 * 64 + 32], 1500 / -down - 1, 1500 / -down + 1); // the floor, 1.5 m below
    }

    [Fact]
    public void No_solid_is_left_out_where_only_those_near_a_tile_are_tried()
    {
        for (int seed = 0; seed < 4; seed++)
        {
            RandomStream stream = RandomStream.Named("test room", seed);
            Room room = RoomBuilder.Build(RoomScale.All[seed], stream);
            RoomCamera camera = RoomCamera.Draw(room, stream);
            DepthPicture picture = RoomRenderer.Render(room, camera, stream, 40, 30);
            for (int i = 0; i < picture.Depth.Length; i++)
            {
                (float distance, Solid? solid) = room.Hit(camera.Place, camera.Ray((i % 40 + 0.5f) / 40, (i / 40 + 0.5f) / 30, 4 / 3f), room.Solids);
                bool known = solid is not { Surface.IsGlass: true } && distance is >= 0.7f and < 10;
                Assert.Equal(known ? (ushort)MathF.Round(1000 * distance) : 0, picture.Depth[i]);
            }
        }
    }

    [Fact]
    public void Depths_are_spread_as_those_of_NYUD2()
    {
        // Over half metres: NYUD2's tenths go up and down by a fifth, because its depth was stored in steps of 4 cm.
        using DepthCache cache = DepthCache.Open(new BuiltInRooms(150, 0, 0, 4), 16, 12, folder.FullPath);
        LabelCounts own = DepthDistribution.Of(cache), real = DepthDistribution.Nyud2();
        double distance = Enumerable.Range(0, 20).Sum(half => Math.Abs(Share(own, half) - Share(real, half))) / 2;
        Assert.InRange(distance, 0, 0.08);
        Assert.InRange(own.Total / (double)(cache.Count * 16 * 12), 0.9, 1);
        Assert.All(Enumerable.Range(2, 15), half => Assert.InRange(Share(own, half) / Share(real, half), 0.5, 2));

        static double Share(LabelCounts counts, int half) => Enumerable.Range(5 * half, 5).Sum(bucket => (double)counts.InBin(bucket)) / counts.Total;
    }

    [Fact]
    public void One_seed_gives_the_same_pictures_and_another_seed_others()
    {
        DepthPicture[] first = Pictures(new BuiltInRooms(2, 1, 1, 2)), again = Pictures(new BuiltInRooms(3, 1, 1, 2)), other = Pictures(new BuiltInRooms(2, 1, 1, 2, seed: 1));
        Assert.Equal(first[0].Colour, again[0].Colour);
        Assert.Equal(first[3].Depth, again[3].Depth);
        Assert.NotEqual(first[0].Depth, other[0].Depth);
        Assert.NotEqual(first[0].Depth, first[1].Depth);
        Assert.NotEqual(first[0].Depth, first[4].Depth);
        Assert.All(first, picture => Assert.InRange(picture.Colour.Average(value => value), 50, 200));
        Assert.All(first, picture => Assert.True(picture.Colour.Select(value => value / 16).Distinct().Count() > 4));
    }

    [Fact]
    public void Rooms_of_one_part_are_in_no_other()
    {
        DepthEntry[] entries = [.. new BuiltInRooms(3, 2, 1, 4).Read(new ProblemLog())];
        Assert.Equal([12, 8, 4], entries.GroupBy(entry => entry.Subset).Select(part => part.Count()));
        Assert.All(entries.GroupBy(entry => entry.Group), room => Assert.Single(room.Select(entry => entry.Subset).Distinct()));
        Assert.Equal(entries.Length, entries.Select(entry => entry.Name).Distinct().Count());
        Assert.Equal(1, RoomScale.All.Sum(scale => scale.Share), 9);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BuiltInRooms(0, 0, 0));
    }

    private static DepthPicture[] Pictures(BuiltInRooms rooms) => [.. rooms.Read(new ProblemLog()).Select(entry => entry.Decode(24, 18))];
}
