namespace RegCls.Interactive;

/// <summary>Names the type that makes a type's formatters; .NET Interactive looks for an attribute of this name with these properties, whoever defines it.</summary>
/// <param name="formatterSourceType">Has a parameterless constructor and <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types to choose when the host has a choice.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
