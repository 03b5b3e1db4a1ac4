namespace RegCls.Studies.Images;

/// <summary>A method as it is compared: with its number of classes, and the control with its λ, at which alone it differs from reg.</summary>
/// <param name="Method">The method.</param>
/// <param name="Classes">C; 0 without classes.</param>
/// <param name="Lambda">λ of the control; 0 for other methods, which have one λ each.</param>
public readonly record struct AgeArm(AgeMethod Method, int Classes = 0, double Lambda = 0)
{
    /// <summary>The arm of a run.</summary>
    public static AgeArm Of(AgeRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new AgeArm(run.Method, run.Classes, run.Method == AgeMethod.ScaledReg ? run.Lambda : 0);
    }

    /// <summary>Whether a record is of this arm.</summary>
    public bool Has(AgeRecord record) => Of(record.Configuration) == this;

    /// <summary>Name in tables and charts, such as <c>reg+cls (100 cls)</c> or <c>scaled reg, λ = 10</c>.</summary>
    public string DisplayName => Method.ToImageMethod(Classes, 1).DisplayName + (Lambda == 0 ? "" : FormattableString.Invariant($", λ = {Lambda:G}"));
}
