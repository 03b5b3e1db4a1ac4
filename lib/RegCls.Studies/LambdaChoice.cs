namespace RegCls.Studies;

/// <summary>What searches for λ on models other than the 1D ones share: the value with the lowest mean validation error.</summary>
internal static class LambdaChoice
{
    /// <summary>Chooses among the records of one arm; of equal errors the largest λ is taken.</summary>
    /// <param name="records">Records of one arm; at least one.</param>
    /// <param name="lambda">λ of a record.</param>
    /// <param name="error">Its validation error.</param>
    /// <param name="arm">Name of the arm, for the message.</param>
    /// <returns>The λ and its mean error.</returns>
    /// <exception cref="ArgumentException">A λ was tried on fewer models than another.</exception>
    public static (double Lambda, double Error) Of<T>(IEnumerable<T> records, Func<T, double> lambda, Func<T, double> error, string arm)
    {
        (double Lambda, int Models, double Error)[] tried = [.. records.GroupBy(lambda).Select(group => (group.Key, group.Count(), group.Average(error)))];
        if (tried.Select(entry => entry.Models).Distinct().Count() > 1)
        {
            throw new ArgumentException($"{arm}: each λ must be tried on as many models, got {string.Join(", ", tried.Select(entry => $"{entry.Models} for {entry.Lambda:G}"))}: run the search to its end.", nameof(records));
        }

        (double best, int _, double lowest) = tried.OrderBy(entry => entry.Error).ThenByDescending(entry => entry.Lambda).First();
        return (best, lowest);
    }
}
