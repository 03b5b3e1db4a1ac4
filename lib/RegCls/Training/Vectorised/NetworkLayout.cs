using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Vectorised;

/// <summary>Where the parameters of one network stand in a flat array of whole vectors. Places that no parameter has hold 0 and receive gradient 0, so the optimiser leaves them 0.</summary>
internal abstract record NetworkLayout
{
    /// <summary>Floats in one processor vector.</summary>
    public const int Lanes = 16;

    /// <summary>Length of the array, a multiple of <see cref="Lanes"/>.</summary>
    public abstract int Length { get; }

    /// <summary>A number rounded up to whole vectors.</summary>
    public static int Padded(int count) => (count + Lanes - 1) / Lanes * Lanes;

    /// <summary>Copies the parameters of a single-replica network into the array.</summary>
    public float[] Import(ReplicatedMlp network)
    {
        using DisposeScope scope = NewDisposeScope();
        float[] rows = new float[Length];
        foreach ((Tensor parameter, Func<int, int, int> position) in Places(network))
        {
            int width = (int)parameter.shape[2];
            float[] values = parameter.detach().data<float>().ToArray();
            for (int i = 0; i < values.Length; i++)
            {
                rows[position(i / width, i % width)] = values[i];
            }
        }

        return rows;
    }

    /// <summary>Copies the array back into a single-replica network.</summary>
    public void Export(float[] rows, ReplicatedMlp network)
    {
        using IDisposable guard = no_grad();
        using DisposeScope scope = NewDisposeScope();
        foreach ((Tensor parameter, Func<int, int, int> position) in Places(network))
        {
            int width = (int)parameter.shape[2];
            float[] values = [.. Enumerable.Range(0, (int)parameter.NumberOfElements).Select(i => rows[position(i / width, i % width)])];
            parameter.copy_(tensor(values, parameter.shape));
        }
    }

    /// <summary>Each parameter tensor [1, from, to] with the place of its element (from, to) in the array.</summary>
    protected abstract IEnumerable<(Tensor Parameter, Func<int, int, int> Position)> Places(ReplicatedMlp network);
}
