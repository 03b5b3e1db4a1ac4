using RegCls.Studies;
using RegCls.Studies.Images;

namespace RegCls.Tests.Studies.Images;

public sealed class AgeStudyTests : IDisposable
{
    private static readonly AgeRun Tiny = new() { Data = AgeData.BuiltIn, Share = 0.005, Size = 24, Method = AgeMethod.RegClsBalanced, Classes = 10, Lambda = 0.1, Epochs = 1 };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_hash_changes_with_every_field()
    {
        AgeRun[] others =
        [
            Tiny with { Data = AgeData.UtkFace }, Tiny with { Share = 0.01 }, Tiny with { Size = 32 }, Tiny with { Method = AgeMethod.RegCls }, Tiny with { Classes = 2 },
            Tiny with { Lambda = 1 }, Tiny with { WeightDecay = 1e-4 }, Tiny with { Epochs = 2 }, Tiny with { Seed = 1 },
            Tiny with { Split = 1 }, Tiny with { Network = PictureNetworkKind.ResNet50 }, Tiny with { Weights = "a" }, Tiny with { AsPublished = true },
        ];
        Assert.Equal(others.Length + 1, others.Append(Tiny).Select(run => run.Hash).Distinct().Count());
        Assert.Equal(others.Length, typeof(AgeRun).GetProperties().Count(property => property.CanWrite));
    }

    [Fact]
    public void The_search_gives_every_method_the_same_budget()
    {
        IReadOnlyList<AgeRun> runs = AgeStudy.CreateSearch(Profile.Full).Configurations;
        Assert.Equal(36, runs.DistinctBy(run => run.Hash).Count());
        Assert.All(runs.GroupBy(run => (run.Method, run.Classes, run.WeightDecay)), group => Assert.Equal(AgeStudy.Lambdas, group.Select(run => run.Lambda)));
        Assert.Contains(runs, run => run is { Method: AgeMethod.ScaledReg, WeightDecay: AgeStudy.Decay });
        Assert.All(runs, run => Assert.Equal((3, 0), (run.Epochs, run.Seed)));
    }

    [Fact]
    public void Models_are_trained_recorded_and_found_again()
    {
        Study<AgeRun> study = new("tiny", "", Profile.Smoke, [Tiny, Tiny with { Method = AgeMethod.Kernel, Classes = 0, Lambda = 1 }]);
        RecordFile<AgeRecord> file = new(Path.Combine(folder.FullPath, "age.csv"));
        IReadOnlyList<AgeRecord> trained = AgeRunner.Run(study, file);
        Assert.All(trained, record =>
        {
            Assert.Equal(1, record.BestEpoch);
            Assert.InRange(record.Mae[0]!.Value, 1, 80);
            Assert.True(record.Mse[0] >= record.Mae[0] * record.Mae[0]);
            Assert.True(record.GeometricMean[0] <= record.Mae[0]);
        });

        DateTime written = File.GetLastWriteTimeUtc(file.Path);
        IReadOnlyList<AgeRecord> found = AgeRunner.Run(study, file);
        Assert.Equal(written, File.GetLastWriteTimeUtc(file.Path));
        Assert.Equal(trained.Select(record => record.Configuration), found.Select(record => record.Configuration));
        Assert.Equal(trained.SelectMany(record => ((IRunRecord)record).Results), found.SelectMany(record => ((IRunRecord)record).Results));
    }

    [Fact]
    public void A_group_of_shots_without_images_has_an_empty_cell()
    {
        AgeRecord record = new()
        {
            Configuration = Tiny,
            ValidationMse = 2,
            BestEpoch = 1,
            Mae = [1.5, 1.25, null, 3],
            Mse = [4, 3, null, 9.5],
            GeometricMean = [1, 0.5, null, 2],
            DecadeMae = [1.5, null, 3],
            DecadeBias = [-1, null, 0.5],
            Seconds = 1,
            Version = "test",
        };
        RecordFile<AgeRecord> file = new(Path.Combine(folder.FullPath, "one.csv"));
        file.Append(record);
        Assert.Contains(",1.5,1.25,,3,4,3,,9.5,1,0.5,,2,1.5;;3,-1;;0.5,1.00,,test", File.ReadAllLines(file.Path)[1], StringComparison.Ordinal);
        AgeRecord read = Assert.Single(file.Read());
        Assert.Equal((record.Configuration, (double?)null), (read.Configuration, read.Mae[2]));
        Assert.Equal(record.DecadeMae.Concat(record.DecadeBias), read.DecadeMae.Concat(read.DecadeBias));
    }

    [Fact]
    public void Faces_that_are_not_here_are_asked_for_in_one_sentence()
    {
        Study<AgeRun> study = new("none", "", Profile.Smoke, [new AgeRun { Data = AgeData.UtkFace, Method = AgeMethod.Reg, Epochs = 1 }]);
        Exception thrown = Assert.ThrowsAny<Exception>(() => AgeRunner.Run(study, options: new StudyRunOptions { DataPath = Path.Combine(folder.FullPath, "nothing") }));
        Assert.Contains("does not exist; name the folder or file that holds utkface", thrown.Message, StringComparison.Ordinal);
    }
}
