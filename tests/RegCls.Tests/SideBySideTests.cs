using RegCls.Studies;
using RegCls.Studies.Depth;

namespace RegCls.Tests;

public sealed class SideBySideTests
{
    [Fact]
    public void However_many_pieces_fail_the_failure_of_one_is_what_is_thrown()
    {
        using Barrier all = new(2);
        InvalidDataException thrown = Assert.Throws<InvalidDataException>(() => SideBySide.For(2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => Fail(all)));
        Assert.Equal("frames are missing", thrown.Message);
        Assert.Throws<InvalidDataException>(() => SideBySide.ForEach([1, 2], new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => Fail(all)));

        // A piece that was stopped because of it does not hide it.
        Assert.Throws<InvalidDataException>(() => SideBySide.For(2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            all.SignalAndWait(1000);
            throw i == 0 ? new OperationCanceledException() : new InvalidDataException();
        }));
        Assert.ThrowsAny<OperationCanceledException>(() => SideBySide.For(1, new ParallelOptions { CancellationToken = new CancellationToken(canceled: true) }, _ => { }));
    }

    [Fact]
    public void A_study_whose_models_all_fail_says_why_once()
    {
        using TemporaryFolder folder = new();
        Study<DepthRun> study = DepthStudy.CreateRooms(Profile.Smoke);
        Exception thrown = Assert.ThrowsAny<Exception>(() => DepthRunner.Run(study, options: new StudyRunOptions { DataPath = Path.Combine(folder.FullPath, "nothing"), Workers = 2 }));
        Assert.IsType<FileNotFoundException>(thrown);
    }

    // The first piece waits for the second, so that both fail; a core that is alone goes on after a while.
    private static void Fail(Barrier all)
    {
        all.SignalAndWait(1000);
        throw new InvalidDataException("frames are missing");
    }
}
