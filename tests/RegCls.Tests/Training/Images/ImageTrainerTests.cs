using RegCls.Binning;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Losses;
using RegCls.Models.Images;
using RegCls.Training.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Training.Images;

public sealed class ImageTrainerTests : IDisposable
{
    private const int Size = 24;

    private static readonly ImageTrainingOptions Short = new() { Epochs = 3, BatchSize = 16, Padding = 2, Seed = 4 };

    private readonly TemporaryFolder folder = new();
    private readonly ImageCache images;
    private readonly ImageTask task;

    public ImageTrainerTests()
    {
        images = ImageCache.Open(new BrightnessImages(), Size, folder.FullPath);
        task = new ImageTask { Images = images, Subsets = images.Split(), Network = (seed, classes) => new SmallResidualNetwork(seed, classes, width: 4) };
    }

    public void Dispose()
    {
        images.Dispose();
        folder.Dispose();
    }

    public static TheoryData<string> Methods => [.. AllMethods().Select(method => method.DisplayName)];

    private static ImageMethod[] AllMethods() =>
    [
        ImageMethod.Reg,
        ImageMethod.Reg with { Loss = RegressionLoss.Squared, BalancedSamples = true },
        ImageMethod.ScaledReg(10),
        ImageMethod.RegCls(2, 0.1),
        ImageMethod.RegCls(100, 10),
        ImageMethod.RegCls(10, 1, ClassDefinition.Balanced),
        ImageMethod.RegCls(100, 1, ClassDefinition.Balanced),
        ImageMethod.RegCls(100, 1) with { BalancedSamples = true },
        ImageMethod.ExpectedClass(20),
        ImageMethod.Weighted(Reweighting.Inverse),
        ImageMethod.Weighted(Reweighting.SquareRootInverse),
        ImageMethod.Lds,
        ImageMethod.Fds,
        ImageMethod.Kernel,
        ImageMethod.FocalR,
        ImageMethod.Of(RegressionLoss.Bmc),
        ImageMethod.Of(RegressionLoss.Gai),
        ImageMethod.Of(RegressionLoss.Bni),
        ImageMethod.Reg with { LastLayer = RegressionLoss.Gai },
    ];

    private double[] Trained(ImageMethod method, ImageTrainingOptions options)
    {
        using TrainedImageModel model = ImageTrainer.Train(task, method, options);
        return model.Predict(images, task.Indices(Subset.Validation));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_trains_and_predicts(string name)
    {
        using TrainedImageModel model = ImageTrainer.Train(task, AllMethods().Single(method => method.DisplayName == name), Short);
        double[] predictions = model.Predict(images, task.Indices(Subset.Test));
        Assert.All(predictions, prediction => Assert.InRange(prediction, -50, 150));
        Assert.Equal(3, model.Epochs.Count);
        Assert.Equal(model.Epochs.Min(epoch => epoch.ValidationMse), model.Epochs[model.BestEpoch - 1].ValidationMse);
    }

    [Fact]
    public void A_training_learns()
    {
        using TrainedImageModel model = ImageTrainer.Train(task, ImageMethod.Reg, Short with { Epochs = 15, LearningRate = 1e-2 });
        double[] targets = task.Targets(Subset.Train);
        double mean = targets.Average(), guess = targets.Average(target => (target - mean) * (target - mean));
        double[] fitted = model.Predict(images, task.Indices(Subset.Train));
        double error = fitted.Zip(targets, (f, y) => (f - y) * (f - y)).Average();
        Assert.True(error < 0.5 * guess, $"error {error}, that of the mean {guess}");
        Assert.True(model.Epochs[^1].TrainingLoss < model.Epochs[0].TrainingLoss);
        Assert.InRange(model.WaitingShare, 0, 1);
        Assert.True(model.ImagesPerSecond > 0);
    }

    [Fact]
    public void The_model_is_that_of_its_best_epoch()
    {
        using TrainedImageModel model = ImageTrainer.Train(task, ImageMethod.Reg, Short with { Epochs = 6, LearningRate = 2e-2 });
        double[] predictions = model.Predict(images, task.Indices(Subset.Validation)), targets = task.Targets(Subset.Validation);
        Assert.Equal(model.Epochs[model.BestEpoch - 1].ValidationMse, predictions.Zip(targets, (f, y) => (f - y) * (f - y)).Average(), 1e-6);
    }

    [Fact]
    public void With_one_thread_a_seed_repeats_to_the_bit_and_another_seed_does_not()
    {
        int threads = get_num_threads();
        set_num_threads(1);
        try
        {
            ImageMethod method = ImageMethod.RegCls(100, 1, ClassDefinition.Balanced);
            Assert.Equal(Trained(method, Short), Trained(method, Short));
            Assert.NotEqual(Trained(method, Short), Trained(method, Short with { Seed = 5 }));
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Fact]
    public void Without_weight_decay_Adam_makes_the_control_equal_to_reg_and_with_it_not()
    {
        // Adam's ε and rounding are all that separates the two.
        double[] reg = Trained(ImageMethod.Reg, Short), control = Trained(ImageMethod.ScaledReg(64), Short);
        Assert.All(reg.Zip(control), pair => Assert.Equal(pair.First, pair.Second, 0.05));
        ImageTrainingOptions decayed = Short with { WeightDecay = 5, LearningRate = 1e-2 };
        double[] decayedReg = Trained(ImageMethod.Reg, decayed), decayedControl = Trained(ImageMethod.ScaledReg(64), decayed);
        double apart = decayedReg.Zip(decayedControl, (one, other) => Math.Abs(one - other)).Max();
        Assert.True(apart > 0.5, $"with weight decay the two are {apart} apart at most");
    }

    [Fact]
    public void The_last_layer_is_trained_again_while_the_features_stay_and_is_never_worse_on_validation()
    {
        using TrainedImageModel reg = ImageTrainer.Train(task, ImageMethod.Reg, Short), again = ImageTrainer.Train(task, ImageMethod.Reg with { LastLayer = RegressionLoss.Bmc }, Short);
        double before = again.Epochs[again.BestEpoch - 1].ValidationMse;
        Assert.True(again.LastLayerValidationMse <= before * 1.00001, $"{again.LastLayerValidationMse} after {before}");
        Assert.Null(reg.LastLayerValidationMse);
        foreach (((string name, Tensor one), (string _, Tensor other)) in reg.Network.named_parameters().Select(pair => (pair.name, (Tensor)pair.parameter)).Zip(again.Network.named_parameters().Select(pair => (pair.name, (Tensor)pair.parameter))))
        {
            bool same = one.equal(other).all().item<bool>();
            Assert.Equal(!name.StartsWith("regression", StringComparison.Ordinal) || again.LastLayerValidationMse > before * 0.99999, same);
        }

        // What it reports is what it predicts.
        double[] predictions = again.Predict(images, task.Indices(Subset.Validation)), expected = task.Targets(Subset.Validation);
        Assert.Equal(again.LastLayerValidationMse!.Value, predictions.Zip(expected, (one, other) => (one - other) * (one - other)).Average(), 1e-3 * before);
        Assert.Throws<ArgumentException>(() => ImageTrainer.Train(task, ImageMethod.ExpectedClass(10) with { LastLayer = RegressionLoss.Gai }, Short));
    }

    [Fact]
    public void A_batch_of_one_and_labels_of_one_sample_train()
    {
        int[] few = [.. task.Indices(Subset.Train).Take(3)];
        Subset[] subsets = [.. task.Subsets.Select((subset, i) => subset == Subset.Train && !few.Contains(i) ? Subset.Test : subset)];
        foreach (ImageMethod method in (ImageMethod[])[ImageMethod.Kernel, ImageMethod.RegCls(100, 1, ClassDefinition.Balanced) with { BalancedSamples = true }])
        {
            using TrainedImageModel model = ImageTrainer.Train(task with { Subsets = subsets }, method, Short with { BatchSize = 1, Epochs = 4 });
            Assert.All(model.Predict(images, few), prediction => Assert.True(double.IsFinite(prediction)));
        }
    }

    [Fact]
    public void Labels_need_not_be_whole_numbers()
    {
        ImageTask fine = task with { Labels = new LabelGrid(0.5) };
        using TrainedImageModel model = ImageTrainer.Train(fine, ImageMethod.Kernel, Short);
        Assert.True(model.Epochs.All(epoch => double.IsFinite(epoch.ValidationMse)));
    }

    [Fact]
    public void A_cancelled_training_stops()
    {
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ImageTrainer.Train(task, ImageMethod.Reg, Short with { Epochs = 1000 }, new ImmediateProgress<ImageEpoch>(_ => source.Cancel()), source.Token));
    }

    [Fact]
    public void What_cannot_be_trained_is_one_sentence()
    {
        Expect("No image is in the validation part", task with { Subsets = [.. task.Subsets.Select(_ => Subset.Train)] }, ImageMethod.Reg, Short);
        Expect("expected one part an image", task with { Subsets = [Subset.Train] }, ImageMethod.Reg, Short);
        Expect("needs at least 2 classes, got C = 1", task, ImageMethod.RegCls(1, 1), Short);
        Expect("λ must be a positive number, got 0", task, ImageMethod.ScaledReg(0), Short);
        Expect("at least 1 epoch", task, ImageMethod.Reg, Short with { Epochs = 0 });
        Expect("BMC needs batches of at least 2 images", task, ImageMethod.Of(RegressionLoss.Bmc), Short with { BatchSize = 1 });
        Expect("corrects for the label counts itself", task, ImageMethod.Of(RegressionLoss.Gai) with { Reweighting = Reweighting.Inverse }, Short);
        Expect("The network has 7 classes, but the method makes 0", task with { Network = (seed, _) => new SmallResidualNetwork(seed, 7, 4) }, ImageMethod.Reg, Short);
        Assert.Contains("diverged in epoch 1", Assert.Throws<InvalidOperationException>(() => ImageTrainer.Train(task, ImageMethod.Reg, Short with { LearningRate = 1e30 })).Message, StringComparison.Ordinal);

        static void Expect(string sentence, ImageTask task, ImageMethod method, ImageTrainingOptions options)
            => Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => ImageTrainer.Train(task, method, options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 100, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(0.1, 1, 10)]
    public void Factors_are_those_of_the_released_image_code(double lambda, double regression, double classification)
    {
        (double actualRegression, double actualClassification) = ImageMethod.RegCls(10, lambda).Factors;
        Assert.Equal((regression, classification), (actualRegression, Math.Round(actualClassification, 12)));
        Assert.Equal((regression, 0), ImageMethod.ScaledReg(lambda).Factors);
    }

    [Fact]
    public void An_image_moves_and_flips_as_asked()
    {
        byte[] image = [.. Enumerable.Range(0, 27).Select(i => (byte)(i * 9))];
        float[] target = new float[27];
        for (int dx = -3; dx <= 3; dx++)
        {
            for (int dy = -3; dy <= 3; dy++)
            {
                foreach (bool mirrored in (bool[])[false, true])
                {
                    Augmentation.Copy(image, target, 3, dx, dy, mirrored);
                    for (int i = 0; i < 27; i++)
                    {
                        int plane = i / 9, y = i % 9 / 3 + dy, column = mirrored ? 2 - i % 3 : i % 3, x = column + dx;
                        float expected = x is < 0 or > 2 || y is < 0 or > 2 ? -1 : image[9 * plane + 3 * y + x] / 127.5f - 1;
                        Assert.Equal(expected, target[i], 1e-5f);
                    }
                }
            }
        }
    }
}
