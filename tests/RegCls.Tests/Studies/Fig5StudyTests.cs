using RegCls.Binning;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class Fig5StudyTests
{
    private static readonly Study<RunConfiguration> Full = Fig5Study.Create(Profile.Full);

    [Fact]
    public void The_full_grid_has_every_arm_for_every_noise_sampling_function_and_seed()
    {
        Assert.Equal(9600, Full.Configurations.Count);
        Assert.Equal(9600, Full.Configurations.Select(run => run.Hash).Distinct().Count());
        foreach (IGrouping<double, RunConfiguration> noise in Full.Configurations.GroupBy(run => run.Scenario.NoiseStandardDeviation))
        {
            Assert.Equal(200, noise.Count(run => run.Arm == Arm.Reg));
            Assert.Equal(200, noise.Count(run => run.Arm == Arm.ScaledReg));
            Assert.Equal(1000, noise.Count(run => run.Arm == Arm.RegCls && run.ClassDefinition == ClassDefinition.Uniform));
            Assert.Equal(1000, noise.Count(run => run.Arm == Arm.RegCls && run.ClassDefinition == ClassDefinition.Balanced));
        }

        Assert.Equal([0.05, 0.1, 0.5, 1.0], Full.Configurations.Select(run => run.Scenario.NoiseStandardDeviation).Distinct());
        Assert.All(Full.Configurations, run => Assert.Equal((80, 1e-2, 1e-3), (run.Epochs, run.LearningRate, run.WeightDecay)));
        Assert.All(Full.Configurations, run => Assert.Equal(run.Arm == Arm.Reg ? 1 : 1000, run.Lambda));
        Assert.All(Full.Configurations, run => Assert.Equal(StudySeeds.Training[StudySeeds.Data.ToList().IndexOf(run.DataSeed)], run.TrainingSeed));
    }

    [Fact]
    public void At_the_noise_of_fig_3_its_models_without_balanced_classes_are_those_of_fig_3() =>
        Assert.Equal(
            Fig3Study.Create(Profile.Full).Configurations.Where(run => run.Scenario == Scenario.Noisy(0.1)).Select(run => run.Hash).Order(),
            Full.Configurations.Where(run => run.Scenario == Scenario.Noisy(0.1) && run.ClassDefinition == ClassDefinition.Uniform).Select(run => run.Hash).Order());

    [Fact]
    public void Its_first_fifth_is_the_whole_study_of_one_seed()
    {
        Assert.Equal(StudySeeds.Data, Full.Configurations.Chunk(Full.Configurations.Count / 5).Select(part => Assert.Single(part.Select(run => run.DataSeed).Distinct())));
        Assert.All(
            Full.Configurations.Chunk(Full.Configurations.Count / 5),
            part => Assert.Equal(10 * 4 * 4 * 12, part.Select(run => (run.Function, run.Scenario, run.Sampling, run.Arm, run.Classes, run.ClassDefinition)).Distinct().Count()));
    }

    [Fact]
    public void Quick_is_a_part_of_it() =>
        Assert.Subset(Full.Configurations.Select(run => run.Hash).ToHashSet(), Fig5Study.Create(Profile.Quick).Configurations.Select(run => run.Hash).ToHashSet());
}
