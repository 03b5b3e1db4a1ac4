using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>
/// Batch normalisation over <c>[N, channels, height, width]</c> with momentum 0.1 and ε 1e-5. TorchSharp's own module adds a number to a counter at each step, which hands libtorch a
/// temporary (see <see cref="Numbers"/>); this one has no counter.
/// </summary>
internal sealed class BatchNormalisation : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight, bias;
    private readonly Tensor mean, variance;

    public BatchNormalisation(int channels)
        : base(nameof(BatchNormalisation))
    {
        weight = new Parameter(ones(channels));
        bias = new Parameter(zeros(channels));
        mean = zeros(channels);
        variance = ones(channels);
        register_parameter("weight", weight);
        register_parameter("bias", bias);
        register_buffer("running_mean", mean);
        register_buffer("running_var", variance);
    }

    public override Tensor forward(Tensor input) => nn.functional.batch_norm(input, mean, variance, weight, bias, training, 0.1, 1e-5);
}
