namespace RegCls.Data.Depth.Rooms;

/// <summary>The pattern on a surface.</summary>
internal enum SurfaceKind
{
    /// <summary>One colour, a little uneven.</summary>
    Plain,

    /// <summary>Grain along one direction.</summary>
    Wood,

    /// <summary>Boards side by side, each with grain and its own shade.</summary>
    Boards,

    /// <summary>Squares with joints.</summary>
    Tiles,

    /// <summary>Fine speckles.</summary>
    Carpet,

    /// <summary>Stripes of two colours from top to bottom.</summary>
    Stripes,

    /// <summary>Rows of books with boards between them.</summary>
    Books,

    /// <summary>Blots of many colours within a frame.</summary>
    Picture,

    /// <summary>Doors or drawers with joints and handles.</summary>
    Fronts,

    /// <summary>A bright view behind bars; a depth sensor sees nothing there.</summary>
    Window,

    /// <summary>Gives light itself.</summary>
    Lamp,
}
