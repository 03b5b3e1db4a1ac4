using Plotly.NET;
using RegCls.Losses;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>Network size, depth, optimiser and regression loss: what each arm reaches when it is searched with the same budget.</summary>
public static class LimitsFigure
{
    private static readonly Arm[] Arms = [Arm.Reg, Arm.ScaledReg, Arm.RegCls];

    /// <summary>Draws the test MSE of the trial that each arm chose on validation: a small point a function, a large one for their mean. Three functions describe, they prove nothing.</summary>
    /// <param name="choices">Chosen trials.</param>
    /// <param name="source">What the records are.</param>
    /// <exception cref="ArgumentException">There are no choices.</exception>
    public static GenericChart Create(IReadOnlyList<LimitsChoice> choices, string source)
    {
        if (choices.Count == 0)
        {
            throw new ArgumentException("The figure of limits needs chosen trials, got none.", nameof(choices));
        }

        List<(string Title, string Axis, List<(string Name, LimitsSetting Setting)> Values)> panels = [.. Panels(choices)];
        PanelFigure figure = new(1, panels.Count, panelHeight: 360)
        {
            Title = "The best of a random search, by arm",
            Note = $"{source}: clean, severe, C = {LimitsStudy.Classes}, {choices.Max(choice => choice.Trials)} trials an arm, {choices.Select(choice => choice.Function).Distinct().Count()} functions, 1 seed<br>chosen on validation; small points: functions, lines: their mean",
        };
        for (int column = 0; column < panels.Count; column++)
        {
            (string title, string axis, List<(string Name, LimitsSetting Setting)> values) = panels[column];
            figure.Panel(0, column, title, axis, "test MSE", yFromZero: true, ticks: [.. Enumerable.Range(0, values.Count).Select(i => (double)i)], tickTexts: [.. values.Select(value => value.Name)]);
            for (int arm = 0; arm < Arms.Length; arm++)
            {
                double[] positions = [.. Enumerable.Range(0, values.Count).Select(i => i + 0.12 * (arm - 1))];
                List<List<double>> errors = [.. values.Select(value => choices.Where(choice => choice.Setting == value.Setting && choice.Arm == Arms[arm]).Select(choice => choice.Best.TestMse).ToList())];
                figure.Points(0, column, positions.SelectMany((x, i) => errors[i].Select(_ => x)), errors.SelectMany(list => list), $"{Arms[arm].DisplayName()}, functions", Palette.Of(Arms[arm]), size: 5, opacity: 0.55);
                figure.Line(0, column, positions, errors.Select(list => list.Count == 0 ? double.NaN : list.Average()), Arms[arm].DisplayName(), Palette.Of(Arms[arm]), width: 1.5, marker: "diamond");
            }
        }

        return figure.Build();
    }

    // A setting that is the middle of a factor although it is listed under width: 17-17, Adam, squared.
    private static IEnumerable<(string Title, string Axis, List<(string Name, LimitsSetting Setting)> Values)> Panels(IReadOnlyList<LimitsChoice> choices)
    {
        List<LimitsSetting> settings = [.. choices.Select(choice => choice.Setting).Distinct()];
        LimitsSetting? middle = settings.FirstOrDefault(setting => setting is { Factor: "width", Value: "17" });
        foreach (string factor in LimitsStudy.Settings.Select(setting => setting.Factor).Distinct())
        {
            List<(string, LimitsSetting)> values = [.. settings.Where(setting => setting.Factor == factor).Select(setting => (setting.Value, setting))];
            if (values.Count > 0 && middle is not null && factor != "width")
            {
                string name = factor switch { "depth" => "2", "optimiser" => nameof(Optimiser.Adam), _ => "MSE" };
                values.Insert(factor == "depth" && values[0].Item1 == "1" ? 1 : 0, (name, middle));
            }

            if (values.Count > 0)
            {
                (string title, string axis) = factor switch
                {
                    "width" => ("width of two layers", "units in a layer"),
                    "depth" => ("depth, equal size", "hidden layers"),
                    "optimiser" => ("optimiser", "update rule"),
                    _ => ("regression loss", "loss"),
                };
                yield return (title, axis, values);
            }
        }
    }
}
