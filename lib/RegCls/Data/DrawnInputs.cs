namespace RegCls.Data;

/// <summary>Inputs of the three uniform sets, before their targets are computed.</summary>
/// <param name="Train">Training inputs, [N].</param>
/// <param name="Validation">Validation inputs, [N].</param>
/// <param name="Test">Test inputs, [N].</param>
internal sealed record DrawnInputs(double[] Train, double[] Validation, double[] Test);
