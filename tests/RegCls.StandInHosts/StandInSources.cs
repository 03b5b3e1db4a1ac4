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
            public static DisplayCell UpdateHtml(this DisplayCell cell, object value)
            {
                ((Action<string, string>)AppDomain.CurrentDomain.GetData("StandIn.Arrived")!)("update", value.ToString()!);
                return cell;
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

    /// <summary>A later version of a host, in which the display has gone.</summary>
    public const string VersoWithoutDisplay = "namespace Verso.Abstractions; public static class SomethingElse { }";
}
