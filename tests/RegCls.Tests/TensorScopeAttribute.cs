using System.Reflection;
using TorchSharp;
using Xunit.v3;

[assembly: RegCls.Tests.TensorScope]

namespace RegCls.Tests;

/// <summary>
/// Holds the tensors that a test makes until it ends. Without a scope the product in <c>(a * b).mean()</c> is garbage as soon as its handle is read, and a collection that another test starts then frees it under the
/// native call: rarely, but it ends the process.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TensorScopeAttribute : BeforeAfterTestAttribute
{
    // Scopes belong to a thread, and so does a test that does not wait for others.
    [ThreadStatic]
    private static DisposeScope? current;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (IsSynchronous(methodUnderTest))
        {
            current = torch.NewDisposeScope();
        }
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (IsSynchronous(methodUnderTest))
        {
            (current ?? throw new InvalidOperationException("The test ended on another thread than it began on.")).Dispose();
            current = null;
        }
    }

    private static bool IsSynchronous(MethodInfo method) => method.ReturnType == typeof(void);
}
