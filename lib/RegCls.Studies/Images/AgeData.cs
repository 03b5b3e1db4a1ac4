namespace RegCls.Studies.Images;

/// <summary>Which faces an age model is trained on.</summary>
public enum AgeData
{
    /// <summary>Faces drawn by code, with the label counts and the split of AgeDB-DIR: a stand-in.</summary>
    BuiltIn,

    /// <summary>UTKFace, with a DIR split of our own (seed 0).</summary>
    UtkFace,

    /// <summary>IMDB-WIKI-DIR, the data of the paper's Tab. 3 and 4, where it is on disk, with its own split.</summary>
    ImdbWiki,

    /// <summary>AgeDB-DIR, where it is on disk, with its own split.</summary>
    AgeDb,
}
