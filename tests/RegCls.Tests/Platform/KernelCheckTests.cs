using RegCls.Platform;
using TorchSharp;

namespace RegCls.Tests.Platform;

/// <summary>The check itself, on kernels that are wrong in the ways that real ones were.</summary>
public class KernelCheckTests
{
    private static readonly double[] Right = [1, -2, 0.5, 0.25];

    [Fact]
    public void Right_kernels_pass_with_their_rounding()
    {
        KernelReport report = Check(() => [1, -2.00001f, 0.5f, 0.25f]);
        Assert.True(report.IsRight);
        Assert.Equal(5e-6, report.Worst.Relative, 6);
        Assert.Contains("1 operations with 1 and 2 threads", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("channels-last", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_wrong_number_in_a_padded_channel_is_found()
    {
        KernelReport report = Check(() => [1, -2, 0.5f, 0.25f + 0.7f]);
        KernelDeviation wrong = Assert.Single(report.Wrong);
        Assert.Equal(("an operation", "gradient", 0.7, 2.0), (wrong.Case, wrong.Result, Math.Round(wrong.Difference, 6), wrong.Largest));
        Assert.Equal("an operation: the gradient is off by 7.0e-1, where the largest value is 2 (1 thread)", wrong.ToString());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void One_place_that_is_no_number_is_found(float value)
        => Assert.Contains("is not a number in places", Assert.Single(Check(() => [1, -2, value, 0.25f]).Wrong).ToString(), StringComparison.Ordinal);

    [Fact]
    public void What_is_wrong_with_two_threads_only_is_found_and_the_number_of_threads_put_back()
    {
        int before = torch.get_num_threads();
        KernelReport report = Check(() => torch.get_num_threads() == 2 ? [1, -2, 0.5f, 0] : [1, -2, 0.5f, 0.25f]);
        Assert.Equal(2, Assert.Single(report.Wrong).Threads);
        Assert.Equal(before, torch.get_num_threads());
    }

    [Fact]
    public void What_is_wrong_in_the_second_call_only_is_found()
    {
        int calls = 0;
        Assert.False(Check(() => ++calls == 2 ? [9, -2, 0.5f, 0.25f] : [1, -2, 0.5f, 0.25f]).IsRight);
    }

    [Fact]
    public void A_result_of_another_length_is_wrong() => Assert.False(Check(() => [1, -2, 0.5f]).IsRight);

    [Fact]
    public void An_operation_that_throws_is_told_with_its_message()
        => Assert.Contains("no such kernel", Assert.Throws<InvalidOperationException>(() => Check(() => throw new NotSupportedException("no such kernel"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_reports_make_one_that_is_right_only_if_both_are()
    {
        KernelReport right = Check(() => [1, -2, 0.5f, 0.25f]), wrong = Check(() => [1, -2, 0.5f, 0]);
        Assert.False(right.And(wrong).IsRight);
        Assert.False(wrong.And(right).IsRight);
        Assert.Equal(wrong.Worst, right.And(wrong).Worst);
    }

    private static KernelReport Check(Func<float[]> native)
        => KernelCheck.Run(KernelPath.ChannelsLast, [new KernelCase("an operation", ["gradient"], () => [native()], () => [Right])], [1, 2]);
}
