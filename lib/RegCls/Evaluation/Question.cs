namespace RegCls.Evaluation;

/// <summary>A question of a family: does an arm differ from another as claimed?</summary>
/// <param name="Text">The question in words, such as <c>clean: reg+cls − reg</c>.</param>
/// <param name="Effect">The comparison that the claim is about.</param>
/// <param name="Sign">The claimed sign: -1 where the first arm is lower, +1 where it is higher, 0 where the two are on a par.</param>
/// <param name="Control">The same against the control; null where there is none.</param>
/// <param name="IsDescribed">Whether it is only described, whatever the number of units, because it was chosen after looking at the test set.</param>
public sealed record Question(string Text, Effect Effect, int Sign = -1, Effect? Control = null, bool IsDescribed = false);
