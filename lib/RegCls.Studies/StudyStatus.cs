using System.Globalization;

namespace RegCls.Studies;

/// <summary>How far a study is.</summary>
/// <param name="Done">Models that are recorded, those of earlier runs included.</param>
/// <param name="Total">Models of the study.</param>
/// <param name="Error">The mean error of the models done, as <see cref="IRunRecord.ShownError"/> has it; NaN before the first and where records have none.</param>
/// <param name="ErrorName">What the error is, with its unit; empty where records have none.</param>
public sealed record StudyStatus(int Done, int Total, double Error, string ErrorName)
{
    /// <summary>The share of models done, 0 to 1.</summary>
    public double Fraction => Total == 0 ? 1 : (double)Done / Total;

    /// <summary>For example "12 of 48 models, mean test MSE 0.0312".</summary>
    public override string ToString()
    {
        string models = string.Create(CultureInfo.InvariantCulture, $"{Done:N0} of {Total:N0} models");
        return double.IsNaN(Error) ? models : string.Create(CultureInfo.InvariantCulture, $"{models}, mean {ErrorName} {Error:G3}");
    }
}
