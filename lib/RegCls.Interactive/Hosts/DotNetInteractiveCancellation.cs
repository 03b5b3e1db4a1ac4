using System.Reflection;

namespace RegCls.Interactive.Hosts;

/// <summary>How .NET Interactive says stop: <c>KernelInvocationContext.Current.CancellationToken</c>, which VS Code's stop and the command <c>Cancel</c> cancel.</summary>
internal sealed class DotNetInteractiveCancellation
{
    private const string Space = DotNetInteractiveHost.AssemblyName;

    private readonly Assembly interactive;
    private readonly PropertyInfo? current;
    private readonly PropertyInfo? token;

    private DotNetInteractiveCancellation(Assembly interactive)
    {
        this.interactive = interactive;
        Type? context = interactive.GetType($"{Space}.KernelInvocationContext");
        current = context?.GetProperty("Current");
        token = context?.GetProperty("CancellationToken");
    }

    /// <summary>Lets trainings know the host's token, and Jupyter's stop button reach it; elsewhere there is nothing to do.</summary>
    public static void Register()
    {
        if (AppDomain.CurrentDomain.GetData(RunningWork.HostKey) is null && LoadedAssemblies.Find(Space) is { } interactive)
        {
            var cancellation = new DotNetInteractiveCancellation(interactive);
            AppDomain.CurrentDomain.SetData(RunningWork.HostKey, (Func<CancellationToken>)cancellation.OfThisCell);
            if (cancellation.Canceller() is { } cancel)
            {
                JupyterInterrupts.Listen(cancel);
            }
        }
    }

    private CancellationToken OfThisCell() => current?.GetValue(null) is { } context && token?.GetValue(context) is CancellationToken cancellation ? cancellation : CancellationToken.None;

    // Sends what VS Code's stop sends to the kernel of this process; null in another version of the host.
    private Action? Canceller()
    {
        object? context = current?.GetValue(null);
        object? kernel = context?.GetType().GetProperty("HandlingKernel")?.GetValue(context);
        object? root = kernel?.GetType().GetProperty("RootKernel")?.GetValue(kernel) ?? kernel;
        Type? command = interactive.GetType($"{Space}.Commands.Cancel");
        MethodInfo? send = root?.GetType().GetMethods().FirstOrDefault(
            method => method.Name == "SendAsync" && method.GetParameters() is [{ ParameterType.Name: "KernelCommand" }, { ParameterType: { } second }] && second == typeof(CancellationToken));
        ConstructorInfo? create = command?.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters().Length == 1);
        return send is null || create is null ? null : () => send.Invoke(root, [create.Invoke([null]), CancellationToken.None]);
    }
}
