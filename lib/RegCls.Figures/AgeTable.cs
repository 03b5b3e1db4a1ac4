using Deedle;
using RegCls.Studies.Images;

namespace RegCls.Figures;

/// <summary>Tab. 3 and the age half of Tab. 4, ours and the published ones.</summary>
public static class AgeTable
{
    private static readonly string[] Shots = ["all", "many", "medium", "few"];

    /// <summary>One row a method: mean (standard deviation) over seeds of MAE in years and MSE in squared years, over all test images and by shot. A dash is a group without images, or an error nobody gives.</summary>
    /// <param name="records">Records of one data set and weight decay.</param>
    public static Frame<int, string> Create(IEnumerable<AgeRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        IGrouping<AgeArm, AgeRecord>[] methods = [.. records.GroupBy(record => AgeArm.Of(record.Configuration))];
        return Table("method", methods, method => method.Key.DisplayName, (method, error, shot) =>
        {
            double[] values = [.. method.Select(record => (error == "mae" ? record.Mae : record.Mse)[shot]).OfType<double>()];
            return MeanDeviation.Of(values);
        });
    }

    /// <summary>A published table, in the same columns.</summary>
    public static Frame<int, string> Published(IReadOnlyList<PublishedAgeError> published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return Table("published, IMDB-WIKI-DIR", [.. published.Select(entry => entry.Method).Distinct()], method => method, (method, error, shot) =>
            published.SingleOrDefault(entry => entry.Method == method && entry.Error == error && entry.Shot == Shots[shot]) is { } entry ? new MeanDeviation(entry.Mean, entry.StandardDeviation) : null);
    }

    private static Frame<int, string> Table<T>(string heading, T[] methods, Func<T, string> name, Func<T, string, int, MeanDeviation?> value)
    {
        int[] rows = [.. Enumerable.Range(0, methods.Length)];
        Dictionary<string, Series<int, object>> columns = new() { [heading] = new(rows, methods.Select(object (method) => name(method))) };
        foreach (string error in (ReadOnlySpan<string>)["mae", "mse"])
        {
            for (int shot = 0; shot < Shots.Length; shot++)
            {
                // A column without any value (Tab. 4 gives all only) would say nothing.
                MeanDeviation?[] values = [.. methods.Select(method => value(method, error, shot))];
                if (values.Any(entry => entry is not null))
                {
                    columns[$"{error.ToUpperInvariant()} {Shots[shot]}"] = new(rows, values.Select(object (entry) => MeanDeviation.Text(entry, error == "mae" ? "F2" : "F1")));
                }
            }
        }

        return Frame.FromColumns(columns);
    }
}
