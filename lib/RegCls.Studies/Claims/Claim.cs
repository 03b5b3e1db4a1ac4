namespace RegCls.Claims;

/// <summary>A claim, figure, table or equation of the paper, and how it is judged here.</summary>
/// <param name="Id">Short name, unique.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where in the paper.</param>
/// <param name="Text">What it says, in our words.</param>
/// <param name="Cell">Where it is in the notebooks: <c>02 recorded</c> is the cell <c>recorded</c> of notebook 02; several are separated by <c>; </c>.</param>
/// <param name="Records">Names of the records it is judged by, as in <c>data/recorded</c>; empty where it is computed or not testable.</param>
/// <param name="Judge">Computes the finding.</param>
public sealed record Claim(string Id, ClaimKind Kind, string Place, string Text, string Cell, IReadOnlyList<string> Records, Func<ClaimRecords, ClaimFinding> Judge);
