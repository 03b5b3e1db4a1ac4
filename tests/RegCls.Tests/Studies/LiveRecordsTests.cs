using RegCls.Data;
using RegCls.Studies;
using RegCls.Tests.Training;

namespace RegCls.Tests.Studies;

/// <summary>Alone in the process while they run: they set a variable of the environment.</summary>
[Collection(nameof(GarbageCollectionTests))]
public sealed class LiveRecordsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private readonly string? before = Environment.GetEnvironmentVariable(LiveRecords.FolderVariable);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(LiveRecords.FolderVariable, before);
        folder.Dispose();
    }

    [Fact]
    public void A_second_run_takes_what_the_first_has_trained_and_without_a_folder_all_is_trained_again()
    {
        Study<RunConfiguration> study = Fig3Study.Create(Profile.Smoke);
        study = study with { Configurations = [.. study.Configurations.Take(3)] };
        Environment.SetEnvironmentVariable(LiveRecords.FolderVariable, folder.FullPath);
        RecordFile<RunRecord> file = LiveRecords.File<RunRecord>(study)!;
        IReadOnlyList<RunRecord> first = StudyRunner.Run(study, file);
        DateTime written = File.GetLastWriteTimeUtc(file.Path);
        Assert.Equal(folder.FullPath, Path.GetDirectoryName(file.Path));

        IReadOnlyList<RunRecord> second = StudyRunner.Run(study, LiveRecords.File<RunRecord>(study));
        Assert.Equal(written, File.GetLastWriteTimeUtc(file.Path));
        Assert.Equal(first.Select(record => (record.Configuration, record.TestMse)), second.Select(record => (record.Configuration, record.TestMse)));

        Environment.SetEnvironmentVariable(LiveRecords.FolderVariable, null);
        Assert.Null(LiveRecords.File<RunRecord>(study));
        Assert.Equal(first.Select(record => record.TestMse), StudyRunner.Run(study).Select(record => record.TestMse));
    }
}
