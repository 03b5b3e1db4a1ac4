using RegCls.Studies;

namespace RegCls.Tables.Running;

/// <summary>What a model reached, in the user's unit or its square.</summary>
public sealed record OwnScores
{
    /// <summary>MSE on the validation rows, which chooses among trials.</summary>
    public required double Validation { get; init; }

    /// <summary>MSE on the test rows.</summary>
    public required double Test { get; init; }

    /// <summary>Mean absolute error on the test rows.</summary>
    public required double Mae { get; init; }

    /// <summary>MSE on test rows whose target is frequent in training; NaN where there are none.</summary>
    public required double Many { get; init; }

    /// <summary>MSE on those in between.</summary>
    public required double Medium { get; init; }

    /// <summary>MSE on test rows whose target is rare in training.</summary>
    public required double Few { get; init; }

    /// <summary>The columns of a record file; a mean over no rows is empty.</summary>
    internal static OwnScores Columns(RecordCells cells, OwnScores? scores) => new()
    {
        Validation = cells.NumberOrNaN("validation_mse", scores?.Validation),
        Test = cells.NumberOrNaN("test_mse", scores?.Test),
        Mae = cells.NumberOrNaN("test_mae", scores?.Mae),
        Many = cells.NumberOrNaN("many_mse", scores?.Many),
        Medium = cells.NumberOrNaN("medium_mse", scores?.Medium),
        Few = cells.NumberOrNaN("few_mse", scores?.Few),
    };
}
