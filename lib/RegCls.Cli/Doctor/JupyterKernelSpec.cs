using System.Text.Json;
using System.Text.Json.Nodes;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Site;

namespace RegCls.Cli.Doctor;

/// <summary>
/// The file that tells Jupyter how to start the C# kernel, and how to interrupt it. As the kernel is installed it is interrupted by a signal, which ends its process with all variables; by a message
/// (<c>interrupt_mode</c>) it lives, and <c>Notebook.Setup()</c> makes it stop the training.
/// </summary>
/// <param name="machine">The machine.</param>
internal sealed class JupyterKernelSpec(Machine machine)
{
    /// <summary>The version of the tool that was tested.</summary>
    public const string ToolVersion = "1.0.712001";

    private const string Name = "Jupyter kernel .net-csharp";
    private const string Mode = "interrupt_mode";
    private const string Message = "message";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>What was found.</summary>
    /// <returns>The kernel, and whether its stop button leaves it alive.</returns>
    public Finding Examine()
    {
        if (Path() is not { } path)
        {
            return new Finding(Name, FindingState.Optional, "not installed; `regcls run` does not need it", $"for Jupyter: `dotnet tool install -g Microsoft.dotnet-interactive --version {ToolVersion}`, `dotnet interactive jupyter install`, then `regcls doctor --fix`");
        }

        return Read(path) switch
        {
            null => new Finding(Name, FindingState.Optional, $"{path} is no kernel spec", "install the kernel again: `dotnet interactive jupyter install`, then `regcls doctor --fix`"),
            var spec when IsMessage(spec) => new Finding(Name, FindingState.Ok, path),
            _ => new Finding(Name, FindingState.Optional, $"{path}: Jupyter's stop button ends the kernel, and all variables are lost", "`regcls doctor --fix` sets its interrupt_mode to message"),
        };
    }

    /// <summary>Sets the interrupt mode to message; nothing else of the file changes.</summary>
    /// <returns>What was done, in one sentence.</returns>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public string Fix()
    {
        if (Path() is not { } path || Read(path) is not { } spec)
        {
            return "nothing to fix: Jupyter has no C# kernel here.";
        }

        if (IsMessage(spec))
        {
            return $"nothing to fix: {path} has interrupt_mode message.";
        }

        spec[Mode] = Message;
        try
        {
            AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, spec, Indented));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} cannot be written ({exception.Message.TrimEnd('.')}); run the command as the user who installed the kernel.", exception);
        }

        return $"fixed: {path} has interrupt_mode message now; kernels that run already keep the old one until they are restarted.";
    }

    private static bool IsMessage(JsonObject spec) => spec[Mode] is JsonValue mode && mode.TryGetValue(out string? text) && text == Message;

    private static JsonObject? Read(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string? Path() => Folders().Select(folder => System.IO.Path.Combine(folder, "kernels", ".net-csharp", "kernel.json")).FirstOrDefault(File.Exists);

    private IEnumerable<string> Folders()
    {
        string?[] own = [machine.Variable("JUPYTER_DATA_DIR"), .. (machine.Variable("JUPYTER_PATH") ?? string.Empty).Split(System.IO.Path.PathSeparator)];
        string?[] places =
        [
            .. own,
            System.IO.Path.Combine(machine.Variable("XDG_DATA_HOME") ?? System.IO.Path.Combine(machine.Home, ".local", "share"), "jupyter"),
            System.IO.Path.Combine(machine.Home, "Library", "Jupyter"),
            machine.Variable("APPDATA") is { } roaming ? System.IO.Path.Combine(roaming, "jupyter") : null,
            machine.Variable("CONDA_PREFIX") is { } conda ? System.IO.Path.Combine(conda, "share", "jupyter") : null,
            machine.Variable("VIRTUAL_ENV") is { } environment ? System.IO.Path.Combine(environment, "share", "jupyter") : null,
            "/usr/local/share/jupyter",
            "/usr/share/jupyter",
        ];
        return places.OfType<string>().Where(place => place.Length > 0);
    }
}
