namespace RegCls.Bundle;

/// <summary>What <see cref="ElfVersionWeakener"/> found and did.</summary>
public enum ElfVersionChange
{
    /// <summary>The file does not ask for the version; nothing was changed.</summary>
    NotPresent,

    /// <summary>The requirement is weak already; nothing was changed.</summary>
    AlreadyWeak,

    /// <summary>A relocation uses a symbol of the version, so the file really needs it; nothing was changed.</summary>
    InUse,

    /// <summary>The requirement was made weak.</summary>
    Weakened,
}
