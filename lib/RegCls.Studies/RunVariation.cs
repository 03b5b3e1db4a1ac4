using System.Globalization;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>The settings in which a run may differ from the published ones, as text for hashes and records; one that does not differ is not named.</summary>
internal static class RunVariation
{
    private static readonly Setting[] Settings =
    [
        new("classes", run => run.ClassDefinition == ClassDefinition.Uniform ? null : run.ClassDefinition.ToString(), (run, text) => run with { ClassDefinition = Enum.Parse<ClassDefinition>(text) }),
        new("hidden", run => run.Hidden == HiddenLayers.Table6 ? null : run.Hidden.Text, (run, text) => run with { Hidden = new HiddenLayers(text) }),
        new("optimiser", run => run.Optimiser == Optimiser.Adam ? null : run.Optimiser.ToString(), (run, text) => run with { Optimiser = Enum.Parse<Optimiser>(text) }),
        new("selection", run => run.Selection == Selection.LastEpoch ? null : run.Selection.ToString(), (run, text) => run with { Selection = Enum.Parse<Selection>(text) }),
        new("loss", run => run.Loss == RegressionLoss.Squared ? null : run.Loss.ToString(), (run, text) => run with { Loss = Enum.Parse<RegressionLoss>(text) }),
        new("scale", run => run.LossScale == 1 ? null : run.LossScale.ToString("R", CultureInfo.InvariantCulture), (run, text) => run with { LossScale = double.Parse(text, CultureInfo.InvariantCulture) }),
        new("class_loss", run => run.ClassLoss == ClassLoss.CrossEntropy ? null : run.ClassLoss.ToString(), (run, text) => run with { ClassLoss = Enum.Parse<ClassLoss>(text) }),
        new("readout", run => run.Readout == Readout.RegressionHead ? null : run.Readout.ToString(), (run, text) => run with { Readout = Enum.Parse<Readout>(text) }),
        new("scaling", run => run.Scaling == LossScaling.Fixed ? null : run.Scaling.ToString(), (run, text) => run with { Scaling = Enum.Parse<LossScaling>(text) }),
        new("targets", run => run.Standardised ? "standardised" : null, (run, text) => run with { Standardised = text == "standardised" ? true : throw new FormatException() }),
        new("noise", run => run.Noise == TrainingNoise.None ? null : run.Noise.ToString(), (run, text) => run with { Noise = Enum.Parse<TrainingNoise>(text) }),
        new("samples", run => run.Samples?.ToString(CultureInfo.InvariantCulture), (run, text) => run with { Samples = int.Parse(text, CultureInfo.InvariantCulture) }),
        new("engine", run => run.IsForcedVectorised ? "vectorised" : null, (run, text) => run with { IsForcedVectorised = text == "vectorised" ? true : throw new FormatException() }),
        new("precision", run => run.Precision == Precision.Single ? null : run.Precision.ToString(), (run, text) => run with { Precision = Enum.Parse<Precision>(text) }),
    ];

    /// <summary>The settings that differ, in a fixed order.</summary>
    public static string Text(RunConfiguration run) =>
        string.Join(';', Settings.Select(setting => (setting.Name, Value: setting.Read(run))).Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={pair.Value}"));

    /// <summary>A run with the settings of a text.</summary>
    /// <exception cref="UnknownSettingException">A setting or its value is unknown.</exception>
    public static RunConfiguration Apply(string text, RunConfiguration run)
    {
        foreach (string pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            Setting setting = Settings.FirstOrDefault(setting => setting.Name == parts[0] && parts.Length == 2)
                ?? throw new UnknownSettingException($"the variation '{pair}' is no setting of a run, expected name=value with one of {string.Join(", ", Settings.Select(known => known.Name))}");
            try
            {
                run = setting.Write(run, parts[1]);
            }
            catch (Exception error) when (error is FormatException or ArgumentException)
            {
                throw new UnknownSettingException($"the variation '{pair}' has a value that {parts[0]} cannot take", error);
            }
        }

        return run;
    }

    private sealed record Setting(string Name, Func<RunConfiguration, string?> Read, Func<RunConfiguration, string, RunConfiguration> Write);
}
