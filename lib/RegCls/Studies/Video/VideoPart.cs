namespace RegCls.Studies.Video;

/// <summary>On which videos a model is trained and judged.</summary>
public enum VideoPart
{
    /// <summary>Trained on all training videos of the split, judged on its test videos.</summary>
    Test,

    /// <summary>Trained on two thirds of the training videos, judged on the other third: the search for λ. Test videos are not looked at.</summary>
    Validation,
}
