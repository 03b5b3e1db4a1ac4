namespace RegCls.Data.Sets;

/// <summary>Where a path of a table was found.</summary>
/// <param name="Full">The full path, written in one way however the table writes it: what tells whether two rows name one file.</param>
/// <param name="How">How the disk spells it where that is not how the table does; null where they agree.</param>
internal readonly record struct TablePath(string Full, string? How);
