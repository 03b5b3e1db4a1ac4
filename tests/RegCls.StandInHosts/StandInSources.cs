namespace RegCls.StandInHosts;

/// <summary>The members of each host that RegCls.Interactive calls by name, and nothing else. What arrives is kept in the application domain.</summary>
internal static class StandInSources
{
    public const string ClrKernel = """
        using System;
        namespace ClrKernel.Core.Primitives;
        public record DisplayHtml(string Html);
        public sealed class DisplayCell { }
        public static class DisplayValues
        {
            public static DisplayCell DisplayHtml(this object value)
            {
                ((Action<string, string>)AppDomain.CurrentDomain.GetData("StandIn.Arrived")!)("text/html", value.ToString()!);
                return new DisplayCell();
            }
        }
        """;

    public const string Verso = """
        using System;
        namespace Verso.Abstractions;
        public static class DisplayExtensions
        {
            public static void Display(this object? value, string? mimeType = null)
                => ((Action<string, string>)AppDomain.CurrentDomain.GetData("StandIn.Arrived")!)(mimeType!, (string)value!.GetType().GetMethod("ToHtml", Type.EmptyTypes)!.Invoke(value, null)!);
        }
        """;

    public const string Interactive = """
        using System;
        namespace Microsoft.DotNet.Interactive;
        public sealed class DisplayedValue { }
        public abstract class Kernel
        {
            public static DisplayedValue display(object value, params string[] mimeTypes)
            {
                var format = (Func<object, string, string>)AppDomain.CurrentDomain.GetData("StandIn.Format")!;
                ((Action<string, string>)AppDomain.CurrentDomain.GetData("StandIn.Arrived")!)(mimeTypes[0], format(value, mimeTypes[0]));
                return new DisplayedValue();
            }
        }
        """;

    /// <summary>A later version of a host, in which the display has gone.</summary>
    public const string VersoWithoutDisplay = "namespace Verso.Abstractions; public static class SomethingElse { }";
}
