namespace RegCls.Models;

/// <summary>What stands after each hidden layer.</summary>
public enum Activation
{
    /// <summary><c>max(x, 0)</c>: every network of the paper but CTE's.</summary>
    Relu,

    /// <summary><c>1 / (1 + e^-x)</c>: the network of CTE (Kukleva et al., 2019).</summary>
    Sigmoid,
}
