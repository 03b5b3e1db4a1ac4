using System.Globalization;

namespace RegCls.Data.Depth;

/// <summary>The scale of stored depths where a person says it.</summary>
public static class DepthScale
{
    /// <summary>The environment variable that says how many stored units are a metre, for notebooks and studies.</summary>
    public const string Variable = "REGCLS_DEPTH_SCALE";

    /// <summary>What was said.</summary>
    /// <param name="given">What the command line says; null for nothing, then the environment is asked.</param>
    /// <returns>Null where nobody says anything.</returns>
    /// <exception cref="InvalidDataException">It is no number above 0.</exception>
    public static double? Said(double? given) => Said(given, Environment.GetEnvironmentVariable(Variable));

    /// <summary>As <see cref="Said(double?)"/>, of an environment that says something.</summary>
    internal static double? Said(double? given, string? environment)
    {
        if (given is null && environment is { Length: > 0 } text)
        {
            given = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number
                : throw new InvalidDataException($"{Variable} is '{text}', expected how many stored units of depth are a metre, such as 1000 for millimetres.");
        }

        return given is null or (> 0 and < double.PositiveInfinity)
            ? given
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The scale of depth is {given}, expected how many stored units are a metre, above 0, such as 1000 for millimetres."));
    }
}
