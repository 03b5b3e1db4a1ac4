using RegCls.Studies;

namespace RegCls.Interactive;

/// <summary>Names the folder of live records where nobody named one: the one of <c>regcls run</c>, so that a study which was stopped in any host goes on in any other.</summary>
internal static class LiveRecordsFolder
{
    /// <summary>Sets the variable for this process; an empty one, "keep nothing", stays.</summary>
    public static void SetUp()
    {
        if (Environment.GetEnvironmentVariable(LiveRecords.FolderVariable) is null)
        {
            Environment.SetEnvironmentVariable(LiveRecords.FolderVariable, Standard());
        }
    }

    private static string Standard()
    {
        // The bundle is lib/RegCls.Interactive/bundle of the repository; a copy of it elsewhere keeps records with the user.
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(LiveRecordsFolder).Assembly.Location) ?? "", "..", "..", ".."));
        return File.Exists(Path.Combine(root, "RegClsNotebooks.sln"))
            ? Path.Combine(root, "artifacts", "live")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "regcls", "live");
    }
}
