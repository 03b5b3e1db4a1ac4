using System.Runtime.Intrinsics;

namespace RegCls.Training.Vectorised;

/// <summary>The update of <see cref="ReplicatedAdam"/> for one network in a <see cref="NetworkLayout"/>.</summary>
internal sealed class VectorAdam(int length, double learningRate, double weightDecay, bool decoupled = false) : IVectorOptimiser
{
    private readonly float[] firstMoment = new float[length];
    private readonly float[] secondMoment = new float[length];
    private long step;

    public void Step(float[] parameters, float[] gradients)
    {
        step++;
        Vector512<float> decay = Vector512.Create(decoupled ? 0 : (float)weightDecay);
        Vector512<float> shrink = Vector512.Create(decoupled ? (float)(1 - learningRate * weightDecay) : 1);
        Vector512<float> firstWeight = Vector512.Create((float)(1 - ReplicatedAdam.Beta1));
        Vector512<float> secondKeep = Vector512.Create((float)ReplicatedAdam.Beta2), secondWeight = Vector512.Create((float)(1 - ReplicatedAdam.Beta2));
        Vector512<float> rootCorrection = Vector512.Create((float)(1 / Math.Sqrt(1 - Math.Pow(ReplicatedAdam.Beta2, step))));
        Vector512<float> stepSize = Vector512.Create((float)(learningRate / (1 - Math.Pow(ReplicatedAdam.Beta1, step))));
        Vector512<float> epsilon = Vector512.Create((float)ReplicatedAdam.Epsilon);
        for (int i = 0; i < parameters.Length; i += NetworkLayout.Lanes)
        {
            // Times 1 is exact, so coupled decay is not changed by it.
            Vector512<float> parameter = shrink * Vector512.LoadUnsafe(ref parameters[i]);
            Vector512<float> gradient = Vector512.FusedMultiplyAdd(decay, parameter, Vector512.LoadUnsafe(ref gradients[i]));
            Vector512<float> m = Vector512.LoadUnsafe(ref firstMoment[i]);
            m = Vector512.FusedMultiplyAdd(firstWeight, gradient - m, m);
            Vector512<float> v = Vector512.FusedMultiplyAdd(secondWeight * gradient, gradient, secondKeep * Vector512.LoadUnsafe(ref secondMoment[i]));
            m.StoreUnsafe(ref firstMoment[i]);
            v.StoreUnsafe(ref secondMoment[i]);
            (parameter - stepSize * m / (Vector512.Sqrt(v) * rootCorrection + epsilon)).StoreUnsafe(ref parameters[i]);
        }
    }
}
