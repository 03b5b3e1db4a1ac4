namespace RegCls.Training.Depth;

/// <summary>By which frames the epoch of a depth model is chosen (the two halves of Tab. 2).</summary>
public enum DepthSelection
{
    /// <summary>The lowest balanced error on validation.</summary>
    BestOnValidation,

    /// <summary>The lowest error on the test frames themselves. Bad practice: it is too good by construction, and serves to compare with published numbers that were chosen so.</summary>
    BestOnTest,
}
