using BenchmarkDotNet.Running;
using RegCls.Benchmarks;

// `compare [rounds]` times all ways of training on the same work, a plain PyTorch loop included; anything else is for BenchmarkDotNet.
if (args is not ["compare", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(ReplicaBenchmarks).Assembly).Run(args);
    return 0;
}

string text = args.Length > 1 ? args[1] : "5";
if (!int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out int rounds) || rounds < 1)
{
    Console.Error.WriteLine($"The number of rounds is '{text}', expected a whole number of at least 1.");
    return 2;
}

EngineComparison.Run(rounds);
return 0;
