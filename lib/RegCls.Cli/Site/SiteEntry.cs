namespace RegCls.Cli.Site;

/// <summary>What the index says about one page.</summary>
/// <param name="File">The notebook's file name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Finding">What it finds.</param>
/// <param name="Profile">The profile it ran in.</param>
/// <param name="Seconds">How long it ran.</param>
/// <param name="Failure">Why it stopped, or null if it ran through.</param>
/// <param name="Date">When it ran, in UTC.</param>
internal sealed record SiteEntry(string File, string Title, string Finding, string Profile, double Seconds, string? Failure, DateTime Date)
{
    /// <summary>The page's file name.</summary>
    public string Page => Path.ChangeExtension(File, ".html");

    /// <summary>The file of the picture on the index; not every notebook has one.</summary>
    public string Picture => "pictures/" + Path.ChangeExtension(File, ".svg");
}
