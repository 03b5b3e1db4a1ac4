using BenchmarkDotNet.Running;
using RegCls.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ReplicaBenchmarks).Assembly).Run(args);
