using RegCls.Tables.Running;

namespace RegCls.Tables.Answers;

/// <summary>Which test rows an error is taken over.</summary>
public enum OwnPart
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those whose target is frequent in training: in a fiftieth of the range with at least the average number of rows.</summary>
    Many,

    /// <summary>Those in between.</summary>
    Medium,

    /// <summary>Those whose target is rare: less than a fifth of the average.</summary>
    Few,
}

/// <summary>Names and numbers of <see cref="OwnPart"/>.</summary>
public static class OwnParts
{
    /// <summary>The name in tables.</summary>
    public static string Name(this OwnPart part) => part switch
    {
        OwnPart.All => "all rows",
        OwnPart.Many => "frequent targets",
        OwnPart.Medium => "in between",
        _ => "rare targets",
    };

    /// <summary>The MSE over these rows.</summary>
    public static double Mse(this OwnPart part, OwnScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return part switch
        {
            OwnPart.All => scores.Test,
            OwnPart.Many => scores.Many,
            OwnPart.Medium => scores.Medium,
            _ => scores.Few,
        };
    }
}
