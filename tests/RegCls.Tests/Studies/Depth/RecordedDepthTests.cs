using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Depth;

namespace RegCls.Tests.Studies.Depth;

/// <summary>That the records of the depth studies are what the code and notebook 08 take them for.</summary>
public class RecordedDepthTests
{
    [Theory]
    [InlineData("depth-rooms-lambda", 40)]
    [InlineData("depth-lambda", 32)]
    public void The_lambda_of_each_arm_is_the_one_that_the_recorded_search_chose(string name, int models)
    {
        IReadOnlyList<DepthRecord> records = Read(name);
        Assert.Empty(StudyCoverage.Of(StudyCatalogue.Find(name)!.Create(Profile.Full), records).Missing);
        Assert.Equal(models, records.Count);
        DepthData data = records[0].Configuration.Data;
        IReadOnlyList<ChosenDepthLambda> chosen = ChosenDepthLambda.Of(records);
        Assert.Equal(8, chosen.Count);
        foreach (ChosenDepthLambda choice in chosen)
        {
            // The control at λ = 1 would be reg: it has the λ of the arm it is compared with.
            double expected = data == DepthData.BuiltIn && choice.Method == DepthMethod.ScaledReg ? DepthLambda.For(data, DepthMethod.RegCls, 10) : choice.Lambda;
            Assert.Equal(expected, DepthLambda.For(data, choice.Method, choice.Classes));
            Assert.Contains(choice.Lambda, DepthStudy.Lambdas(data));
        }

        Assert.Equal(data == DepthData.BuiltIn ? 1.0 : 1000.0, chosen.Single(choice => choice.Method == DepthMethod.ScaledReg).Lambda);
    }

    private static IReadOnlyList<DepthRecord> Read(string name) => new RecordFile<DepthRecord>(DataFiles.Find($"recorded/{name}.csv")).Read();
}
