using RegCls.Interactive.Settings;

namespace RegCls.Interactive;

/// <summary>
/// The numbers of a notebook that can be set from outside: by <c>regcls run 02 --set C=16</c>, or in Jupyter by the environment variable REGCLS_SET_C before the
/// kernel starts. They stand in the cell <c>parameters</c>, with literals as arguments, so that the command line can check a value before anything runs.
/// </summary>
public static class Parameters
{
    /// <summary>A whole number.</summary>
    /// <param name="name">Its name: letters and digits.</param>
    /// <param name="standard">Its value when the variable is not set.</param>
    /// <param name="least">The smallest value allowed.</param>
    /// <param name="most">The largest value allowed.</param>
    /// <param name="smoke">The standard in the smoke profile, if another.</param>
    /// <returns>The value. One that is not standard is printed, because the sentences of a notebook speak of standard runs.</returns>
    /// <exception cref="ArgumentException">The variable holds something else; the message says what is expected.</exception>
    public static int Integer(string name, int standard, int least, int most, int? smoke = null) =>
        (int)Read(new Parameter(name, true, IsSmoke ? smoke ?? standard : standard, least, most));

    /// <summary>A number.</summary>
    /// <param name="name">Its name: letters and digits.</param>
    /// <param name="standard">Its value when the variable is not set.</param>
    /// <param name="least">The smallest value allowed.</param>
    /// <param name="most">The largest value allowed.</param>
    /// <param name="smoke">The standard in the smoke profile, if another.</param>
    /// <returns>The value. One that is not standard is printed, because the sentences of a notebook speak of standard runs.</returns>
    /// <exception cref="ArgumentException">The variable holds something else; the message says what is expected.</exception>
    public static double Number(string name, double standard, double least, double most, double? smoke = null) =>
        Read(new Parameter(name, false, IsSmoke ? smoke ?? standard : standard, least, most));

    private static bool IsSmoke => Notebook.Profile == "smoke";

    private static double Read(Parameter parameter)
    {
        if (Environment.GetEnvironmentVariable(parameter.Variable) is not { Length: > 0 } text)
        {
            return parameter.Standard;
        }

        if (parameter.Refusal(text, out double value) is { } refusal)
        {
            throw new ArgumentException($"{refusal}; change or unset the environment variable {parameter.Variable}.");
        }

        if (parameter.Change(value) is { } change)
        {
            Console.WriteLine($"Run with {change}: sentences about results speak of the standard run.");
        }

        return value;
    }
}
