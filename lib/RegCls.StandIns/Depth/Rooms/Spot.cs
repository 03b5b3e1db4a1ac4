using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>A place on the floor where a piece of furniture stands.</summary>
/// <param name="X">Middle, in metres.</param>
/// <param name="Z">Middle, in metres.</param>
/// <param name="Yaw">The direction its front looks to, in radians; its own x axis is its width, z its depth to the front.</param>
internal readonly record struct Spot(float X, float Z, float Yaw)
{
    /// <summary>A point in the furniture's own coordinates as the room sees it.</summary>
    public Vector3 ToRoom(float x, float y, float z)
    {
        (float sin, float cos) = MathF.SinCos(Yaw);
        return new Vector3(X + cos * x + sin * z, y, Z - sin * x + cos * z);
    }

    /// <summary>Another spot, given in the furniture's own coordinates.</summary>
    public Spot At(float x, float z, float yaw)
    {
        Vector3 place = ToRoom(x, 0, z);
        return new Spot(place.X, place.Z, Yaw + yaw);
    }
}
