using RegCls.Models.Images;
using RegCls.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

/// <summary>A training that ends in NaN says where it began: each place is broken on purpose.</summary>
public sealed class DivergenceTests : IDisposable
{
    private readonly SmallResidualNetwork network = new(2, 0, width: 4);
    private readonly Tensor images = rand(4, 3, 32, 32).DetachFromDisposeScope();
    private readonly Divergence divergence;

    public DivergenceTests() => divergence = new Divergence(network);

    public void Dispose()
    {
        network.Dispose();
        images.Dispose();
    }

    [Fact]
    public void An_input_that_is_no_number_is_named_and_the_data_are_to_be_looked_at()
    {
        string message = Message([0.5, double.NaN]);
        Assert.Contains("It began in the input", message, StringComparison.Ordinal);
        Assert.Contains("regcls data check", message, StringComparison.Ordinal);
        Assert.DoesNotContain("learning rate", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_are_no_numbers_name_the_last_layer_whose_gradient_broke()
    {
        Spoil("block2.conv1.weight");
        Spoil("block1.conv2.weight");
        Spoil("stem.weight");
        string message = Message([0.5]);
        Assert.Contains("the gradients of block2.conv1.weight, in the step before (3 of ", message, StringComparison.Ordinal);
        Assert.Contains("the weights have not grown", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_that_overflows_is_named_and_weights_that_grew_ask_for_a_smaller_rate()
    {
        using (no_grad())
        {
            network.get_parameter("block3.bn2.weight")!.fill_(3e38f);
            network.get_parameter("block3.bn2.bias")!.fill_(3e38f);
        }

        string message = Message([0.5]);
        Assert.Contains("the forward pass, in the layer block3.bn2", message, StringComparison.Ordinal);
        Assert.Contains("use a smaller learning rate than 0.01", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_alone_that_is_no_number_is_told_apart() => Assert.Contains("It began in the loss", Message([0.5]), StringComparison.Ordinal);

    private string Message(double[] inputs) => divergence.Explain("reg", 3, "loss NaN", inputs, () => network.call(images), 0.01).Message;

    private void Spoil(string name)
    {
        using IDisposable guard = no_grad();
        network.get_parameter(name)!.fill_(float.NaN);
    }
}
