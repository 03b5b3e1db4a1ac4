using RegCls.Bundle;

// 0: the folder is loadable; 1: a file is not what was expected; 2: wrong call.
if (args is not [string folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine(args is [string missing]
        ? $"'{missing}' is not a folder; build lib/RegCls.Interactive, which calls this tool with its bundle folder."
        : $"Expected one argument, the bundle folder, but got {args.Length}.");
    return 2;
}

try
{
    BundleFixer.Fix(folder, Console.WriteLine);
    return 0;
}
catch (Exception problem) when (problem is BundleFileException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
