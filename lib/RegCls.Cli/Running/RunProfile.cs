namespace RegCls.Cli.Running;

/// <summary>How much a notebook computes. The notebook reads it from the environment variable <see cref="Variable"/>.</summary>
internal static class RunProfile
{
    /// <summary>The environment variable a notebook's library reads.</summary>
    public const string Variable = "REGCLS_PROFILE";

    /// <summary>The profile of a reader's live run.</summary>
    public const string Default = "quick";

    /// <summary>All profiles: seconds, a live demonstration, what verdicts rest on.</summary>
    public static IReadOnlyList<string> All { get; } = ["smoke", Default, "full"];
}
