using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Models.Images;
using RegCls.Studies;
using RegCls.Studies.Depth;
using RegCls.Studies.Images;
using RegCls.Tests.Data.Depth;
using RegCls.Tests.Data.Images;
using RegCls.Tests.Data.Sets;
using static TorchSharp.torch;

namespace RegCls.Tests.Studies;

/// <summary>The paper's data sets and networks, on made-up sets in their layouts.</summary>
public sealed class PublishedNetworksTests : IDisposable
{
    private static readonly string[] Names = ["age-imdb", "age-agedb", "depth-nyud2"];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<AgeData, PictureNetworkKind> Faces => new()
    {
        { AgeData.ImdbWiki, PictureNetworkKind.Small },
        { AgeData.ImdbWiki, PictureNetworkKind.ResNet50 },
        { AgeData.AgeDb, PictureNetworkKind.ResNet50 },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Faces))]
    public void Faces_of_a_layout_train_each_network(AgeData data, PictureNetworkKind network)
    {
        // 88 of 176 pictures train: eleven steps of eight.
        string path = MadeUpTables.Write(folder.FullPath, count: 176);
        File.Move(Path.Combine(path, "agedb.csv"), Path.Combine(path, data == AgeData.AgeDb ? "agedb.csv" : "imdb_wiki.csv"));
        AgeRun run = new() { Data = data, Size = 33, Method = AgeMethod.RegCls, Classes = 10, Lambda = 10, Epochs = 1, Network = network };
        AgeRecord record = Assert.Single(AgeRunner.Run(new Study<AgeRun>("made up", "", Profile.Smoke, [run]), options: new StudyRunOptions { DataPath = path }));
        Assert.InRange(record.Mae[0]!.Value, 0, 200);
        Assert.Equal(network, record.Configuration.Network);
    }

    [Theory]
    [InlineData(PictureNetworkKind.Small)]
    [InlineData(PictureNetworkKind.ResNet50)]
    public void Rooms_train_each_network(PictureNetworkKind network)
    {
        MadeUpImages.Folder(folder.FullPath, MadeUpRooms.Nyud2());

        // Two steps an epoch.
        DepthRun run = new() { Data = DepthData.Nyud2, Width = 48, Method = DepthMethod.RegCls, Classes = 10, Lambda = 10, Epochs = 5, Network = network, AsPublished = true };
        DepthRecord record = Assert.Single(DepthRunner.Run(new Study<DepthRun>("made up", "", Profile.Smoke, [run]), options: new StudyRunOptions { DataPath = folder.FullPath }));
        Assert.InRange(record.OnValidation.Rmse[0]!.Value, 0, 50);
    }

    [Fact]
    public void Published_grids_are_the_papers()
    {
        Assert.Equal(Names, StudyCatalogue.Entries.Where(entry => entry.Profiles.Contains(Profile.Paper)).Select(entry => entry.Name).Order(StringComparer.Ordinal).OrderBy(name => Array.IndexOf(Names, name)));
        Assert.All(AgeStudy.CreateImdb(Profile.Paper).Configurations, run =>
        {
            Assert.Equal((224, 90, PictureNetworkKind.ResNet50), (run.Size, run.Epochs, run.Network));
            Assert.Equal((128, 16, 1e-3, 1e-4, 1e-5), (run.Options.BatchSize * run.Options.Accumulated, run.Options.Padding, run.Options.RateOf(59), run.Options.RateOf(60), Math.Round(run.Options.RateOf(80), 9)));
        });
        Assert.All(DepthStudy.CreateNyud2(Profile.Paper).Configurations, run =>
        {
            Assert.Equal((304, 228, 5, 1e-4, 1e-4), (run.Width, run.Height, run.Epochs, run.Options.LearningRate, run.WeightDecay));
            Assert.Equal(32, run.Options.BatchSize * run.Options.Accumulated);
        });
        Assert.Throws<ArgumentException>(() => StudyCatalogue.Find("fig3")!.Create(Profile.Paper));
    }

    [Fact]
    public void Weights_are_named_by_their_content_and_loaded_into_the_backbone()
    {
        string weights = Written(new ResNet50(seed: 7)), others = Written(new SmallResidualNetwork(seed: 7));
        PictureSettings settings = new(PictureNetworkKind.ResNet50, 32, weights);
        AgeRun fresh = new() { Data = AgeData.AgeDb, Method = AgeMethod.Reg, Epochs = 1 }, run = fresh.With(settings);
        Assert.Equal(4, new[] { fresh, run, fresh.With(settings with { Weights = null }), fresh.With(settings with { Weights = others }) }.Select(one => one.Hash).Distinct().Count());
        using ImageNetwork loaded = AgeRunner.Network(run, weights)!(3, 10), expected = new ResNet50(seed: 7), own = new ResNet50(seed: 3, classes: 10);
        Assert.Equal(Numbers(expected, "layer4.2.conv3.weight"), Numbers(loaded, "layer4.2.conv3.weight"));
        Assert.Equal(Numbers(own, "classes_weight"), Numbers(loaded, "classes_weight"));
        Assert.Contains("expected the weights of this network", Assert.Throws<InvalidDataException>(() => AgeRunner.Network(run, others)!(3, 10)).Message, StringComparison.Ordinal);
        Assert.Contains("add --network resnet50", Assert.Throws<ArgumentException>(() => fresh.With(new PictureSettings(Weights: weights))).Message, StringComparison.Ordinal);

        static float[] Numbers(ImageNetwork network, string name) => [.. network.named_parameters().Single(entry => entry.name == name).parameter.data<float>()];
    }

    private string Written(ImageNetwork network)
    {
        string path = Path.Combine(folder.FullPath, network.GetName());
        SafetensorsFile.Write(path, network.named_parameters().Select(entry => (entry.name, (Tensor)entry.parameter)).Concat(network.named_buffers().Select(entry => (entry.name, entry.buffer))).ToDictionary(entry => entry.name, entry => entry.Item2), new Dictionary<string, string>());
        network.Dispose();
        return path;
    }

    [Fact]
    public void Days_of_work_are_told_before_they_start()
    {
        // Seconds a picture are measured; the rest is arithmetic.
        KindCost piece = Assert.Single(CostTable.BuiltIn.Kinds, kind => kind.Kind == "picture ResNet50 224");
        Study<AgeRun> study = AgeStudy.CreateImdb(Profile.Paper);
        Assert.Equal(73 * 90 * 191_509 * piece.Seconds, new ShardPlan(study, 1).Seconds, 73 * 90 * 191_509 * piece.Seconds * 1e-6);
        Assert.Equal(3L * 224 * 224 * 213_553, study.Runs.Max(run => run.DiskBytes));
    }
}
