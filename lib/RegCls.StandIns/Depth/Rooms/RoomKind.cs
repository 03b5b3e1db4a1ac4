namespace RegCls.Data.Depth.Rooms;

/// <summary>What a room is for.</summary>
internal enum RoomKind
{
    /// <summary>Bed, wardrobe, small tables.</summary>
    Bedroom,

    /// <summary>Sofa, low table, shelves, television.</summary>
    Living,

    /// <summary>Desks with screens, shelves.</summary>
    Office,

    /// <summary>Worktops, cupboards, refrigerator, a table.</summary>
    Kitchen,

    /// <summary>A table with chairs, a cupboard.</summary>
    Dining,

    /// <summary>Rows of tables, as in a classroom or a canteen.</summary>
    Hall,
}
