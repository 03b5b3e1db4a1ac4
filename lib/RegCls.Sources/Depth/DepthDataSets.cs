namespace RegCls.Data.Depth;

/// <summary>The depth data sets, as people have them on disk.</summary>
public static class DepthDataSets
{
    /// <summary>NYUD2-DIR: the data of Tab. 2 and 4.</summary>
    public static DepthDataSet Nyud2 { get; } = new(
        "nyud2-dir",
        "NYUD2-DIR (Yang et al. 2021): 50,688 pictures with depth to train, 654 to test",
        "a folder with nyu2_train.csv, nyu2_test.csv and the pictures they name, test_balanced_mask.npy if there is one",
        (path, perMetre) => new Nyud2Source(path, perMetre: perMetre));

    /// <summary>NYUv2, labelled part.</summary>
    public static DepthDataSet NyuLabelled { get; } = new(
        "nyu_depth_v2_labeled",
        "NYUv2, labelled part (Silberman et al. 2012): 1,449 pictures with depth",
        "nyu_depth_v2_labeled.mat (HDF5, 2.8 GB), read picture by picture",
        (path, perMetre) => new NyuLabelledSource(path, perMetre: perMetre));

    /// <summary>A recording of rooms.</summary>
    public static DepthDataSet Recording { get; } = new(
        "rgbd-rooms",
        "any RGB-D recording",
        "a folder, or its .tar, of NAME.color.jpg or .png and NAME.depth.png (16-bit millimetres), or as TUM stores them: rgb/, depth/ (16 bits, 5000 a metre), associations.txt or rgb.txt and depth.txt",
        (path, perMetre) => new RgbdFolderSource(path, perMetre));
}
