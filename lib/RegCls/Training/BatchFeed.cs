using System.Numerics;
using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training;

/// <summary>
/// Lays out what the next steps will see: inputs <c>[K, R, B, features]</c>, targets <c>[K, R, B, 1]</c> and labels <c>[K, R, B]</c> for K steps at a time, so
/// that a step is a contiguous slice and the copy into tensors is paid once in K steps.
/// </summary>
internal sealed class BatchFeed : IDisposable
{
    private const int MaximumChunkSamples = 1 << 19;

    private readonly IReadOnlyList<ReplicaTask> tasks;
    private readonly SampleOrder[] orders;
    private readonly int batchSize;
    private readonly int features;
    private readonly int chunk;
    private readonly ScalarType type;
    private readonly float[] inputs32 = [], targets32 = [];
    private readonly double[] inputs64 = [], targets64 = [];
    private readonly long[] labels = [];
    private Tensor? inputTensor, targetTensor, labelTensor;
    private int position;

    public BatchFeed(IReadOnlyList<ReplicaTask> tasks, int batchSize, bool withLabels, Precision precision, int epochs)
    {
        this.tasks = tasks;
        this.batchSize = batchSize;
        type = precision.ToScalarType();
        orders = [.. tasks.Select(task => new SampleOrder(task.Targets.Length, batchSize, task.Shuffle))];
        features = tasks[0].Features?.Width ?? 1;
        StepsPerEpoch = [.. orders.Select(order => order.StepsPerEpoch)];
        int perStep = tasks.Count * batchSize;
        int steps = epochs * orders.Max(order => order.StepsPerEpoch);
        chunk = position = Math.Clamp(MaximumChunkSamples / (perStep * features), 1, steps);
        if (precision == Precision.Single)
        {
            inputs32 = new float[chunk * perStep * features];
            targets32 = new float[chunk * perStep];
        }
        else
        {
            inputs64 = new double[chunk * perStep * features];
            targets64 = new double[chunk * perStep];
        }

        if (withLabels)
        {
            labels = new long[chunk * perStep];
        }
    }

    /// <summary>Steps an epoch of each replica.</summary>
    public IReadOnlyList<int> StepsPerEpoch { get; }

    /// <summary>Inputs <c>[R, B, features]</c>, targets <c>[R, B, 1]</c> and labels <c>[R, B]</c> of the next step.</summary>
    public (Tensor Inputs, Tensor Targets, Tensor? Labels) Next()
    {
        if (position == chunk)
        {
            Fill();
            position = 0;
        }

        (Tensor, Tensor, Tensor?) step = (inputTensor!.select(0, position), targetTensor!.select(0, position), labelTensor?.select(0, position));
        position++;
        return step;
    }

    public void Dispose()
    {
        inputTensor?.Dispose();
        targetTensor?.Dispose();
        labelTensor?.Dispose();
    }

    private void Fill()
    {
        for (int replica = 0; replica < tasks.Count; replica++)
        {
            ReplicaTask task = tasks[replica];
            for (int step = 0; step < chunk; step++)
            {
                ReadOnlySpan<int> batch = orders[replica].NextBatch();
                int offset = (step * tasks.Count + replica) * batchSize;
                if (type == ScalarType.Float32)
                {
                    GatherInputs(task, batch, offset);
                    Gather(task.Targets, batch, targets32.AsSpan(offset));
                }
                else
                {
                    GatherInputs(task, batch, offset);
                    Gather(task.Targets, batch, targets64.AsSpan(offset));
                }

                if (labels.Length > 0)
                {
                    Gather(task.Labels!, batch, labels.AsSpan(offset));
                    Select(task.Selection, labels.AsSpan(offset, batch.Length));
                }
            }
        }

        Dispose();
        long[] shape = [chunk, tasks.Count, batchSize, 1];
        long[] inputShape = [chunk, tasks.Count, batchSize, features];
        (inputTensor, targetTensor) = type == ScalarType.Float32
            ? (tensor(inputs32, inputShape), tensor(targets32, shape))
            : (tensor(inputs64, inputShape), tensor(targets64, shape));
        inputTensor.DetachFromDisposeScope();
        targetTensor.DetachFromDisposeScope();
        labelTensor = labels.Length > 0 ? tensor(labels, shape.AsSpan(0, 3).ToArray()).DetachFromDisposeScope() : null;
    }

    private void GatherInputs(ReplicaTask task, ReadOnlySpan<int> batch, int offset)
    {
        if (task.Features is null)
        {
            if (type == ScalarType.Float32)
            {
                Gather(task.Inputs, batch, inputs32.AsSpan(offset));
            }
            else
            {
                Gather(task.Inputs, batch, inputs64.AsSpan(offset));
            }
        }
        else if (type == ScalarType.Float32)
        {
            task.Features.Gather(batch, inputs32.AsSpan(offset * features, batch.Length * features));
        }
        else
        {
            float[] rows = new float[batch.Length * features];
            task.Features.Gather(batch, rows);
            for (int i = 0; i < rows.Length; i++)
            {
                inputs64[offset * features + i] = rows[i];
            }
        }
    }

    private static void Select(ClassSelection? selection, Span<long> visited)
    {
        if (selection is null)
        {
            return;
        }

        foreach (ref long label in visited)
        {
            label = selection.Visit(label);
        }
    }

    private static void Gather<TFrom, TTo>(TFrom[] source, ReadOnlySpan<int> indices, Span<TTo> target)
        where TFrom : INumberBase<TFrom>
        where TTo : INumberBase<TTo>
    {
        for (int i = 0; i < indices.Length; i++)
        {
            target[i] = TTo.CreateTruncating(source[indices[i]]);
        }
    }
}
