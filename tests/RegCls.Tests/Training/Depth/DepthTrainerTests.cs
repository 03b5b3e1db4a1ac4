using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Labels;
using RegCls.Models.Depth;
using RegCls.Training.Depth;
using RegCls.Training.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Training.Depth;

public class DepthTrainerTests
{
    private static readonly DepthTrainingOptions Short = new() { Epochs = 3, BatchSize = 4, Seed = 4 };
    private static readonly SlopedFrames Frames = new(24, 32, 24);

    private static readonly DepthTask Task = new()
    {
        Frames = Frames,
        Subsets = Frames.Subsets,
        ClassRange = new Interval(0, 6),
        Network = (seed, classes) => new SmallDepthNetwork(seed, classes, width: 4),
    };

    public static TheoryData<string> Methods => [.. All().Keys];

    private static Dictionary<string, ImageMethod> All() => new()
    {
        ["reg"] = DepthMethods.Reg,
        ["control"] = DepthMethods.ScaledReg(10),
        ["2"] = DepthMethods.RegCls(2, 10),
        ["10"] = DepthMethods.RegCls(10, 10),
        ["100"] = DepthMethods.RegCls(100, 10),
        ["2 balanced"] = DepthMethods.RegCls(2, 10, ClassDefinition.Balanced),
        ["10 balanced"] = DepthMethods.RegCls(10, 10, ClassDefinition.Balanced),
        ["100 balanced"] = DepthMethods.RegCls(100, 10, ClassDefinition.Balanced),
        ["LDS"] = DepthMethods.Lds,
        ["FDS"] = DepthMethods.Fds,
        ["kernel"] = DepthMethods.Kernel,
        ["GAI"] = DepthMethods.Gai,
        ["BMC"] = DepthMethods.Bmc,
        ["balanced samples"] = DepthMethods.Reg with { BalancedSamples = true },
        ["balanced samples, 100"] = DepthMethods.RegCls(100, 10) with { BalancedSamples = true },
    };

    private static float[] Trained(ImageMethod method, DepthTrainingOptions options)
    {
        using TrainedDepthModel model = DepthTrainer.Train(Task, method, options);
        return [.. model.Predict(Frames, 13).Cast<float>()];
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_trains_on_depths_of_ten_metres_and_more(string name)
    {
        SlopedFrames far = new(24, 32, 24, farther: 7);
        Assert.Contains(Enumerable.Range(0, far.Count), i => far.Depth(i).ToArray().Max() > 10_000);
        using TrainedDepthModel model = DepthTrainer.Train(Task with { Frames = far, Subsets = far.Subsets, ClassRange = new Interval(0, 10) }, All()[name], Short with { Epochs = 2 });
        Assert.All(model.Epochs, epoch => Assert.True(double.IsFinite(epoch.ValidationRmse)));
    }

    [Fact]
    public void Decoupled_decay_shrinks_the_weights_and_changes_nothing_else_in_a_first_step()
    {
        // One batch of all frames and one epoch: one step. The gradient is the same, so the weights differ by lr · wd · θ alone.
        DepthTrainingOptions once = Short with { Epochs = 1, BatchSize = 24, Milestones = [], LearningRate = 1e-2, WeightDecay = 0 };
        float[] before = Weights(once with { LearningRate = 1e-12 }), plain = Weights(once), shrunk = Weights(once with { WeightDecay = 0.5, DecoupledDecay = true }), coupled = Weights(once with { WeightDecay = 0.5 });
        Assert.All(Enumerable.Range(0, before.Length), i => Assert.Equal(plain[i] - 1e-2 * 0.5 * before[i], shrunk[i], 1e-6));
        Assert.Contains(Enumerable.Range(0, before.Length), i => Math.Abs(plain[i] - shrunk[i]) > 1e-4);
        Assert.Contains(Enumerable.Range(0, before.Length), i => Math.Abs(coupled[i] - shrunk[i]) > 1e-3);

        static float[] Weights(DepthTrainingOptions options)
        {
            using TrainedDepthModel model = DepthTrainer.Train(Task, DepthMethods.Reg, options);
            return [.. model.Network.parameters().SelectMany(parameter => parameter.detach().data<float>().ToArray())];
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_trains_and_predicts(string name)
    {
        using TrainedDepthModel model = DepthTrainer.Train(Task, All()[name], Short);
        float[,] predicted = model.Predict(Frames, 20);
        Assert.Equal((12, 16), (predicted.GetLength(0), predicted.GetLength(1)));
        Assert.All(predicted.Cast<float>(), depth => Assert.InRange(depth, -5, 15));
        Assert.Equal(3, model.Epochs.Count);
    }

    [Fact]
    public void A_training_learns()
    {
        using TrainedDepthModel model = DepthTrainer.Train(Task, DepthMethods.Reg, Short with { Epochs = 25, LearningRate = 5e-3 });
        int[] train = Task.Indices(Subset.Train);
        double[] targets = [.. train.SelectMany(frame => Frames.Depth(frame).ToArray()).Where(depth => depth > 0).Select(depth => depth / 1000.0)];
        double mean = targets.Average(), guess = Math.Sqrt(targets.Average(target => (target - mean) * (target - mean)));
        Assert.True(model.Errors(Frames, train).Rmse() < 0.5 * guess, $"error {model.Errors(Frames, train).Rmse()}, that of the mean {guess}");
        Assert.True(model.Epochs[^1].TrainingLoss < model.Epochs[0].TrainingLoss);
    }

    [Fact]
    public void Both_rules_of_table_2_have_the_weights_of_their_epoch()
    {
        int[] validation = Task.Indices(Subset.Validation), test = Task.Indices(Subset.Test);
        List<int> chosenOnValidation = [], chosenOnTest = [];
        for (int seed = 0; seed < 3; seed++)
        {
            // Steps too large to settle, so that the last epoch is not always the best.
            using TrainedDepthModel model = DepthTrainer.Train(Task, DepthMethods.Reg, Short with { Epochs = 6, LearningRate = 5e-2, Milestones = [], Seed = seed });
            Assert.Equal(DepthSelection.BestOnValidation, model.Selection);
            Assert.Equal(model.Epochs.Min(epoch => epoch.ValidationRmse), model.Errors(Frames, validation).BalancedRmse()!.Value, 1e-6);
            double honest = model.Errors(Frames, test).Rmse()!.Value;
            model.Use(DepthSelection.BestOnTest);
            double flattered = model.Errors(Frames, test).Rmse()!.Value;
            Assert.Equal(model.Epochs.Min(epoch => epoch.TestRmse)!.Value, flattered, 1e-6);
            Assert.True(flattered <= honest);
            Assert.Equal(model.Epochs[model.BestEpoch(DepthSelection.BestOnValidation) - 1].TestRmse!.Value, honest, 1e-6);
            model.Use(DepthSelection.BestOnValidation);
            Assert.Equal(honest, model.Errors(Frames, test).Rmse()!.Value, 1e-6);
            chosenOnValidation.Add(model.BestEpoch(DepthSelection.BestOnValidation));
            chosenOnTest.Add(model.BestEpoch(DepthSelection.BestOnTest));
        }

        Assert.Contains(chosenOnValidation, epoch => epoch < 6);
        Assert.Contains(chosenOnTest, epoch => epoch < 6);
    }

    [Fact]
    public void A_test_mask_decides_which_pixels_count()
    {
        SlopedFrames masked = new(24, 32, 24, masked: true);
        using TrainedDepthModel model = DepthTrainer.Train(Task, DepthMethods.Reg, Short);
        Assert.InRange(model.Errors(masked, [20]).Counts.Sum(), 1, model.Errors(Frames, [20]).Counts.Sum() * 0.6);
    }

    [Fact]
    public void With_one_thread_a_seed_repeats_to_the_bit_and_another_seed_does_not()
    {
        int threads = get_num_threads();
        set_num_threads(1);
        try
        {
            ImageMethod method = DepthMethods.RegCls(100, 10, ClassDefinition.Balanced);
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
        DepthTrainingOptions plain = Short with { WeightDecay = 0 };
        Assert.All(Trained(DepthMethods.Reg, plain).Zip(Trained(DepthMethods.ScaledReg(64), plain)), pair => Assert.Equal(pair.First, pair.Second, 0.05f));
        DepthTrainingOptions decayed = Short with { WeightDecay = 0.5, LearningRate = 1e-2 };
        double apart = Trained(DepthMethods.Reg, decayed).Zip(Trained(DepthMethods.ScaledReg(64), decayed), (one, other) => Math.Abs(one - other)).Max();
        Assert.True(apart > 0.2, $"with weight decay the two are {apart} apart at most");
        Assert.Equal(1e-4, new DepthTrainingOptions().WeightDecay);
    }

    [Fact]
    public void A_cancelled_training_stops()
    {
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            DepthTrainer.Train(Task, DepthMethods.Reg, Short with { Epochs = 1000 }, new ImmediateProgress<DepthEpoch>(_ => source.Cancel()), source.Token));
    }

    [Fact]
    public void What_cannot_be_trained_is_one_sentence()
    {
        Expect("No frame is in the validation part", Task with { Subsets = [.. Enumerable.Repeat((Subset?)Subset.Train, 24)] }, DepthMethods.Reg, Short);
        Expect("expected one part a frame", Task with { Subsets = [Subset.Train] }, DepthMethods.Reg, Short);
        Expect("needs even sizes", Task with { Frames = new SlopedFrames(24, 33, 24) }, DepthMethods.Reg, Short);
        Expect("λ must be a positive number, got 0", Task, DepthMethods.ScaledReg(0), Short);
        Expect("the objective Classes has none", Task, ImageMethod.ExpectedClass(10), Short);
        Expect("at least 1 epoch", Task, DepthMethods.Reg, Short with { Epochs = 0 });
        Expect("1 batch a step, got", Task, DepthMethods.Reg, Short with { Accumulated = 0 });
        Expect("turned by 0 to 45 degrees", Task, DepthMethods.Reg, Short with { Rotation = 90 });
        Expect("The network has 7 classes, but the method makes 0", Task with { Network = (seed, _) => new SmallDepthNetwork(seed, 7, 4) }, DepthMethods.Reg, Short);
        Assert.Contains("diverged", Assert.Throws<InvalidOperationException>(() => DepthTrainer.Train(Task, DepthMethods.Reg, Short with { LearningRate = 1e30 })).Message, StringComparison.Ordinal);
        using TrainedDepthModel untested = DepthTrainer.Train(Task with { Subsets = [.. Frames.Subsets.Select(subset => subset == Subset.Test ? null : subset)] }, DepthMethods.Reg, Short);
        Assert.Contains("without test frames", Assert.Throws<InvalidOperationException>(() => untested.Use(DepthSelection.BestOnTest)).Message, StringComparison.Ordinal);

        static void Expect(string sentence, DepthTask task, ImageMethod method, DepthTrainingOptions options)
            => Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => DepthTrainer.Train(task, method, options)).Message, StringComparison.Ordinal);
    }
}
