using RegCls.Data.Labels;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Depth;
using RegCls.Training.Depth;

namespace RegCls.Tests.Studies.Depth;

public sealed class DepthStudyTests : IDisposable
{
    private static readonly DepthRun Tiny = new() { Data = DepthData.BuiltIn, Method = DepthMethod.RegClsBalanced, Classes = 10, Lambda = 2, Epochs = 1 };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_hash_changes_with_every_field()
    {
        DepthRun[] others =
        [
            Tiny with { Data = DepthData.Recording }, Tiny with { Fold = 1 }, Tiny with { Method = DepthMethod.RegCls }, Tiny with { Classes = 2 },
            Tiny with { Lambda = 1 }, Tiny with { WeightDecay = 0 }, Tiny with { Epochs = 2 }, Tiny with { Seed = 1 },
            Tiny with { Width = 160 }, Tiny with { Network = PictureNetworkKind.ResNet50 }, Tiny with { Weights = "a" }, Tiny with { AsPublished = true },
        ];
        Assert.Equal(others.Length + 1, others.Append(Tiny).Select(run => run.Hash).Distinct().Count());
        Assert.Equal(others.Length, typeof(DepthRun).GetProperties().Count(property => property.CanWrite));
        Assert.Equal(1e-4, Tiny.WeightDecay);
    }

    [Fact]
    public void The_full_study_has_every_arm_on_every_split_with_the_same_budget()
    {
        IReadOnlyList<DepthRun> runs = DepthStudy.CreateRooms(Profile.Full).Configurations;
        Assert.Equal(14 * 8, runs.DistinctBy(run => run.Hash).Count());
        Assert.All(runs.GroupBy(run => (run.Method, run.Classes)), arm => Assert.Equal(Enumerable.Range(0, 8), arm.Select(run => run.Fold)));
        Assert.All(runs, run => Assert.Equal((DepthStudy.Epochs, run.Fold, 1e-4), (run.Epochs, run.Seed, run.WeightDecay)));
        foreach (DepthData data in new[] { DepthData.BuiltIn, DepthData.Recording })
        {
            IReadOnlyList<DepthRun> search = (data == DepthData.Recording ? DepthStudy.CreateRoomsSearch(Profile.Full) : DepthStudy.CreateSearch(Profile.Full)).Configurations;
            Assert.Equal(8, search.GroupBy(run => (run.Method, run.Classes)).Count());
            Assert.All(search.GroupBy(run => (run.Method, run.Classes)), arm => Assert.Equal(DepthStudy.Lambdas(data), arm.Select(run => run.Lambda)));
            Assert.Contains(search, run => run.Method == DepthMethod.ScaledReg);
            Assert.Single(search.Select(run => (run.Epochs, run.Seed, run.Fold)).Distinct());
            Assert.DoesNotContain(search, run => runs.Any(test => test.Seed == run.Seed));
        }
    }

    [Fact]
    public void The_quick_run_is_part_of_the_full_one()
    {
        HashSet<string> full = [.. DepthStudy.Create(Profile.Full).Configurations.Select(run => run.Hash)];
        Study<DepthRun> quick = DepthStudy.Create(Profile.Quick);
        Assert.Equal(8, quick.Configurations.Count);
        Assert.All(quick.Configurations, run => Assert.Contains(run.Hash, full));
    }

    [Fact]
    public void Eight_splits_test_each_stretch_once_and_never_what_they_train_on()
    {
        string[] groups = [.. Enumerable.Repeat("one", 250)];
        int[] tested = new int[250];
        for (int fold = 0; fold < DepthStudy.Splits; fold++)
        {
            Subset?[] subsets = (Tiny with { Fold = fold }).Split.Split(groups);
            Assert.InRange(subsets.Count(subset => subset == Subset.Train), 150, 185);
            for (int i = 0; i < 250; i++)
            {
                tested[i] += subsets[i] == Subset.Test ? 1 : 0;
                Assert.False(subsets[i] == Subset.Train && i > 0 && subsets[i - 1] is Subset.Test or Subset.Validation);
            }
        }

        Assert.All(tested, count => Assert.InRange(count, 0, 1));
        Assert.InRange(tested.Sum(), 175, 250);
        Assert.Equal((Tiny with { Fold = 0 }).Split.Split(groups), new RegCls.Data.Depth.TimeSplit().Split(groups));
    }

    [Fact]
    public void Models_are_trained_recorded_and_found_again()
    {
        Study<DepthRun> study = new("tiny", "", Profile.Smoke, [Tiny, Tiny with { Method = DepthMethod.Reg, Classes = 0, Lambda = 1 }]);
        RecordFile<DepthRecord> file = new(Path.Combine(folder.FullPath, "depth.csv"));
        IReadOnlyList<DepthRecord> trained = DepthRunner.Run(study, file);
        Assert.All(trained, record =>
        {
            Assert.Equal((1, 1), (record.OnValidation.Epoch, record.OnTest.Epoch));
            Assert.Equal(record.OnTest.Rmse, record.OnValidation.Rmse);
            Assert.InRange(record.OnValidation.Rmse[0]!.Value, 0.2, 5);
            Assert.True(record.OnValidation.Deltas[0] <= record.OnValidation.Deltas[1] && record.OnValidation.Deltas[1] <= record.OnValidation.Deltas[2]);
        });

        DateTime written = File.GetLastWriteTimeUtc(file.Path);
        IReadOnlyList<DepthRecord> found = DepthRunner.Run(study, file);
        Assert.Equal(written, File.GetLastWriteTimeUtc(file.Path));
        Assert.Equal(trained.Select(record => record.Configuration), found.Select(record => record.Configuration));
        Assert.Equal(trained.SelectMany(record => ((IRunRecord)record).Results), found.SelectMany(record => ((IRunRecord)record).Results));
    }

    [Fact]
    public void A_group_of_shots_without_pixels_has_an_empty_cell()
    {
        DepthRecord record = Made(Tiny, 0.5);
        RecordFile<DepthRecord> file = new(Path.Combine(folder.FullPath, "one.csv"));
        file.Append(record);
        Assert.Contains(",0.25,3,0.5,0.375,,1.5,0.75,0.125,0.0625,0.5,0.75,1,4,", File.ReadAllLines(file.Path)[1], StringComparison.Ordinal);
        DepthRecord read = Assert.Single(file.Read());
        Assert.Equal((record.Configuration, (double?)null), (read.Configuration, read.OnValidation.Rmse[2]));
    }

    [Fact]
    public void Lambda_is_chosen_by_validation_alone_and_the_larger_of_equals()
    {
        DepthRecord[] records = [.. new[] { 1.0, 10, 100 }.Select((lambda, i) => Made(Tiny with { Lambda = lambda }, 9 - i) with { ValidationRmse = i == 0 ? 0.5 : 0.25 })];
        ChosenDepthLambda chosen = Assert.Single(ChosenDepthLambda.Of(records));
        Assert.Equal((100.0, 0.25), (chosen.Lambda, chosen.ValidationRmse));
        Assert.Contains("each λ must be tried", Assert.Throws<ArgumentException>(() => ChosenDepthLambda.Of([.. records, Made(Tiny with { Seed = 1, Lambda = 1 }, 1)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arms_are_compared_split_by_split_averaged_over_classes_and_judged_from_six_splits_on()
    {
        DepthRecord[] records =
        [
            .. from run in DepthStudy.CreateRooms(Profile.Full).Configurations
               select Made(run, 0.3 + 0.01 * run.Fold - (run.Method.HasClasses() ? 0.005 * (run.Fold + 1) + 0.0001 * run.Classes : 0)),
        ];
        IReadOnlyList<Verdict> verdicts = Families.Depth(records);
        Assert.Equal("8 splits", verdicts[0].Question.Effect.Over);
        Assert.Equal(-(0.0225 + 0.0001 * 112 / 3), verdicts[0].Question.Effect.Value, 1e-9);
        Assert.Equal([.. Enumerable.Repeat(Outcome.Holds, 5), Outcome.Equivalent], verdicts.Select(verdict => verdict.Outcome));
        Assert.Equal("reg+cls − reg", verdicts[0].Question.Text);
        Assert.All(Families.Depth([.. records.Where(record => record.Configuration.Fold < 5)]), verdict => Assert.Equal(Outcome.Described, verdict.Outcome));

        // A split with one of the three numbers of classes missing is left out.
        Assert.Equal(7, Families.Depth([.. records.Where(record => record.Configuration is not { Method: DepthMethod.RegCls, Classes: 10, Fold: 3 })])[0].Question.Effect.Units);
        Assert.Empty(Families.Depth([records[1]]));
    }

    [Fact]
    public void A_recording_that_is_not_here_is_asked_for_in_one_sentence()
    {
        Study<DepthRun> study = new("none", "", Profile.Smoke, [Tiny with { Data = DepthData.Recording }]);
        Exception thrown = Assert.ThrowsAny<Exception>(() => DepthRunner.Run(study, options: new StudyRunOptions { DataPath = Path.Combine(folder.FullPath, "nothing") }));
        Assert.Contains("does not exist; name the folder or file that holds rgbd-rooms", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_set_of_frames_has_its_study_with_the_same_arms_and_a_lambda_for_each()
    {
        foreach (DepthData data in Enum.GetValues<DepthData>())
        {
            Study<DepthRun> full = DepthStudy.Of(data, Profile.Full);
            Assert.Equal(full.Name, StudyCatalogue.Find(full.Name)!.Name);
            Assert.All(full.Configurations, run => Assert.Equal(data, run.Data));
            Assert.Equal(DepthStudy.Arms, full.Configurations.Select(run => (run.Method, run.Classes)).Distinct());
            Assert.Equal(4, DepthStudy.Of(data, Profile.Quick).Configurations.Select(run => run.Method).Distinct().Count());
            Assert.Equal(2, DepthStudy.Of(data, Profile.Smoke).Configurations.Count);
        }
    }

    private static DepthRecord Made(DepthRun run, double rmse)
    {
        DepthScores scores = new(3, [rmse, 0.375, null, 1.5], 0.75, 0.125, 0.0625, [0.5, 0.75, 1]);
        return new DepthRecord { Configuration = run, ValidationRmse = 0.25, OnValidation = scores, OnTest = scores with { Epoch = 4 }, Seconds = 1, Version = "test" };
    }
}
