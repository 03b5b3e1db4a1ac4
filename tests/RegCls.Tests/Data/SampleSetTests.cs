using RegCls.Data;
using TorchSharp;

namespace RegCls.Tests.Data;

public class SampleSetTests
{
    [Fact]
    public void Tensors_are_columns_of_the_samples()
    {
        SampleSet set = new([1, 2, 3], [4, 5, 6]);
        using torch.Tensor inputs = set.InputTensor(), targets = set.TargetTensor();
        Assert.Equal([3, 1], inputs.shape);
        Assert.Equal([3, 1], targets.shape);
        Assert.Equal([1.0, 2, 3], inputs.data<double>().ToArray());
        Assert.Equal([4.0, 5, 6], targets.data<double>().ToArray());
    }
}
