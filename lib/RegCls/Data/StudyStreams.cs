namespace RegCls.Data;

/// <summary>The random streams of one function and data seed: every purpose has its own.</summary>
internal sealed class StudyStreams(SumOfSines function, int functionIndex, int dataSeed)
{
    public RandomStream For(params object[] purpose) =>
        RandomStream.Named(["1D study", "function", functionIndex, function.A, function.C, "data seed", dataSeed, .. purpose]);
}
