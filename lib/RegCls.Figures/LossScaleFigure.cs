using Plotly.NET;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>Every trial of the search against the common loss factor s, one panel an optimiser.</summary>
public static class LossScaleFigure
{
    /// <summary>Draws validation MSE against s for scaled reg and reg+cls with two hidden layers of 17 units.</summary>
    /// <param name="records">Records of the study of limits.</param>
    /// <param name="source">What the records are.</param>
    public static GenericChart Create(IReadOnlyList<RunRecord> records, string source)
    {
        LimitsSetting[] settings =
        [
            .. LimitsStudy.Settings.Where(setting => setting.Hidden == HiddenLayers.Of(17, 17) && setting.Factor is "width" or "optimiser")
                .Where(setting => records.Any(record => setting.Includes(record.Configuration))),
        ];
        PanelFigure figure = new(1, settings.Length, panelHeight: 340)
        {
            Title = "Every trial, against the common factor s of the loss",
            Note = $"{source}: clean, severe, two layers of 17 units, C = {LimitsStudy.Classes}; a point is a trial with its own learning rate and λ<br>dashed: the best trial of reg, which has s = 1",
        };
        for (int column = 0; column < settings.Length; column++)
        {
            RunRecord[] trials = [.. records.Where(record => settings[column].Includes(record.Configuration) && double.IsFinite(record.ValidationMse))];
            figure.Panel(0, column, settings[column].Optimiser == Optimiser.Sgd ? "SGD" : "Adam", "common factor s", "validation MSE", logarithmicX: true, yRange: (0, 1.6));
            foreach (Arm arm in new[] { Arm.ScaledReg, Arm.RegCls })
            {
                RunRecord[] own = [.. trials.Where(record => record.Configuration.Arm == arm)];
                figure.Points(0, column, own.Select(record => record.Configuration.LossScale), own.Select(record => record.ValidationMse), arm.DisplayName(), Palette.Of(arm), size: 6, opacity: 0.75);
            }

            double reg = trials.Where(record => record.Configuration.Arm == Arm.Reg).Min(record => record.ValidationMse);
            figure.Line(0, column, [1e-2, 1e2], [reg, reg], "reg, best trial", Palette.Reg, dash: "dash", width: 1.5);
        }

        return figure.Build();
    }
}
