namespace RegCls.Cli.Doctor;

/// <summary>How one thing stands.</summary>
internal enum FindingState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Not there, and the notebooks run without it.</summary>
    Optional,

    /// <summary>Not there, and the notebooks cannot run without it.</summary>
    Missing,
}
