using System.Diagnostics;
using System.Text.Json;

namespace RegCls.Tests.Interactive;

/// <summary>Runs cells in a process that looks like one host.</summary>
/// <param name="Arrived">MIME type and content of what the host was told to display, in order.</param>
/// <param name="Values">Type and formatted text of each cell's value.</param>
/// <param name="Printed">What the cells printed.</param>
/// <param name="Problem">Type and message of the exception that stopped the cells.</param>
internal sealed record HostRun(string[][] Arrived, string?[][] Values, string Printed, string? Problem)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>The first cell of every notebook.</summary>
    public const string Bootstrap = "#r \"$BUNDLE/RegCls.Interactive.dll\"\nRegCls.Interactive.Notebook.Setup();";

    /// <summary>Starts the host without any variable that would help to find libtorch.</summary>
    public static async Task<HostRun> Start(string host, params string[] cells)
    {
        var start = new ProcessStartInfo("dotnet", [BuildPaths.StandInHosts, host]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment.Remove("LD_LIBRARY_PATH");
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(string.Join("\n%%\n", cells));
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<HostRun>(output, Names)!;
    }
}
