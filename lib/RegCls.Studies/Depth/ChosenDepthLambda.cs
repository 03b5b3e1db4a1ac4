namespace RegCls.Studies.Depth;

/// <summary>What a search for λ chose.</summary>
/// <param name="Data">The frames.</param>
/// <param name="Method">The method.</param>
/// <param name="Classes">C; 0 without classes.</param>
/// <param name="Lambda">The λ with the lowest mean validation error, the larger one of equals.</param>
/// <param name="ValidationRmse">That error in metres.</param>
public sealed record ChosenDepthLambda(DepthData Data, DepthMethod Method, int Classes, double Lambda, double ValidationRmse)
{
    /// <summary>Chooses for each arm by the validation error alone.</summary>
    /// <param name="records">Records of a search.</param>
    /// <exception cref="ArgumentException">A λ was tried on fewer models than another.</exception>
    public static IReadOnlyList<ChosenDepthLambda> Of(IEnumerable<DepthRecord> records) =>
    [
        .. records.GroupBy(record => (record.Configuration.Data, record.Configuration.Method, record.Configuration.Classes)).OrderBy(group => group.Key).Select(group =>
        {
            (double lambda, double rmse) = LambdaChoice.Of(group, record => record.Configuration.Lambda, record => record.ValidationRmse, group.First().Configuration.DisplayName);
            return new ChosenDepthLambda(group.Key.Data, group.Key.Method, group.Key.Classes, lambda, rmse);
        }),
    ];
}
