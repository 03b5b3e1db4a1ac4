namespace RegCls.Binning;

/// <summary>
/// Which form of a published method is meant where the released code does otherwise than its paper. <c>data/releases.md</c> says what differs, which form is the default, why, and what each does to the errors.
/// </summary>
public enum PublishedVariant
{
    /// <summary>The form this project uses where nothing else is said.</summary>
    Default,

    /// <summary>The formula of the paper, where the default follows the released code.</summary>
    AsInPaper,

    /// <summary>What the released code computes, where the default follows the paper.</summary>
    AsReleased,
}
