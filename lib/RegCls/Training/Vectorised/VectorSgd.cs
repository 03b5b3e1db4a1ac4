using System.Runtime.Intrinsics;

namespace RegCls.Training.Vectorised;

/// <summary>The update of <see cref="ReplicatedSgd"/> for one network in a <see cref="NetworkLayout"/>.</summary>
internal sealed class VectorSgd(int length, double learningRate, double weightDecay) : IVectorOptimiser
{
    private readonly float[] velocity = new float[length];

    public void Step(float[] parameters, float[] gradients)
    {
        Vector512<float> decay = Vector512.Create((float)weightDecay), momentum = Vector512.Create((float)ReplicatedSgd.Momentum), rate = Vector512.Create((float)-learningRate);
        for (int i = 0; i < parameters.Length; i += NetworkLayout.Lanes)
        {
            Vector512<float> parameter = Vector512.LoadUnsafe(ref parameters[i]);
            Vector512<float> gradient = Vector512.FusedMultiplyAdd(decay, parameter, Vector512.LoadUnsafe(ref gradients[i]));
            Vector512<float> v = Vector512.FusedMultiplyAdd(momentum, Vector512.LoadUnsafe(ref velocity[i]), gradient);
            v.StoreUnsafe(ref velocity[i]);
            Vector512.FusedMultiplyAdd(rate, v, parameter).StoreUnsafe(ref parameters[i]);
        }
    }
}
