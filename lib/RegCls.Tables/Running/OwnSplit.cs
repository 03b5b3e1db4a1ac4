namespace RegCls.Tables.Running;

/// <summary>Which rows are trained on, which choose among trials, and which are tested on.</summary>
/// <param name="Train">Rows of the training part.</param>
/// <param name="Validation">Rows of the validation part.</param>
/// <param name="Test">Rows of the test part.</param>
public sealed record OwnSplit(int[] Train, int[] Validation, int[] Test);
