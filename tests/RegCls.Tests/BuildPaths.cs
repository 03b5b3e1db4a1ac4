using System.Reflection;

namespace RegCls.Tests;

/// <summary>Where the build put what the tests look at.</summary>
internal static class BuildPaths
{
    public static string Bundle => Value("BundleFolder");

    public static string StandInHosts => Value("StandInHosts");

    public static string Benchmarks => Value("Benchmarks");

    public static string Packages => Value("PackageFolder");

    private static string Value(string key)
        => typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
