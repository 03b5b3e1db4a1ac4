using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>An image that cannot be decoded; readers count it and go on.</summary>
/// <param name="kind">How it is broken.</param>
/// <param name="message">What is wrong with it.</param>
public sealed class ImageDecodingException(ProblemKind kind, string message) : Exception(message)
{
    /// <summary>How it is broken.</summary>
    public ProblemKind Kind { get; } = kind;
}
