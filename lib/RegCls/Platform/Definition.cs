using System.Runtime.CompilerServices;

namespace RegCls.Platform;

/// <summary>Operations of the networks as loops from their definitions, in double precision, with the gradients of <c>Σ g · output</c>.</summary>
internal static class Definition
{
    /// <summary>A convolution with padding k / 2 over <c>[N, I, H, W]</c>: output, gradients of input, weight and bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static IReadOnlyList<double[]> Convolution(ConvolutionShape shape, float[] input, float[] weight, float[] bias, float[] gradient)
    {
        (int n, int inputs, int outputs, int height, int width, int kernel, int stride) = shape;
        (int below, int beside) = (shape.OutputHeight, shape.OutputWidth);
        double[] output = new double[gradient.Length], ofInput = new double[input.Length], ofWeight = new double[weight.Length], ofBias = new double[outputs];
        for (int image = 0; image < n; image++)
        {
            for (int to = 0; to < outputs; to++)
            {
                int place = (image * outputs + to) * below * beside;
                for (int i = 0; i < below * beside; i++)
                {
                    output[place + i] += bias[to];
                    ofBias[to] += gradient[place + i];
                }

                for (int tap = 0; tap < inputs * kernel * kernel; tap++)
                {
                    (int from, int down, int right) = (tap / (kernel * kernel), tap / kernel % kernel - kernel / 2, tap % kernel - kernel / 2);
                    int source = (image * inputs + from) * height * width, own = to * inputs * kernel * kernel + tap;
                    double value = weight[own], sum = 0;
                    for (int y = 0; y < below; y++)
                    {
                        int row = y * stride + down;
                        for (int x = 0; x < beside && row >= 0 && row < height; x++)
                        {
                            int column = x * stride + right;
                            if (column >= 0 && column < width)
                            {
                                int seen = source + row * width + column, made = place + y * beside + x;
                                output[made] += value * input[seen];
                                ofInput[seen] += value * gradient[made];
                                sum += (double)input[seen] * gradient[made];
                            }
                        }
                    }

                    ofWeight[own] += sum;
                }
            }
        }

        return [output, ofInput, ofWeight, ofBias];
    }

    /// <summary>A transposed 2×2 convolution of stride 2 over <c>[N, I, H, W]</c>, weights <c>[I, O, 2, 2]</c>: output, gradients of input, weight and bias.</summary>
    public static IReadOnlyList<double[]> Transposed(ConvolutionShape shape, float[] input, float[] weight, float[] bias, float[] gradient)
    {
        (int n, int inputs, int outputs, int height, int width, _, _) = shape;
        double[] output = new double[gradient.Length], ofInput = new double[input.Length], ofWeight = new double[weight.Length], ofBias = new double[outputs];
        for (int made = 0; made < output.Length; made++)
        {
            (int x, int y, int to, int image) = (made % (2 * width), made / (2 * width) % (2 * height), made / (4 * width * height) % outputs, made / (4 * width * height * outputs));
            output[made] = bias[to];
            ofBias[to] += gradient[made];
            for (int from = 0; from < inputs; from++)
            {
                int seen = ((image * inputs + from) * height + y / 2) * width + x / 2, own = (from * outputs + to) * 4 + y % 2 * 2 + x % 2;
                output[made] += (double)weight[own] * input[seen];
                ofInput[seen] += (double)weight[own] * gradient[made];
                ofWeight[own] += (double)input[seen] * gradient[made];
            }
        }

        return [output, ofInput, ofWeight, ofBias];
    }

    /// <summary>Batch normalisation in training over <c>[N, C, places]</c>: output, gradients of input, weight and bias (Ioffe and Szegedy 2015), running mean and variance after one step from 0 and 1.</summary>
    public static IReadOnlyList<double[]> BatchNormalisation(int n, int channels, int places, float[] input, float[] weight, float[] bias, float[] gradient)
    {
        double[] output = new double[input.Length], ofInput = new double[input.Length], ofWeight = new double[channels], ofBias = new double[channels], means = new double[channels], variances = new double[channels];
        for (int channel = 0; channel < channels; channel++)
        {
            int[] own = [.. Enumerable.Range(0, n * places).Select(i => (i / places * channels + channel) * places + i % places)];
            double count = own.Length, mean = own.Average(i => (double)input[i]), variance = own.Average(i => (input[i] - mean) * (input[i] - mean)), scale = 1 / Math.Sqrt(variance + 1e-5);
            double[] normal = [.. own.Select(i => (input[i] - mean) * scale)];
            ofBias[channel] = own.Sum(i => (double)gradient[i]);
            ofWeight[channel] = own.Select((i, place) => gradient[i] * normal[place]).Sum();
            for (int place = 0; place < own.Length; place++)
            {
                output[own[place]] = weight[channel] * normal[place] + bias[channel];
                ofInput[own[place]] = weight[channel] * scale * (gradient[own[place]] - ofBias[channel] / count - normal[place] * ofWeight[channel] / count);
            }

            means[channel] = 0.1 * mean;
            variances[channel] = 0.9 + 0.1 * variance * count / (count - 1);
        }

        return [output, ofInput, ofWeight, ofBias, means, variances];
    }

    /// <summary>Maps <c>[maps, H, W]</c> scaled bilinearly, corners onto corners: output and gradient of the input.</summary>
    public static IReadOnlyList<double[]> Scaled(int maps, int height, int width, int newHeight, int newWidth, float[] input, float[] gradient)
    {
        double[] output = new double[gradient.Length], ofInput = new double[input.Length];
        for (int made = 0; made < output.Length; made++)
        {
            (int x, int y, int map) = (made % newWidth, made / newWidth % newHeight, made / (newWidth * newHeight));
            double down = y * (height - 1.0) / (newHeight - 1), right = x * (width - 1.0) / (newWidth - 1);
            (int top, int left) = ((int)down, (int)right);
            for (int corner = 0; corner < 4; corner++)
            {
                (int row, int column) = (Math.Min(top + corner / 2, height - 1), Math.Min(left + corner % 2, width - 1));
                double share = (corner / 2 == 1 ? down - top : 1 - (down - top)) * (corner % 2 == 1 ? right - left : 1 - (right - left));
                output[made] += share * input[(map * height + row) * width + column];
                ofInput[(map * height + row) * width + column] += share * gradient[made];
            }
        }

        return [output, ofInput];
    }

    /// <summary>Softmax cross-entropy summed over rows <c>[rows, C]</c> whose label is not negative: the sum and the gradient of the logits.</summary>
    public static IReadOnlyList<double[]> CrossEntropy(int classes, float[] logits, long[] labels)
    {
        double sum = 0;
        double[] ofLogits = new double[logits.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            double[] powers = [.. logits.Skip(row * classes).Take(classes).Select(value => Math.Exp(value))];
            for (int c = 0; c < classes && labels[row] >= 0; c++)
            {
                ofLogits[row * classes + c] = powers[c] / powers.Sum() - (c == labels[row] ? 1 : 0);
            }

            sum -= labels[row] < 0 ? 0 : Math.Log(powers[labels[row]] / powers.Sum());
        }

        return [[sum], ofLogits];
    }

    /// <summary>The product of matrices <c>[R, A, B]</c> and <c>[R, B, C]</c>: output and both gradients.</summary>
    public static IReadOnlyList<double[]> Product(int replicas, int a, int b, int c, float[] first, float[] second, float[] gradient)
    {
        double[] output = new double[gradient.Length], ofFirst = new double[first.Length], ofSecond = new double[second.Length];
        for (int i = 0; i < replicas * a * b * c; i++)
        {
            (int column, int inner, int row, int replica) = (i % c, i / c % b, i / (b * c) % a, i / (a * b * c));
            (int left, int right, int made) = ((replica * a + row) * b + inner, (replica * b + inner) * c + column, (replica * a + row) * c + column);
            output[made] += (double)first[left] * second[right];
            ofFirst[left] += (double)second[right] * gradient[made];
            ofSecond[right] += (double)first[left] * gradient[made];
        }

        return [output, ofFirst, ofSecond];
    }

    /// <summary>Parameters after steps of Adam with the same gradient (Kingma and Ba 2015; decoupled decay: Loshchilov and Hutter 2019).</summary>
    public static IReadOnlyList<double[]> Adam(float[] parameters, float[] gradient, double rate, double decay, bool decoupled, int steps)
    {
        double[] values = [.. parameters.Select(value => (double)value)];
        for (int i = 0; i < values.Length; i++)
        {
            double first = 0, second = 0;
            for (int step = 1; step <= steps; step++)
            {
                double slope = gradient[i] + (decoupled ? 0 : decay * values[i]);
                values[i] -= decoupled ? rate * decay * values[i] : 0;
                first = 0.9 * first + 0.1 * slope;
                second = 0.999 * second + 0.001 * slope * slope;
                values[i] -= rate * (first / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(second / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }

        return [values];
    }
}
