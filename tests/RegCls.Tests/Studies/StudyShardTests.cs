using CsCheck;
using RegCls.Studies;

namespace RegCls.Tests.Studies;

public class StudyShardTests
{
    private static readonly Study<RunConfiguration> Full = Fig3Study.Create(Profile.Full);
    private static readonly Study<RunConfiguration> Uneven = Full with { Configurations = [.. Full.Configurations.Where(run => run.Classes < 64 || (run.Function + run.DataSeed) % 3 == 0)] };

    [Fact]
    public void Parts_are_disjoint_and_make_up_the_grid_and_few_keep_data_sets_whole() =>
        Gen.Select(Gen.Int[1, 40], Gen.Bool).Sample(
            (count, uneven) =>
            {
                Study<RunConfiguration> study = uneven ? Uneven : Full;
                List<Study<RunConfiguration>> parts = [.. Enumerable.Range(1, count).Select(index => new StudyShard(index, count).Of(study))];
                Assert.Equal(study.Configurations.Select(run => run.Hash).Order(), parts.SelectMany(part => part.Configurations).Select(run => run.Hash).Order());
                // 600 data sets are shared out evenly over a few parts; over more, some are cut.
                Assert.All(parts.SelectMany(part => part.Configurations.Select(DataSetKey.Of).Distinct()).CountBy(key => key), group => Assert.InRange(group.Value, 1, count <= 6 ? 1 : count));
            },
            iter: 12);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Costs_of_parts_differ_by_one_data_set_at_most(int count)
    {
        double Seconds(IEnumerable<RunConfiguration> runs) => runs.Sum(run => CostTable.BuiltIn.Find(run)!.Seconds);
        List<double> costs = [.. Enumerable.Range(1, count).Select(index => Seconds(new StudyShard(index, count).Of(Uneven).Configurations))];
        Assert.InRange(costs.Max() - costs.Min(), 0, Uneven.Configurations.GroupBy(DataSetKey.Of).Max(Seconds));
        Assert.InRange(costs.Max() / costs.Min(), 1, 1.06);
    }

    [Fact]
    public void A_part_does_not_depend_on_the_order_of_the_grid()
    {
        Study<RunConfiguration> reversed = Uneven with { Configurations = [.. Uneven.Configurations.Reverse()] };
        for (int index = 1; index <= 5; index++)
        {
            StudyShard shard = new(index, 5);
            Assert.Equal(shard.Of(Uneven).Configurations.Select(run => run.Hash).Order(), shard.Of(reversed).Configurations.Select(run => run.Hash).Order());
        }
    }

    [Fact]
    public void One_part_is_the_study_in_its_order() => Assert.Equal(Uneven.Configurations, new StudyShard(1, 1).Of(Uneven).Configurations);

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("2/12", 2, 12)]
    public void A_part_is_read_as_i_of_n(string text, int index, int count) => Assert.Equal(new StudyShard(index, count), StudyShard.TryParse(text));

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("-1/3")]
    [InlineData("1/3/5")]
    [InlineData("1")]
    [InlineData(" 1/2")]
    [InlineData("1/99999999999")]
    [InlineData("")]
    public void Other_text_is_no_part(string text) => Assert.Null(StudyShard.TryParse(text));

    [Fact]
    public void A_file_name_tells_its_part()
    {
        Assert.Equal(new StudyShard(2, 3), StudyShard.OfFile($"folder/fig3-full-{new StudyShard(2, 3).Suffix}.csv"));
        Assert.Null(StudyShard.OfFile("fig3-full.csv"));
        Assert.Null(StudyShard.OfFile("fig3-4-of-3.csv"));
    }
}
