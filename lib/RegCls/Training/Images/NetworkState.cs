using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Images;

/// <summary>A copy of all numbers of a network, normalisation statistics included.</summary>
internal sealed class NetworkState : IDisposable
{
    private readonly Tensor[] own, copies;

    public NetworkState(nn.Module network)
    {
        own = [.. network.parameters(), .. network.buffers()];
        copies = [.. own.Select(tensor => zeros_like(tensor, requires_grad: false).DetachFromDisposeScope())];
        Keep();
    }

    /// <summary>Copies the network's numbers as they are now.</summary>
    public void Keep() => Move(own, copies);

    /// <summary>Puts the copied numbers back.</summary>
    public void Restore() => Move(copies, own);

    /// <summary>The copy, to keep or to take up again with a training.</summary>
    public void Pieces(string name, CheckpointState state) => state.Pieces(name, copies);

    public void Dispose() => Array.ForEach(copies, copy => copy.Dispose());

    private static void Move(Tensor[] from, Tensor[] to)
    {
        using IDisposable guard = no_grad();
        for (int i = 0; i < from.Length; i++)
        {
            to[i].copy_(from[i]);
        }
    }
}
