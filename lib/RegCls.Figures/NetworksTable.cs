using Deedle;
using RegCls.Models;

namespace RegCls.Figures;

/// <summary>Tab. 6: the two networks of the 1D study, layer by layer.</summary>
public static class NetworksTable
{
    /// <summary>One row a layer; the last column counts weights and biases of (b), which is (a) plus the classification head.</summary>
    /// <param name="classes">Number of classes C of the classification head.</param>
    public static Frame<int, string> Create(int classes)
    {
        MlpShape shape = MlpShape.Table6(classes);
        List<(string Layer, string Output, string Regression, string Both, int Parameters)> rows = [("input x", "[B, 1]", "✓", "✓", 0)];
        int fanIn = shape.Inputs;
        foreach (int width in shape.Hidden)
        {
            rows.Add(($"linear {fanIn} → {width}, ReLU", $"[B, {width}]", "✓", "✓", (fanIn + 1) * width));
            fanIn = width;
        }

        rows.Add(($"regression head: linear {fanIn} → 1", "[B, 1]", "✓", "✓", fanIn + 1));
        rows.Add(($"classification head: linear {fanIn} → {classes} (training only)", $"[B, {classes}]", "–", "✓", (fanIn + 1) * classes));
        rows.Add(("all parameters", "", MlpShape.Table6().ParameterCount.ToString(), shape.ParameterCount.ToString(), shape.ParameterCount));
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["layer"] = Column(row => row.Layer),
            ["output"] = Column(row => row.Output),
            ["(a) regression"] = Column(row => row.Regression),
            ["(b) with classes"] = Column(row => row.Both),
            ["parameters"] = Column(row => row.Parameters),
        });

        Series<int, object> Column(Func<(string Layer, string Output, string Regression, string Both, int Parameters), object> value) =>
            new(Enumerable.Range(0, rows.Count), rows.Select(value));
    }
}
