using System.Buffers.Binary;
using System.Text;
using RegCls.Models.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Models.Images;

public class ImageNetworkTests
{
    [Fact]
    public void ResNet50_has_the_published_number_of_parameters()
    {
        // 25,557,032 with the 1000 classes of ImageNet; our heads instead of its 2048 · 1000 + 1000.
        using ResNet50 plain = new(0), classes = new(0, 100);
        Assert.Equal(25_557_032 - 2_049_000 + 2_049, plain.ParameterCount);
        Assert.Equal(25_557_032 - 2_049_000 + 2_049 + 100 * 2_049, classes.ParameterCount);
        plain.eval();
        classes.eval();
        using IDisposable guard = inference_mode();
        Tensor image = rand(1, 3, 224, 224).mul(2).sub(1), features = classes.Features(image);
        Assert.Equal([1, 2048], features.shape);
        Assert.Equal(([1L, 1], [1L, 100]), (classes.Regression(features).shape, classes.Logits(features).shape), Shapes);
        Assert.Equal([1, 1], plain.call(image).shape);
        Assert.Equal(plain.Features(image).data<float>().ToArray(), features.data<float>().ToArray());
    }

    [Fact]
    public void A_training_step_of_ResNet50_with_classes_moves_every_parameter()
    {
        using ResNet50 network = new(1, 10);
        using RegCls.Optimisers.Adam adam = new(network.parameters(), 0);
        Tensor[] before = [.. network.parameters().Select(parameter => parameter.detach().clone())];
        network.train();
        Tensor features = network.Features(rand(2, 3, 64, 64));
        (network.Regression(features).abs().mean() + nn.functional.cross_entropy(network.Logits(features), tensor(new long[] { 1, 7 }))).backward();
        adam.TakeStep(1e-3);
        Assert.All(network.parameters().Zip(before), pair => Assert.True(pair.First.detach().sub(pair.Second).abs().max().item<float>() > 0));
    }

    [Theory]
    [InlineData(48, 0)]
    [InlineData(64, 100)]
    public void The_small_network_has_its_shapes_for_any_size(int size, int classes)
    {
        using SmallResidualNetwork network = new(3, classes);
        Assert.Equal(77_745 + 65 * classes, network.ParameterCount);
        Tensor features = network.Features(rand(5, 3, size, size));
        Assert.Equal([5, 64], features.shape);
        Assert.Equal([5, 1], network.Regression(features).shape);
        if (classes == 0)
        {
            Assert.Contains("has no classification head", Assert.Throws<InvalidOperationException>(() => network.Logits(features)).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal([5, classes], network.Logits(features).shape);
        }
    }

    [Fact]
    public void A_seed_gives_the_same_weights_and_a_classification_head_changes_nothing_else()
    {
        using SmallResidualNetwork one = new(5), same = new(5, 10), other = new(6);
        one.eval();
        same.eval();
        other.eval();
        Tensor images = rand(2, 3, 48, 48);
        Assert.Equal(one.call(images).data<float>().ToArray(), same.call(images).data<float>().ToArray());
        Assert.NotEqual(one.call(images).data<float>().ToArray(), other.call(images).data<float>().ToArray());
        one.StartAt(38.5);
        using IDisposable guard = no_grad();
        Assert.Equal(38.5, (one.call(images) - same.call(images)).mean().item<float>(), 1e-3);
        Assert.Throws<ArgumentException>(() => new SmallResidualNetwork(0, 1));
    }

    [Fact]
    public void ResNet50_starts_from_a_local_file_and_says_what_does_not_fit()
    {
        using TemporaryFolder folder = new();
        using ResNet50 trained = new(1), fresh = new(2);
        string path = folder.Write("resnet50.safetensors", Safetensors(Backbone(trained).Append(("fc.weight", [2L, 2], [1f, 2, 3, 4]))));
        fresh.Load(path);
        trained.eval();
        fresh.eval();
        using IDisposable guard = inference_mode();
        Tensor image = rand(1, 3, 64, 64);
        Assert.Equal(trained.Features(image).data<float>().ToArray(), fresh.Features(image).data<float>().ToArray());
        Assert.Contains("conv1.weight", SafetensorsFile.Open(path).Names);
        Assert.Contains("layer1.0.downsample.1.running_var", SafetensorsFile.Open(path).Names);

        string other = folder.Write("other.safetensors", Safetensors([("conv1.weight", [2L], [1f, 2])])), empty = folder.Write("empty.safetensors", Safetensors([]));
        Assert.Contains("conv1.weight is F32 [2]; expected F32 [64, 3, 7, 7]", Assert.Throws<InvalidDataException>(() => fresh.Load(other)).Message, StringComparison.Ordinal);
        Assert.Contains("holds no tensor conv1.weight", Assert.Throws<InvalidDataException>(() => fresh.Load(empty)).Message, StringComparison.Ordinal);
        Assert.Contains("is not a safetensors file", Assert.Throws<InvalidDataException>(() => fresh.Load(folder.Write("text.pth", "no weights at all"u8.ToArray()))).Message, StringComparison.Ordinal);
        byte[] whole = File.ReadAllBytes(other);
        Assert.Contains("is cut short", Assert.Throws<InvalidDataException>(() => fresh.Load(folder.Write("torn.safetensors", whole[..^3]))).Message, StringComparison.Ordinal);
    }

    private static bool Shapes((long[], long[]) one, (long[], long[]) other) => one.Item1.AsSpan().SequenceEqual(other.Item1) && one.Item2.AsSpan().SequenceEqual(other.Item2);

    private static IEnumerable<(string, long[], float[])> Backbone(ResNet50 network)
        => network.named_parameters().Select(entry => (entry.name, (Tensor)entry.parameter)).Concat(network.named_buffers().Select(entry => (entry.name, entry.buffer)))
            .Where(entry => !entry.Item1.Contains('_', StringComparison.Ordinal) || entry.Item1.Contains("running_", StringComparison.Ordinal))
            .Select(entry => (entry.Item1, entry.Item2.shape, entry.Item2.detach().data<float>().ToArray()));

    private static byte[] Safetensors(IEnumerable<(string Name, long[] Shape, float[] Values)> tensors)
    {
        StringBuilder header = new("{\"__metadata__\":{\"format\":\"pt\"}");
        using MemoryStream data = new();
        foreach ((string name, long[] shape, float[] values) in tensors)
        {
            long from = data.Position;
            data.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
            header.Append(System.Globalization.CultureInfo.InvariantCulture, $",\"{name}\":{{\"dtype\":\"F32\",\"shape\":[{string.Join(",", shape)}],\"data_offsets\":[{from},{data.Position}]}}");
        }

        byte[] text = Encoding.UTF8.GetBytes(header.Append('}').ToString()), prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, text.Length);
        return [.. prefix, .. text, .. data.ToArray()];
    }
}
