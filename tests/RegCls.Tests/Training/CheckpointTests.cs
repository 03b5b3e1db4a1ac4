using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Losses;
using RegCls.Models.Depth;
using RegCls.Models.Images;
using RegCls.Tests.Training.Depth;
using RegCls.Tests.Training.Images;
using RegCls.Training.Depth;
using RegCls.Training.Images;
using RegCls.Training.Pictures;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

/// <summary>That a training which ends at any step goes on from its kept state to the bits of one that was left alone.</summary>
public sealed class CheckpointTests : IDisposable
{
    private static readonly ImageTrainingOptions Short = new() { Epochs = 4, BatchSize = 16, Padding = 2, Seed = 4, WeightDecay = 1e-2 };
    private static readonly DepthTrainingOptions ShortDepth = new() { Epochs = 3, BatchSize = 4, Seed = 4 };

    private readonly int threads = get_num_threads();
    private readonly TemporaryFolder folder = new();
    private readonly ImageCache images;
    private readonly SlopedFrames frames = new(24, 32, 24);

    public CheckpointTests()
    {
        set_num_threads(1);
        images = ImageCache.Open(new BrightnessImages(), 16, folder.FullPath);
    }

    public static TheoryData<string> Methods => [.. All.Keys];

    public static TheoryData<string> DepthMethodNames => [.. AllDepth.Keys];

    // One for each piece of state: weights alone, kept samples, kept classes, statistics of features, a learned scale, a second training, decay apart, several passes a step.
    private static Dictionary<string, (ImageMethod Method, ImageTrainingOptions Options)> All => new()
    {
        ["reg"] = (ImageMethod.Reg, Short),
        ["kept samples and classes"] = (ImageMethod.RegCls(10, 1, ClassDefinition.Balanced) with { BalancedSamples = true }, Short),
        ["FDS"] = (ImageMethod.Fds, Short),
        ["FDS as released"] = (ImageMethod.Fds with { Variant = PublishedVariant.AsReleased }, Short),
        ["BMC"] = (ImageMethod.Of(RegressionLoss.Bmc), Short),
        ["last layer"] = (ImageMethod.Reg with { LastLayer = RegressionLoss.Gai }, Short),
        ["AdamW, two passes"] = (ImageMethod.RegCls(10, 10), Short with { DecoupledDecay = true, Accumulated = 2 }),
    };

    private static Dictionary<string, ImageMethod> AllDepth => new()
    {
        ["reg"] = DepthMethods.Reg,
        ["kept"] = DepthMethods.RegCls(10, 10, ClassDefinition.Balanced) with { BalancedSamples = true },
        ["FDS"] = DepthMethods.Fds,
    };

    public void Dispose()
    {
        images.Dispose();
        folder.Dispose();
        set_num_threads(threads);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_killed_training_goes_on_to_the_same_bits(string name)
    {
        (ImageMethod method, ImageTrainingOptions options) = All[name];
        (double[] predictions, ImageEpoch[] epochs) = Trained(images, method, options);
        string path = Path.Combine(folder.FullPath, "state");
        ImageTrainingOptions kept = options with { Checkpoint = new Checkpoint(path, TimeSpan.Zero) };

        // Killed three times, further on each time: its pictures are torn away, so nothing is written at the end.
        foreach (int reads in (int[])[100, 120, 90])
        {
            Assert.Throws<TornException>(() => Trained(new Torn(images, reads), method, kept));
            Assert.True(File.Exists(path));
        }

        (double[] resumed, ImageEpoch[] resumedEpochs) = Trained(images, method, kept);
        Assert.Equal(predictions, resumed);
        Assert.Equal(epochs.Select(epoch => epoch with { Seconds = 0 }), resumedEpochs.Select(epoch => epoch with { Seconds = 0 }));
    }

    [Theory]
    [MemberData(nameof(DepthMethodNames))]
    public void So_does_one_of_depth(string name)
    {
        ImageMethod method = AllDepth[name];
        DepthTask task = new() { Frames = frames, Subsets = frames.Subsets, ClassRange = new Interval(0, 6), Network = (seed, classes) => new SmallDepthNetwork(seed, classes, width: 4) };
        DepthTrainingOptions kept = ShortDepth with { Checkpoint = new Checkpoint(Path.Combine(folder.FullPath, "state"), TimeSpan.Zero) };
        (float[] depths, DepthEpoch[] epochs) = Of(task, ShortDepth);
        foreach (int reads in (int[])[12, 16])
        {
            Assert.Throws<TornException>(() => Of(task with { Frames = new TornFrames(frames, reads) }, kept));
        }

        (float[] resumed, DepthEpoch[] resumedEpochs) = Of(task, kept);
        Assert.Equal(depths, resumed);
        Assert.Equal(epochs.Select(epoch => epoch with { Seconds = 0 }), resumedEpochs.Select(epoch => epoch with { Seconds = 0 }));

        (float[], DepthEpoch[]) Of(DepthTask task, DepthTrainingOptions options)
        {
            using TrainedDepthModel model = DepthTrainer.Train(task, method, options);
            return ([.. model.Predict(frames, 13).Cast<float>()], [.. model.Epochs]);
        }
    }

    [Fact]
    public void A_cancelled_training_keeps_the_step_it_was_at_and_seconds_add_up()
    {
        string path = Path.Combine(folder.FullPath, "state");
        ImageTrainingOptions kept = Short with { Checkpoint = new Checkpoint(path, TimeSpan.FromHours(1)) };
        using CancellationTokenSource cancel = new();
        Assert.ThrowsAny<OperationCanceledException>(() => ImageTrainer.Train(Task(new Torn(images, 120, cancel.Cancel)), ImageMethod.Reg, kept, cancellation: cancel.Token));

        // An epoch has six steps of at most 16 pictures; the feed is a few batches ahead of the network.
        string state = SafetensorsFile.Open(path).Metadata["epoch"] + "." + SafetensorsFile.Open(path).Metadata["pass"];
        Assert.InRange(double.Parse(state, System.Globalization.CultureInfo.InvariantCulture), 0.2, 1.4);
        using TrainedImageModel model = ImageTrainer.Train(Task(images), ImageMethod.Reg, kept);
        Assert.True(model.EarlierSeconds > 0);
        Assert.Equal(Trained(images, ImageMethod.Reg, Short).Predictions, model.Predict(images, Task(images).Indices(Subset.Validation)));
    }

    [Fact]
    public void The_state_of_another_training_is_refused_in_one_sentence()
    {
        string path = Path.Combine(folder.FullPath, "state");
        ImageTrainingOptions kept = Short with { Epochs = 1, Checkpoint = new Checkpoint(path, TimeSpan.FromHours(1)) };
        Trained(images, ImageMethod.Reg, kept);
        byte[] whole = File.ReadAllBytes(path);
        Refused(ImageMethod.ScaledReg(10), kept);
        Refused(ImageMethod.Reg, kept with { LearningRate = 2e-3 });
        File.WriteAllBytes(path, whole[..^9]);
        Refused(ImageMethod.Reg, kept);
        File.WriteAllText(path, "something else");
        Refused(ImageMethod.Reg, kept);

        void Refused(ImageMethod method, ImageTrainingOptions options)
        {
            string message = Assert.Throws<InvalidDataException>(() => Trained(images, method, options)).Message;
            Assert.StartsWith(path + " is no state of this training (", message, StringComparison.Ordinal);
            Assert.EndsWith("delete it to train the model from its start.", message, StringComparison.Ordinal);
        }
    }

    private static ImageTask Task(IImages pictures) =>
        new() { Images = pictures, Subsets = [.. Enumerable.Range(0, pictures.Count).Select(i => i < 95 ? Subset.Train : i < 115 ? Subset.Validation : Subset.Test)], Network = (seed, classes) => new SmallResidualNetwork(seed, classes, width: 4) };

    private (double[] Predictions, ImageEpoch[] Epochs) Trained(IImages pictures, ImageMethod method, ImageTrainingOptions options)
    {
        using TrainedImageModel model = ImageTrainer.Train(Task(pictures), method, options);
        return (model.Predict(images, Task(images).Indices(Subset.Validation)), [.. model.Epochs]);
    }

    private sealed class TornException : Exception;

    /// <summary>Pictures that can be read so many times only.</summary>
    private sealed class Torn(IImages images, int reads, Action? then = null) : IImages
    {
        private int left = reads;

        public int Size => images.Size;

        public int Count => images.Count;

        public ReadOnlySpan<double> Labels => images.Labels;

        public ReadOnlySpan<byte> Pixels(int index)
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                (then ?? (() => throw new TornException()))();
            }

            return images.Pixels(index);
        }
    }

    private sealed class TornFrames(IDepthFrames frames, int reads) : IDepthFrames
    {
        private int left = reads;

        public int Width => frames.Width;

        public int Height => frames.Height;

        public int Count => frames.Count;

        // Counting the depths before the training reads no colours.
        public ReadOnlySpan<byte> Colour(int index) => Interlocked.Decrement(ref left) == 0 ? throw new TornException() : frames.Colour(index);

        public ReadOnlySpan<ushort> Depth(int index) => frames.Depth(index);

        public ReadOnlySpan<byte> Mask(int index) => frames.Mask(index);
    }
}
