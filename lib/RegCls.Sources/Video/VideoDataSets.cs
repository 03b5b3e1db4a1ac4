namespace RegCls.Data.Video;

/// <summary>The video data sets, as people have them on disk.</summary>
public static class VideoDataSets
{
    /// <summary>Breakfast: the data of Tab. 5.</summary>
    public static VideoDataSet Breakfast { get; } = new(
        "breakfast",
        "Breakfast (Kuehne et al. 2014): 1,712 videos of ten tasks, 64 features a frame as distributed for CTE",
        "a folder of files such as P03_cam01_P03_cereals.txt, .npy, .txt.gz or .npy.gz, a row a frame; groundTruth/ and mapping/ beside them are left out",
        path => BreakfastReader.Read(path),
        BreakfastReader.IsBreakfast,
        VideoTasks.Breakfast);

    /// <summary>MSR-Action3D: the real small set.</summary>
    public static VideoDataSet MsrAction3D { get; } = new(
        "msraction3d",
        "MSR-Action3D (Li et al. 2010): 567 skeleton sequences of twenty actions, for research only",
        "the folder that MSRAction3D-skeleton.tar.gz was unpacked to, files such as a01_s02_e03_skeleton3D.txt",
        SkeletonReader.Read,
        SkeletonReader.IsSkeletons,
        VideoTasks.MsrAction3D);
}
