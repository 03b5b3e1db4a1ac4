using BenchmarkDotNet.Running;
using RegCls.Benchmarks;

// `compare [rounds]` times all ways of training on the same work, a plain PyTorch loop included; `steps NETWORK COUNT THREADS` trains a network on pictures, `inputs [rounds [batch]]` times networks of several inputs, and `kernels` checks libtorch, each in a process of its own;
// `plain_resnet.py PICTURES SIZE STEPS THREADS` is the same step of ResNet-50 in PyTorch; `tables` times how long the tables of IMDB-WIKI-DIR and NYUD2-DIR take to read;
// `methods EPOCHS` trains every method of ages and depth and prints its numbers;
// `intervals COUNT` simulates how often intervals over few units contain the true mean, and writes data/interval-coverage.csv to standard output;
// `truth FILE SEEDS` measures how often `regcls compare` says what is true, adding to FILE (data/own-truth.csv);
// `verdicts COUNT` counts the words on arms that are the same and on the published effect, and writes data/verdict-check.csv to standard output;
// anything else is for BenchmarkDotNet.
switch (args)
{
    case ["steps", var network, var count, var threads] when NetworkSteps.Networks.Contains(network) && int.TryParse(count, out int steps) && steps > 0 && int.TryParse(threads, out int cores) && cores > 0:
        NetworkSteps.Run(network, steps, cores);
        return 0;
    case ["steps", ..]:
        Console.Error.WriteLine($"Expected steps NETWORK COUNT THREADS, the network one of {string.Join(", ", NetworkSteps.Networks)}.");
        return 2;
    case ["inputs", ..]:
        (int inputRounds, int batch) = (3, 256);
        if (args.Length > 3 || (args.Length > 1 && !int.TryParse(args[1], out inputRounds)) || (args.Length > 2 && !int.TryParse(args[2], out batch)) || inputRounds < 1 || batch < 16 || batch % 16 != 0)
        {
            Console.Error.WriteLine("Expected inputs [ROUNDS [BATCH]], at least 1 round and a batch that is a multiple of 16.");
            return 2;
        }

        InputsComparison.Run(inputRounds, batch);
        return 0;
    case ["truth", var path, var text] when int.TryParse(text, out int seeds) && seeds > 0:
        KnownTruth.Run(path, seeds);
        return 0;
    case ["tables"]:
        TableReading.Run();
        return 0;
    case ["kernels"]:
        NetworkSteps.Check();
        return 0;
    case ["methods", var number] when int.TryParse(number, out int epochs) && epochs > 0:
        MethodResults.Print(epochs);
        return 0;
    case ["intervals", var simulations] when int.TryParse(simulations, out int trials) && trials > 0:
        IntervalCoverage.Run(trials);
        return 0;
    case ["verdicts", var count] when int.TryParse(count, out int checks) && checks > 0:
        Console.Write(RegCls.Claims.VerdictCheck.Text(RegCls.Claims.VerdictCheck.Run(new RegCls.Claims.ClaimRecords().Of("fig3"), checks)));
        return 0;
}

if (args is not ["compare", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(ReplicaBenchmarks).Assembly).Run(args);
    return 0;
}

string roundsText = args.Length > 1 ? args[1] : "5";
if (!int.TryParse(roundsText, System.Globalization.CultureInfo.InvariantCulture, out int rounds) || rounds < 1)
{
    Console.Error.WriteLine($"The number of rounds is '{roundsText}', expected a whole number of at least 1.");
    return 2;
}

EngineComparison.Run(rounds);
return 0;
