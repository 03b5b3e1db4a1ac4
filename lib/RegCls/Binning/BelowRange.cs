namespace RegCls.Binning;

/// <summary>What happens to a target below the first class edge.</summary>
public enum BelowRange
{
    /// <summary>It belongs to class 0: the rule of the 1D study.</summary>
    FirstClass,

    /// <summary>It gets the label <see cref="ClassRanges.Ignored"/>, which the classification loss leaves out: the rule of the image and video studies.</summary>
    Ignore,
}
