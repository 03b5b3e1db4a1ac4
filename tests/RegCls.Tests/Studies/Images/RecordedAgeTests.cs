using RegCls.Data;
using RegCls.Studies;
using RegCls.Studies.Images;

namespace RegCls.Tests.Studies.Images;

/// <summary>That the records of the age studies are what the code and notebook 07 take them for.</summary>
public class RecordedAgeTests
{
    [Theory]
    [InlineData("age-utk-lambda", 36, 9)]
    [InlineData("age-lambda", 12, 3)]
    public void The_lambda_of_each_method_is_the_one_that_the_recorded_search_chose(string name, int models, int methods)
    {
        IReadOnlyList<AgeRecord> records = Read(name);
        Assert.Empty(StudyCoverage.Of(StudyCatalogue.Find(name)!.Create(Profile.Full), records).Missing);
        Assert.Equal(models, records.Count);
        IReadOnlyList<ChosenAgeLambda> chosen = ChosenAgeLambda.Of(records);
        Assert.Equal(methods, chosen.Count);
        AgeData data = records[0].Configuration.Data;
        Assert.All(chosen, choice => Assert.Equal(choice.Lambda, AgeLambda.For(data, choice.WeightDecay, choice.Method, choice.Classes)));
    }

    [Fact]
    public void A_search_that_is_not_whole_and_a_method_that_was_not_searched_are_refused()
    {
        Assert.Contains("each λ must be tried on as many models", Assert.Throws<ArgumentException>(() => ChosenAgeLambda.Of(Read("age-lambda").Concat(Read("age-lambda").Take(1)))).Message, StringComparison.Ordinal);
        Assert.Contains("No λ was searched for RegCls with 10 classes", Assert.Throws<ArgumentOutOfRangeException>(() => AgeLambda.For(AgeData.UtkFace, AgeStudy.Decay, AgeMethod.RegCls, 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_published_tables_are_whole()
    {
        IReadOnlyList<PublishedAgeError> tab3 = PublishedAgeError.Tab3(), tab4 = PublishedAgeError.Tab4();
        Assert.Equal((76, 10, 4), (tab3.Count, tab3.Select(entry => entry.Method).Distinct().Count(), tab4.Count));
        Assert.Equal(7.59, tab3.Single(entry => entry is { Method: "reg+cls bal. (100 cls)", Error: "mae", Shot: "all" }).Mean);
        Assert.Equal(1017.59, tab3.Single(entry => entry is { Method: "reg", Error: "mse", Shot: "few" }).Mean);

        // The mean over all is between those of the shots, as it must be; this finds most slips of typing.
        Assert.All(tab3.GroupBy(entry => (entry.Method, entry.Error)), row => Assert.InRange(row.Single(entry => entry.Shot == "all").Mean, row.Min(entry => entry.Mean), row.Max(entry => entry.Mean)));
        Assert.All(tab3.GroupBy(entry => (entry.Method, entry.Error)), row => Assert.Equal(["all", "many", "medium", "few"], row.Select(entry => entry.Shot)));
    }

    private static IReadOnlyList<AgeRecord> Read(string name) => new RecordFile<AgeRecord>(DataFiles.Find($"recorded/{name}.csv")).Read();
}
