using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>The rule for shapes of pictures: something must be seen on them, and stretching them to a square must leave it to be recognised. IMDB-WIKI holds pictures of 1×1 pixels in the place of lost ones.</summary>
public static class PictureShape
{
    /// <summary>The fewest pixels of a side.</summary>
    public const int LeastSide = 8;

    /// <summary>The longer side is at most this many times the shorter one.</summary>
    public const int MostElongated = 4;

    /// <summary>Does nothing for a picture that can be used.</summary>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <exception cref="ImageDecodingException">It is too small or too long.</exception>
    public static void Require(int width, int height)
    {
        int shorter = Math.Min(width, height), longer = Math.Max(width, height);
        if (shorter < LeastSide || longer > MostElongated * shorter)
        {
            throw new ImageDecodingException(ProblemKind.Shape, $"its {width}×{height} pixels show nothing, expected at least {LeastSide}×{LeastSide} and no side more than {MostElongated} times the other");
        }
    }
}
