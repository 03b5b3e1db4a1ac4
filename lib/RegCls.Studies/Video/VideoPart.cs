namespace RegCls.Studies.Video;

/// <summary>On which videos a model is trained and judged.</summary>
public enum VideoPart
{
    /// <summary>Trained on all training videos of the split, judged on its test videos.</summary>
    Test,

    /// <summary>Trained on two thirds of the training videos, judged on the other third: the search for λ. Test videos are not looked at.</summary>
    Validation,

    /// <summary>A search for λ on persons that the model has not seen and that are not the test persons: trained on the training videos but those of the persons that the next split tests on (the first follows the last), judged on these.</summary>
    HeldOutPersons1,

    /// <summary>The same with the persons of the second split after its own.</summary>
    HeldOutPersons2,

    /// <summary>The same with the persons of the third split after its own.</summary>
    HeldOutPersons3,

    /// <summary>The same with the persons of the fourth split after its own; Breakfast has no such split.</summary>
    HeldOutPersons4,
}
