using System.Globalization;
using System.Security.Cryptography;
using RegCls.Data.Labels;
using RegCls.Studies.Depth;
using RegCls.Studies.Images;
using RegCls.Training.Depth;
using RegCls.Training.Images;
using TorchSharp;

namespace RegCls.Benchmarks;

/// <summary>Trains every method of ages and of depth for some epochs (FDS begins with the third) on data made by code and prints its numbers to the last bit: to compare before and after a change of the trainers, on one machine.</summary>
internal static class MethodResults
{
    public static void Print(int epochs)
    {
        torch.set_num_threads(1);
        AgeRun age = new() { Data = AgeData.BuiltIn, Share = 0.02, Size = 24, Method = AgeMethod.Reg, Epochs = epochs, WeightDecay = 1e-4 };
        AgeImages faces = AgeRunner.Open(age);
        using (faces.Cache)
        {
            foreach (AgeMethod method in Enum.GetValues<AgeMethod>())
            {
                using TrainedImageModel model = AgeRunner.Train(age with { Method = method, Classes = method.HasClasses() ? 10 : 0, Lambda = method.HasLambda() ? 10 : 1 }, faces);
                double[] predictions = model.Predict(faces.Cache, faces.Task.Indices(Subset.Test));
                Line($"age {method}", [.. model.Epochs.SelectMany(epoch => (double[])[epoch.TrainingLoss, epoch.ValidationMse]), model.LastLayerValidationMse ?? 0], predictions.SelectMany(BitConverter.GetBytes));
            }
        }

        DepthRun depth = new() { Data = DepthData.BuiltIn, Method = DepthMethod.Reg, Epochs = epochs, WeightDecay = 1e-4 };
        DepthFrames rooms = DepthRunner.Open(DepthData.BuiltIn);
        using (rooms.Cache)
        {
            foreach (DepthMethod method in Enum.GetValues<DepthMethod>())
            {
                DepthRun run = depth with { Method = method, Classes = method.HasClasses() ? 10 : 0, Lambda = method.HasLambda() ? 10 : 1 };
                using TrainedDepthModel model = DepthRunner.Train(run, rooms);
                float[,] predictions = model.Predict(rooms.Cache, rooms.Task(run).Indices(Subset.Test)[0]);
                Line($"depth {method}", [.. model.Epochs.SelectMany(epoch => (double[])[epoch.TrainingLoss, epoch.ValidationRmse, epoch.TestRmse ?? 0])], predictions.Cast<float>().SelectMany(BitConverter.GetBytes));
            }
        }
    }

    private static void Line(string name, IEnumerable<double> numbers, IEnumerable<byte> predictions)
        => Console.WriteLine($"{name} {string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))} {Convert.ToHexStringLower(SHA256.HashData([.. predictions]))[..16]}");
}
