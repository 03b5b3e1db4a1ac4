namespace RegCls.Data.Depth;

/// <summary>One real frame of a Kinect that may be shipped: a bookcase in an office, from MRPT's test data (BSD-3; <c>data/kinect</c>). No model here is trained on it.</summary>
public static class KinectFrame
{
    /// <summary>The frame, 320×240 pixels, depth from 1.6 to 2.6 m, a ninth of it not known.</summary>
    /// <exception cref="FileNotFoundException">The repository's <c>data/kinect</c> is not there.</exception>
    public static DepthPicture Load() => Source().Read(new Sets.ProblemLog()).Single().Decode(0, 0);

    /// <summary>The frame as a source, so that it can be cached and read as any other.</summary>
    /// <exception cref="FileNotFoundException">The repository's <c>data/kinect</c> is not there.</exception>
    public static IDepthSource Source() => new RgbdFolderSource(Path.GetDirectoryName(DataFiles.Find("kinect/bookcase.color.png"))!);
}
