namespace RegCls.Data.Sets;

/// <summary>What one part of a data set holds.</summary>
/// <param name="Name">train, validation, test, or left out.</param>
/// <param name="Count">How many samples.</param>
/// <param name="Facts">Ranges and quantiles, each a name and a value; parts have the same names in the same order, so that they stand side by side.</param>
public sealed record PartReport(string Name, int Count, IReadOnlyList<(string Name, string Value)> Facts);
