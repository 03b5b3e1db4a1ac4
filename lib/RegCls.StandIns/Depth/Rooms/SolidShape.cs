namespace RegCls.Data.Depth.Rooms;

/// <summary>The shape of a solid.</summary>
internal enum SolidShape
{
    /// <summary>A box.</summary>
    Box,

    /// <summary>An upright cylinder.</summary>
    Cylinder,

    /// <summary>An ellipsoid.</summary>
    Ellipsoid,
}
