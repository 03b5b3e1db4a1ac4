using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace RegCls.Interactive.Hosts;

/// <summary>
/// Jupyter's stop button. The kernel receives the <c>interrupt_request</c> on its control channel and leaves it at that; the one trace of it inside the process is the kernel's log, which has each
/// message as it arrives. So the log is listened to, by name as everything of a host here.
/// </summary>
/// <param name="interrupted">Called at each interrupt.</param>
internal sealed class JupyterInterrupts(Action interrupted)
{
    private const string AssemblyName = "Microsoft.DotNet.Interactive.Jupyter";
    private const string Request = "interrupt_request";

    /// <summary>Listens from now on; does nothing where the process is no Jupyter kernel or its log is another.</summary>
    /// <param name="interrupted">Called at each interrupt, on a thread that the kernel does not wait for.</param>
    public static void Listen(Action interrupted)
    {
        EventInfo? posted = LoadedAssemblies.Find(AssemblyName)?.GetType("Pocket.Logger")?.GetEvent("Posted", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
        if (posted?.EventHandlerType is { IsGenericType: true } handler && handler.GetGenericTypeDefinition() == typeof(Action<>) && posted.GetAddMethod(nonPublic: true) is { } add)
        {
            MethodInfo entry = typeof(JupyterInterrupts).GetMethod(nameof(Entry), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(handler.GetGenericArguments());
            add.Invoke(null, [entry.CreateDelegate(handler, new JupyterInterrupts(interrupted))]);
        }
    }

    private static bool IsInterrupt(string text)
    {
        if (!text.Contains(Request, StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            // The code of a cell is in these messages too, so the word alone says nothing.
            using var message = JsonDocument.Parse(text);
            return message.RootElement.TryGetProperty("header", out JsonElement header) && header.TryGetProperty("msg_type", out JsonElement type) && type.GetString() == Request;
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    // The log's entry is a tuple: the message's template, then its arguments.
    private void Entry<T>(T entry)
    {
        if (entry is ITuple { Length: > 1 } parts && parts[1] is object[] arguments && arguments.OfType<string>().Any(IsInterrupt))
        {
            Task.Run(interrupted);
        }
    }
}
