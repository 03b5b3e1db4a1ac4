namespace RegCls.Studies.Images;

/// <summary>What a search for λ chose.</summary>
/// <param name="Method">The method.</param>
/// <param name="Classes">Its C; 0 without classes.</param>
/// <param name="WeightDecay">The weight decay it was searched with.</param>
/// <param name="Lambda">The λ with the lowest validation MSE, the larger one of equals.</param>
/// <param name="ValidationMse">That error, in squared years.</param>
public sealed record ChosenAgeLambda(AgeMethod Method, int Classes, double WeightDecay, double Lambda, double ValidationMse)
{
    /// <summary>Chooses for each method, number of classes and weight decay.</summary>
    /// <param name="records">Records of a search.</param>
    /// <exception cref="ArgumentException">A λ was tried on fewer models than another.</exception>
    public static IReadOnlyList<ChosenAgeLambda> Of(IEnumerable<AgeRecord> records) =>
    [
        .. records.GroupBy(record => (record.Configuration.WeightDecay, record.Configuration.Method, record.Configuration.Classes)).OrderBy(group => group.Key).Select(group =>
        {
            (double lambda, double mse) = LambdaChoice.Of(group, record => record.Configuration.Lambda, record => record.ValidationMse, $"{group.Key.Method} with {group.Key.Classes} classes");
            return new ChosenAgeLambda(group.Key.Method, group.Key.Classes, group.Key.WeightDecay, lambda, mse);
        }),
    ];
}
