namespace RegCls.KernelHost;

/// <summary>What came of a cell.</summary>
/// <param name="Outputs">What it displayed and printed, in order.</param>
/// <param name="Failure">Why it failed; null if it did not.</param>
/// <param name="SecondsAfterCancel">How long the kernel took to give the cell up; null where it was not cancelled.</param>
internal sealed record KernelResult(IReadOnlyList<KernelOutput> Outputs, string? Failure, double? SecondsAfterCancel);
