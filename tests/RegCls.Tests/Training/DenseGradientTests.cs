using RegCls.Data;
using RegCls.Models;
using RegCls.Training.Vectorised;

namespace RegCls.Tests.Training;

public class DenseGradientTests
{
    [Theory]
    [InlineData(1, new[] { 64 }, 0, 16, 0)]
    [InlineData(3, new[] { 4, 4 }, 2, 16, 0.3)]
    [InlineData(8, new[] { 64, 64 }, 16, 64, 0)]
    [InlineData(16, new[] { 17, 33 }, 17, 32, 0.2)]
    [InlineData(64, new[] { 64, 5, 20 }, 100, 48, 0.5)]
    [InlineData(33, new[] { 16 }, 4, 16, 0.9)]
    public void Gradients_are_finite_differences_of_the_loss(int inputs, int[] hidden, int classes, int batchSize, double dropped)
    {
        const double lambda = 7;
        RandomStream stream = RandomStream.Named("dense", inputs, classes);
        MlpShape shape = new(inputs, hidden, classes);
        DenseLayout layout = new(shape);
        using ReplicatedMlp network = new(shape, [stream], Precision.Single);
        float[] parameters = layout.Import(network);
        using ReplicatedMlp marks = new(shape, [stream], Precision.Single);
        using (TorchSharp.torch.no_grad())
        {
            marks.Parameters.fill_(1);
        }

        float[] isParameter = layout.Import(marks);
        Assert.Equal(shape.ParameterCount, isParameter.Count(mark => mark == 1));

        // Biases away from 0: a unit whose inputs are all silent would stand exactly where the ReLU has no derivative.
        for (int place = 0; place < parameters.Length; place++)
        {
            parameters[place] += isParameter[place] * (float)(0.1 * stream.NextGaussian());
        }

        VectorBatch batch = VectorBatch.InRows(batchSize, inputs);
        for (int sample = 0; sample < batchSize; sample++)
        {
            batch.Targets[sample] = (float)stream.NextGaussian();
            batch.Labels[sample] = classes == 0 ? 0 : stream.NextDouble() < dropped ? -1 : stream.NextInt32(classes);
            for (int feature = 0; feature < inputs; feature++)
            {
                batch.Inputs[sample * NetworkLayout.Padded(inputs) + feature] = (float)stream.NextGaussian();
            }
        }

        float[] gradients = new float[layout.Length];
        new DenseGradient(layout, batchSize).Compute(parameters, batch, (float)lambda, gradients);
        double[] exact = [.. parameters.Select(value => (double)value)];
        double scale = gradients.Max(Math.Abs);
        Assert.True(scale > 0.01);
        HashSet<int> used = [];
        for (int trial = 0; trial < 400; trial++)
        {
            int place = stream.NextInt32(layout.Length);
            if (isParameter[place] == 0)
            {
                Assert.Equal(0, gradients[place]);
                continue;
            }

            const double step = 1e-6;
            double before = exact[place];
            exact[place] = before + step;
            double above = Loss(exact, shape, batch, lambda);
            exact[place] = before - step;
            double below = Loss(exact, shape, batch, lambda);
            exact[place] = before;
            Assert.Equal((above - below) / (2 * step), gradients[place], 2e-5 * scale);
            used.Add(place);
        }

        Assert.True(used.Count > 20);
    }

    [Fact]
    public void A_batch_with_no_kept_label_has_no_classification_gradient()
    {
        MlpShape shape = new(5, [20], 4);
        DenseLayout layout = new(shape);
        using ReplicatedMlp network = new(shape, [RandomStream.Named("none kept")], Precision.Single);
        VectorBatch batch = VectorBatch.InRows(32, 5);
        Array.Fill(batch.Labels, -1);
        Array.Fill(batch.Targets, 1);
        float[] gradients = new float[layout.Length];
        new DenseGradient(layout, 32).Compute(layout.Import(network), batch, 1, gradients);
        Assert.All(gradients[layout.ClassHead..], value => Assert.Equal(0, value));
        Assert.All(gradients, value => Assert.True(float.IsFinite(value)));
        Assert.Contains(gradients, value => value != 0);
    }

    // Eq. 4 one number at a time, in double precision, from the parameters in the order in which a layer's are documented to stand.
    private static double Loss(double[] parameters, MlpShape shape, VectorBatch batch, double lambda)
    {
        double squares = 0, entropy = 0;
        int kept = 0;
        for (int sample = 0; sample < batch.Size; sample++)
        {
            int position = 0;
            double[] units = [.. Enumerable.Range(0, shape.Inputs).Select(feature => (double)batch.Inputs[sample * Vectors(shape.Inputs) + feature])];
            foreach (int width in shape.Hidden)
            {
                units = [.. Linear(parameters, units, width, ref position).Select(value => Math.Max(value, 0))];
            }

            double prediction = units.Select((value, unit) => value * parameters[position + unit]).Sum() + parameters[position + Vectors(units.Length)];
            position += Vectors(units.Length) + 16;
            squares += Math.Pow(prediction - batch.Targets[sample], 2);
            if (shape.Classes > 0 && batch.Labels[sample] >= 0)
            {
                double[] logits = Linear(parameters, units, shape.Classes, ref position);
                entropy += Math.Log(logits.Sum(Math.Exp)) - logits[batch.Labels[sample]];
                kept++;
            }
        }

        return lambda * squares / batch.Size + (kept > 0 ? entropy / kept : 0);
    }

    private static double[] Linear(double[] parameters, double[] units, int width, ref int position)
    {
        int weights = position, bias = weights + (units.Length + 3) / 4 * 4 * Vectors(width);
        position = bias + Vectors(width);
        return [.. Enumerable.Range(0, width).Select(to => units.Select((value, from) => value * parameters[weights + from * Vectors(width) + to]).Sum() + parameters[bias + to])];
    }

    private static int Vectors(int count) => (count + 15) / 16 * 16;
}
