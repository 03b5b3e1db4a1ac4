namespace RegCls.Platform;

/// <summary>Which of libtorch's ways to compute convolutions trained a model.</summary>
public enum KernelPath
{
    /// <summary>Pictures in the usual layout, channel by channel, as all versions before 0.2 trained; wrong on some processors (see environment.md).</summary>
    Default,

    /// <summary>Pictures channels last, through oneDNN.</summary>
    ChannelsLast,

    /// <summary>Pictures channels last, without oneDNN, because the check found its kernels wrong.</summary>
    Native,
}
