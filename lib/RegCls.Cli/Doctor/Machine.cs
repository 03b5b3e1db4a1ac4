namespace RegCls.Cli.Doctor;

/// <summary>What the examination sees of the machine; a test puts another one in its place.</summary>
/// <param name="Variable">An environment variable's value by its name, or null.</param>
/// <param name="Home">The user's home folder.</param>
/// <param name="FreeBytes">The free space of the disk a folder is on.</param>
internal sealed record Machine(Func<string, string?> Variable, string Home, Func<string, long> FreeBytes)
{
    /// <summary>This machine.</summary>
    public static Machine This { get; } = new(
        Environment.GetEnvironmentVariable,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        folder => new DriveInfo(folder).AvailableFreeSpace);

    /// <summary>Looks for a program on the PATH.</summary>
    /// <param name="names">Its names, without ".exe".</param>
    /// <returns>The first file found, or null.</returns>
    public string? OnPath(params IEnumerable<string> names) => (Variable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .SelectMany(folder => names.SelectMany(name => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }))
        .FirstOrDefault(File.Exists);
}
