using System.Numerics;

namespace RegCls.Data.Depth.Rooms;

/// <summary>What is seen along a ray.</summary>
/// <param name="Depth">How many lengths of the ray's direction away.</param>
/// <param name="Solid">The solid; null for the room's own walls, floor and ceiling.</param>
/// <param name="Point">Where it is met.</param>
/// <param name="Normal">The surface's direction there.</param>
/// <param name="Colour">Its colour there.</param>
internal readonly record struct Sight(float Depth, Solid? Solid, Vector3 Point, Vector3 Normal, Vector3 Colour)
{
    /// <summary>Looks along a ray.</summary>
    /// <param name="room">The room.</param>
    /// <param name="origin">Start, inside the room.</param>
    /// <param name="ray">Direction.</param>
    /// <param name="candidates">The solids that may be met.</param>
    public static Sight Of(Room room, Vector3 origin, Vector3 ray, IReadOnlyList<Solid> candidates)
    {
        (float distance, Solid? solid) = room.Hit(origin, ray, candidates);
        Vector3 point = origin + distance * ray;
        (Vector3 normal, Vector3 colour) = solid?.At(point) ?? room.At(point);
        return new Sight(distance, solid, point, normal, colour);
    }
}
