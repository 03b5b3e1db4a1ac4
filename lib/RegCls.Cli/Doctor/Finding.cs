namespace RegCls.Cli.Doctor;

/// <summary>What was found about one thing that this repository needs or can use.</summary>
/// <param name="Name">The thing.</param>
/// <param name="State">How it stands.</param>
/// <param name="Text">What was found.</param>
/// <param name="Cure">What to do; empty where nothing is missing.</param>
internal sealed record Finding(string Name, FindingState State, string Text, string Cure = "")
{
    /// <summary>The finding on one line.</summary>
    /// <returns>For example "missing   bundle: lib/… has no RegCls.Interactive.dll -> dotnet build …".</returns>
    public override string ToString() => $"{State.ToString().ToLowerInvariant(),-9} {Name}: {Text}{(Cure.Length == 0 ? string.Empty : " -> " + Cure)}";
}
