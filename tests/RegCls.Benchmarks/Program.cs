using BenchmarkDotNet.Running;
using RegCls.Benchmarks;

// `compare [rounds]` times all ways of training on the same work, a plain PyTorch loop included; anything else is for BenchmarkDotNet.
if (args is ["compare", ..])
{
    EngineComparison.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(ReplicaBenchmarks).Assembly).Run(args);
}
