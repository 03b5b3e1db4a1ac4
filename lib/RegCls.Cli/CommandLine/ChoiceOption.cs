using System.CommandLine;

namespace RegCls.Cli.CommandLine;

/// <summary>Options with a fixed set of values.</summary>
internal static class ChoiceOption
{
    /// <summary>Creates an option that takes one of some words.</summary>
    /// <param name="name">Its name with the hyphens.</param>
    /// <param name="description">What it does.</param>
    /// <param name="choices">The words.</param>
    /// <param name="defaultChoice">The word when it is not given; null makes it required.</param>
    /// <returns>The option.</returns>
    public static Option<string> Create(string name, string description, IReadOnlyList<string> choices, string? defaultChoice)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', choices), Required = defaultChoice is null };
        if (defaultChoice is not null)
        {
            option.DefaultValueFactory = _ => defaultChoice;
        }

        option.Validators.Add(result =>
        {
            var value = result.Tokens.Count > 0 ? result.Tokens[^1].Value : defaultChoice;
            if (value is not null && !choices.Contains(value))
            {
                result.AddError($"{name} is '{value}', expected {string.Join(", ", choices.SkipLast(1))} or {choices[^1]}");
            }
        });
        return option;
    }
}
