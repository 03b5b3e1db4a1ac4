namespace RegCls.Training;

/// <summary>How parameters are updated.</summary>
public enum Optimiser
{
    /// <summary>Adam with coupled weight decay (<c>torch.optim.Adam</c>): the paper's.</summary>
    Adam,

    /// <summary>Stochastic gradient descent with momentum 0.9 and coupled weight decay (<c>torch.optim.SGD</c>).</summary>
    Sgd,
}
