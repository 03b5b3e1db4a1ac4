using RegCls.Tables.Running;

namespace RegCls.Tables.Answers;

/// <summary>Counts test rows that a model has seen in training.</summary>
internal static class Duplicates
{
    /// <summary>Mean over splits of the share of test rows whose inputs and target stand in the training part too.</summary>
    public static double Share(OwnData data, IReadOnlyList<OwnSplit> splits)
    {
        string[] rows = [.. Enumerable.Range(0, data.Rows).Select(row => string.Join(';', Enumerable.Range(row * data.Width, data.Width).Select(i => data.Inputs[i].ToString("R", System.Globalization.CultureInfo.InvariantCulture)).Append(data.Targets[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture))))];
        Dictionary<string, int> codes = [];
        int[] code = new int[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            codes.TryAdd(rows[row], codes.Count);
            code[row] = codes[rows[row]];
        }

        return codes.Count == rows.Length ? 0 : splits.Average(split =>
        {
            HashSet<int> train = [.. split.Train.Select(row => code[row])];
            return split.Test.Count(row => train.Contains(code[row])) / (double)split.Test.Length;
        });
    }
}
