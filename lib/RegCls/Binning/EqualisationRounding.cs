namespace RegCls.Binning;

/// <summary>How Eq. 12 makes a whole number of C · s / N. The three codes of the authors' release round in three ways, and the paper in a fourth.</summary>
public enum EqualisationRounding
{
    /// <summary><c>⌈C · s / N⌉ - 1</c>: the 1D code, and the default everywhere; it differs from the paper's ⌊C · s / N⌋ only where C · s / N is a whole number.</summary>
    Up,

    /// <summary><c>max(round(C · s / N) - 1, 0)</c>, halves to even: the image code. The first classes hold up to 1.5 of the average, the last about half of it.</summary>
    ImageCode,

    /// <summary><c>round(C · s / N) - 1</c>: the video code. As <see cref="ImageCode"/>, but ranges with less than half the average before them stay a class of their own.</summary>
    VideoCode,
}
