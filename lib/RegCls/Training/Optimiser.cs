namespace RegCls.Training;

/// <summary>How parameters are updated.</summary>
public enum Optimiser
{
    /// <summary>Adam with coupled weight decay (<c>torch.optim.Adam</c>): the paper's.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay (<c>torch.optim.AdamW</c>): parameters shrink by <c>1 - lr · wd</c> a step, whatever the loss.</summary>
    AdamW,

    /// <summary>Stochastic gradient descent with momentum 0.9 and coupled weight decay (<c>torch.optim.SGD</c>).</summary>
    Sgd,
}
