using Xunit.Sdk;
using Xunit.v3;

// A running notebook owns the console and the current folder of the process.
[assembly: Parallelization(Mode = ParallelMode.None)]
