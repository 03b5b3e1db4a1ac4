using RegCls.Cli.Notebooks;
using RegCls.Interactive.Settings;

namespace RegCls.Cli.CommandLine;

/// <summary>The values of `--set`, checked and handed to notebooks as environment variables; disposing puts back what was there.</summary>
internal sealed class ParameterSettings : IDisposable
{
    private readonly Dictionary<string, string?> previous = [];

    private ParameterSettings(IEnumerable<(Parameter Parameter, string Text)> values)
    {
        foreach (var (parameter, text) in values)
        {
            previous.TryAdd(parameter.Variable, Environment.GetEnvironmentVariable(parameter.Variable));
            Environment.SetEnvironmentVariable(parameter.Variable, text);
        }
    }

    /// <summary>Checks every value against every notebook that declares its name, then sets the variables.</summary>
    /// <param name="settings">Texts of the form name=value.</param>
    /// <param name="notebooks">The notebooks to run.</param>
    /// <param name="profile">The profile's name.</param>
    /// <returns>What puts the environment back.</returns>
    /// <exception cref="UserErrorException">A setting is malformed, no notebook knows its name, or its value, or one found in the environment, has a wrong type or is out of range.</exception>
    public static ParameterSettings Apply(IReadOnlyList<string> settings, IReadOnlyList<NotebookDocument> notebooks, string profile)
    {
        (NotebookDocument Notebook, Parameter Parameter)[] declared = [.. notebooks.SelectMany(notebook => NotebookParameters.Of(notebook, profile).Select(parameter => (notebook, parameter)))];
        List<(Parameter, string)> values = [];
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            if (parts.Length < 2 || parts[0].Length == 0 || parts[1].Length == 0)
            {
                throw new UserErrorException($"--set is '{setting}', expected name=value, as in C=16; {Known(declared)}.");
            }

            var meant = Array.FindAll(declared, pair => pair.Parameter.Name.Equals(parts[0], StringComparison.OrdinalIgnoreCase));
            if (meant.Length == 0)
            {
                throw new UserErrorException(declared.Length == 0
                    ? $"--set names '{parts[0]}', but {Known(declared)}."
                    : $"--set names '{parts[0]}', which no notebook of this run has; {Known(declared)}.");
            }

            foreach (var (notebook, parameter) in meant)
            {
                Require(notebook, parameter, parts[1], "--set", declared);
            }

            values.Add((meant[0].Parameter, parts[1]));
        }

        HashSet<string> given = [.. values.Select(value => value.Item1.Variable)];
        foreach (var (notebook, parameter) in declared.Where(pair => !given.Contains(pair.Parameter.Variable)))
        {
            if (Environment.GetEnvironmentVariable(parameter.Variable) is { Length: > 0 } text)
            {
                Require(notebook, parameter, text, $"the environment variable {parameter.Variable}", declared);
            }
        }

        return new ParameterSettings(values);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (variable, text) in previous)
        {
            Environment.SetEnvironmentVariable(variable, text);
        }
    }

    private static void Require(NotebookDocument notebook, Parameter parameter, string text, string source, (NotebookDocument, Parameter)[] declared)
    {
        if (parameter.Refusal(text, out _) is { } refusal)
        {
            throw new UserErrorException($"{notebook.FileName}: {refusal} ({source}); {Known(Array.FindAll(declared, pair => pair.Item1 == notebook))}.");
        }
    }

    private static string Known((NotebookDocument Notebook, Parameter Parameter)[] declared) => declared.Length == 0
        ? "no notebook of this run has parameters"
        : "known: " + string.Join("; ", declared.GroupBy(pair => pair.Notebook.FileName).Select(group =>
            $"{(declared.Select(pair => pair.Notebook).Distinct().Count() > 1 ? group.Key.Split('-')[0] + ": " : string.Empty)}{string.Join(", ", group.Select(pair => pair.Parameter.Description))}"));
}
