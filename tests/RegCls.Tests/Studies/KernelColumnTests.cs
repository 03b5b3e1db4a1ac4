using RegCls.Platform;
using RegCls.Studies;
using RegCls.Studies.Depth;

namespace RegCls.Tests.Studies;

/// <summary>The column that says which kernels trained a model.</summary>
public sealed class KernelColumnTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Names_are_read_as_they_are_written()
    {
        Assert.All(Enum.GetValues<KernelPath>(), path => Assert.Equal(path, KernelName.Parse(KernelName.Of(path))));
        Assert.Equal(KernelPath.Default, KernelName.Parse(null));
        Assert.Contains("expected channels-last", Assert.Throws<FormatException>(() => KernelName.Parse("cuda")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_the_column_is_read_and_gets_it_with_the_next_record()
    {
        DepthRecord[] records = [.. Enumerable.Range(0, 3).Select(seed => Record(seed, seed == 2 ? KernelPath.ChannelsLast : KernelPath.Default))];
        string path = Path.Combine(folder.FullPath, "depth.csv");
        new RecordFile<DepthRecord>(path).Append(records[..2]);

        // As version 0.1 wrote it.
        string[] lines = File.ReadAllLines(path);
        int column = Array.IndexOf(lines[0].Split(','), "kernels");
        File.WriteAllText(path, string.Concat(lines.Select(line => string.Join(',', line.Split(',').Where((_, i) => i != column)) + "\n")));

        RecordFile<DepthRecord> file = new(path);
        Assert.All(file.Read(), record => Assert.Equal(KernelPath.Default, record.Kernels));
        file.Append(records[2]);
        Assert.Equal([KernelPath.Default, KernelPath.Default, KernelPath.ChannelsLast], file.Read().Select(record => record.Kernels));
        Assert.Equal(records.Select(record => record.ValidationRmse), file.Read().Select(record => record.ValidationRmse));
        Assert.Equal(4, File.ReadAllLines(path).Length);
        Assert.All(File.ReadAllLines(path), line => Assert.Equal(lines[0].Split(',').Length, line.Split(',').Length));
    }

    [Fact]
    public void Records_of_the_usual_layout_are_refused_where_it_is_wrong_and_there_only()
    {
        DepthRecord[] old = [Record(0, KernelPath.Default), Record(1, KernelPath.ChannelsLast)];
        RecordedKernels.Require(old, "depth.csv", () => true);
        string message = Assert.Throws<InvalidDataException>(() => RecordedKernels.Require(old, "depth.csv", () => false)).Message;
        Assert.StartsWith("depth.csv: 1 of its models", message, StringComparison.Ordinal);
        RecordedKernels.Require([Record(1, KernelPath.ChannelsLast), Record(2, KernelPath.Native)], "depth.csv", () => throw new InvalidOperationException("not asked"));
    }

    private static DepthRecord Record(int seed, KernelPath kernels)
    {
        DepthScores scores = new(1, [0.5, 0.25, null, null], 0.5, 0.1, 0.05, [0.5, 0.75, 1]);
        return new DepthRecord
        {
            Configuration = new DepthRun { Data = DepthData.BuiltIn, Method = DepthMethod.Reg, Epochs = 1, Seed = seed },
            ValidationRmse = 0.5 + seed,
            OnValidation = scores,
            OnTest = scores,
            Seconds = 1,
            Kernels = kernels,
            Version = "test",
        };
    }
}
