using System.Reflection;
using Deedle;
using Plotly.NET;
using RegCls.Interactive.Html;
using static TorchSharp.torch;

namespace RegCls.Interactive;

/// <summary>Gives .NET Interactive formatters for raw charts, frames and tensors, through the copy of its formatting library that it has loaded.</summary>
/// <remarks>By reflection: a compiled reference would have to be in the bundle, where it would compete with the host's own copy.</remarks>
internal static class FormatterRegistration
{
    private const string Library = "Microsoft.DotNet.Interactive.Formatting";

    /// <summary>Registers where the library is loaded; elsewhere there is nothing to do.</summary>
    public static void Register()
    {
        MethodInfo? register = LoadedAssemblies.Find(Library)?.GetType($"{Library}.Formatter")?
            .GetMethod("Register", [typeof(Type), typeof(Action<object, TextWriter>), typeof(string)]);
        if (register is null)
        {
            return;
        }

        Action<object, TextWriter> format = (value, writer) => writer.Write(HtmlRenderer.Fragment(value).ToHtml());
        foreach (Type type in (Type[])[typeof(GenericChart), typeof(IFrame), typeof(Tensor)])
        {
            register.Invoke(null, [type, format, HtmlFragmentFormatter.Html]);
        }
    }
}
