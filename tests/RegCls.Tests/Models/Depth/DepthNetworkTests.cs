using RegCls.Models.Depth;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Models.Depth;

public class DepthNetworkTests
{
    [Theory]
    [InlineData(60, 80)]
    [InlineData(56, 76)]
    [InlineData(58, 78)]
    public void The_small_network_predicts_depth_at_half_and_classes_at_full_resolution(int height, int width)
    {
        using DisposeScope scope = NewDisposeScope();
        using SmallDepthNetwork network = new(1, 10);
        network.eval();
        Tensor images = randn(2, 3, height, width), maps = network.Maps(images);
        Assert.Equal([2, 32, height / 2, width / 2], maps.shape);
        Assert.Equal([2, 16, height / 2, width / 2], network.Features(maps).shape);
        Assert.Equal([2, 1, height / 2, width / 2], network.call(images).shape);
        Assert.Equal([4, 10, 2 * height / 2 * width / 2], network.Logits(maps).shape);
    }

    [Fact]
    public void Quarters_hold_every_other_pixel_of_every_other_row()
    {
        using DisposeScope scope = NewDisposeScope();
        (int n, int height, int width) = (2, 6, 4);
        Tensor pixels = arange(n * height * width, ScalarType.Int64).view(n, height, width), quarters = DepthNetwork.Quarters(pixels);
        Assert.Equal([4, n * height * width / 4], quarters.shape);
        for (int frame = 0; frame < n; frame++)
        {
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    int place = (frame * height / 2 + y / 2) * width / 2 + x / 2;
                    Assert.Equal((frame * height + y) * width + x, quarters[2 * (y % 2) + x % 2, place].item<long>());
                }
            }
        }

        Assert.Equal(pixels.unsqueeze(1), TransposedConvolution.Pixels(quarters.unsqueeze(1), n, height, width));
    }

    [Fact]
    public void What_comes_back_from_the_class_head_lies_channels_last_too()
    {
        using DisposeScope scope = NewDisposeScope();
        using SmallDepthNetwork network = new(1, 10);
        Tensor maps = network.Maps(randn(2, 3, 24, 32)).detach().requires_grad_();
        network.Logits(maps).square().sum().backward();
        Assert.Equal(maps.stride(), maps.grad!.stride());
        Assert.Equal(1, maps.grad!.stride(1));
    }

    [Fact]
    public void The_small_network_has_as_many_parameters_as_its_layers()
    {
        using SmallDepthNetwork plain = new(1), classes = new(1, 100);

        // Convolutions without bias, two numbers a channel of a normalisation; blocks have two 3×3 convolutions and a 1×1 shortcut.
        long Block(int from, int to) => 9 * from * to + 9 * to * to + from * to + 3 * 2 * to;
        long backbone = 27 * 16 + 32 + Block(16, 16) + Block(16, 32) + Block(32, 64);
        long decoder = 9 * 64 * 32 + 64 + 9 * 32 * 16 + 32 + 9 * 16 * 16 + 32;
        long fusion = 4 * (16 + 16 + 32 + 64) + 4 * 4;
        long head = 25 * 32 * 16 + 32 + 25 * 16 * 16 + 32 + 25 * 16 + 1;
        Assert.Equal(backbone + decoder + fusion + head, plain.ParameterCount);
        Assert.Equal(plain.ParameterCount + (32 * 32 * 4 + 32) + (32 * 100 + 100), classes.ParameterCount);
    }

    [Fact]
    public void A_classification_head_changes_nothing_in_the_prediction()
    {
        using DisposeScope scope = NewDisposeScope();
        using SmallDepthNetwork plain = new(3), classes = new(3, 10), other = new(4);
        Tensor images = randn(1, 3, 24, 32);
        float[] predicted = plain.call(images).data<float>().ToArray();
        Assert.Equal(predicted, classes.call(images).data<float>().ToArray());
        Assert.NotEqual(predicted, other.call(images).data<float>().ToArray());
        Assert.Contains("no classification head", Assert.Throws<InvalidOperationException>(() => plain.Logits(plain.Maps(images))).Message, StringComparison.Ordinal);
        Assert.Contains("at least 2, got 1", Assert.Throws<ArgumentException>(() => new SmallDepthNetwork(0, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_prediction_starts_near_where_it_is_told_to()
    {
        using DisposeScope scope = NewDisposeScope();
        using SmallDepthNetwork network = new(3);
        network.StartAt(2.5);
        double mean = network.call(randn(4, 3, 24, 32)).mean().item<float>();
        network.StartAt(4.5);
        Assert.InRange(mean, 0.5, 4.5);
        Assert.Equal([4.5f], network.named_parameters().Single(entry => entry.name == "regression3.bias").parameter.data<float>().ToArray());
    }

    [Fact]
    public void The_papers_network_has_its_sizes_and_takes_a_step()
    {
        using DisposeScope scope = NewDisposeScope();
        using MultiScaleDepthNetwork network = new(1, 100);
        Tensor images = randn(1, 3, 64, 96), maps = network.Maps(images), logits = network.Logits(maps), depth = network.Regression(network.Features(maps));
        Assert.Equal([1, 128, 32, 48], maps.shape);
        Assert.Equal([1, 1, 32, 48], depth.shape);
        Assert.Equal([4, 100, 32 * 48], logits.shape);

        // The encoder is torchvision's ResNet-50 without its classifier: 25,557,032 - 2,049,000.
        const long encoder = 23_508_032;
        long Up(long from, long to) => 25 * from * to + 9 * to * to + 25 * from * to + 3 * 2 * to;
        long decoder = 2048 * 1024 + 2 * 1024 + Up(1024, 512) + Up(512, 256) + Up(256, 128) + Up(128, 64);
        long fusion = Up(256, 16) + Up(512, 16) + Up(1024, 16) + Up(2048, 16) + 25 * 64 * 64 + 2 * 64;
        long regression = 2 * (25 * 128 * 128 + 2 * 128) + 25 * 128 + 1, classes = 128 * 256 * 4 + 256 + 256 * 100 + 100;
        Assert.Equal(encoder + decoder + fusion + regression + classes, network.ParameterCount);

        Tensor loss = depth.square().mean() + logits.square().mean();
        loss.backward();
        Assert.All(network.named_parameters(), entry => Assert.NotNull(entry.parameter.grad));
        using RegCls.Optimisers.Adam adam = new(network.parameters(), 1e-4);
        adam.TakeStep(1e-4);
        Tensor maps2 = network.Maps(images);
        Assert.NotEqual(loss.item<float>(), (network.Regression(network.Features(maps2)).square().mean() + network.Logits(maps2).square().mean()).item<float>());
    }
}
