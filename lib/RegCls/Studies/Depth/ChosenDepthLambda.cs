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
            (double Lambda, int Models, double Rmse)[] tried =
                [.. group.GroupBy(record => record.Configuration.Lambda).Select(lambda => (lambda.Key, lambda.Count(), lambda.Average(record => record.ValidationRmse)))];
            if (tried.Select(lambda => lambda.Models).Distinct().Count() > 1)
            {
                throw new ArgumentException(
                    $"{group.First().Configuration.DisplayName}: each λ must be tried on as many models, got {string.Join(", ", tried.Select(lambda => $"{lambda.Models} for {lambda.Lambda:G}"))}: run the search to its end.", nameof(records));
            }

            (double lambda, int _, double rmse) = tried.OrderBy(lambda => lambda.Rmse).ThenByDescending(lambda => lambda.Lambda).First();
            return new ChosenDepthLambda(group.Key.Data, group.Key.Method, group.Key.Classes, lambda, rmse);
        }),
    ];
}
