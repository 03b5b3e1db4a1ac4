namespace RegCls.Training;

/// <summary>How the size of the objective is set during training, other than by a fixed factor λ.</summary>
public enum LossScaling
{
    /// <summary>Not at all: λ is what it is, as in the paper.</summary>
    Fixed,

    /// <summary>The objective is divided by the running mean of its batch losses (weight 0.99 on the past, corrected for its start), which is not differentiated: its size stays near 1.</summary>
    RunningMean,

    /// <summary>The gradient of each step is scaled to the norm that the gradient of another model has at the same step, over the parameters that both have: <see cref="ReplicaTask.Twin"/>, trained beside.</summary>
    MatchedGradient,
}
