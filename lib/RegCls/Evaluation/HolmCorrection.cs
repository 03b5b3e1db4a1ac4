namespace RegCls.Evaluation;

/// <summary>Holm's step-down correction (1979): when several tests are made, it bounds the chance of even one false alarm.</summary>
public static class HolmCorrection
{
    /// <summary>The adjusted p-values: reject those at most α to keep the family-wise error at α.</summary>
    /// <param name="pValues">[m] p-values.</param>
    /// <returns>[m] adjusted p-values, in the order of the input, each at least the input and at most 1.</returns>
    /// <exception cref="ArgumentException">A p-value is NaN or outside [0, 1].</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        var order = new int[pValues.Length];
        for (var i = 0; i < order.Length; i++)
        {
            if (!(pValues[i] >= 0 && pValues[i] <= 1))
            {
                throw new ArgumentException($"The p-value {i} is {pValues[i]}; expected a number from 0 to 1.", nameof(pValues));
            }

            order[i] = i;
        }

        Array.Sort(pValues.ToArray(), order);
        var adjusted = new double[order.Length];
        var largest = 0.0;
        for (var k = 0; k < order.Length; k++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - k) * pValues[order[k]]));
            adjusted[order[k]] = largest;
        }

        return adjusted;
    }
}
