namespace RegCls.Losses;

/// <summary>The regression term of an objective; e is the residual f(x) - y.</summary>
public enum RegressionLoss
{
    /// <summary>e², the paper's MSE (Eq. 3).</summary>
    Squared,

    /// <summary>|e|, also called L1.</summary>
    Absolute,

    /// <summary>Huber's loss with δ = 1: e² / 2 where |e| ≤ 1, |e| - 1/2 beyond.</summary>
    Huber,
}
