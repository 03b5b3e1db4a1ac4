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

    /// <summary>Balanced MSE in closed form with a Gaussian mixture prior (<see cref="GaiLoss"/>).</summary>
    Gai,

    /// <summary>Balanced MSE with the batch's targets as draws from the prior (<see cref="BmcLoss"/>).</summary>
    Bmc,

    /// <summary>Balanced MSE with a histogram prior (<see cref="BniLoss"/>).</summary>
    Bni,
}

/// <summary>Names and properties of <see cref="RegressionLoss"/>.</summary>
public static class RegressionLossExtensions
{
    /// <summary>True for the three forms of Balanced MSE: they need a label prior and a noise scale, <see cref="BalancedTerm"/>.</summary>
    public static bool IsBalanced(this RegressionLoss loss) => loss is RegressionLoss.Gai or RegressionLoss.Bmc or RegressionLoss.Bni;
}
