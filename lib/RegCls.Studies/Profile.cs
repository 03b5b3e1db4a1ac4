namespace RegCls.Studies;

/// <summary>How much of a study is run.</summary>
public enum Profile
{
    /// <summary>Seconds: proves that the path works; its numbers mean nothing.</summary>
    Smoke,

    /// <summary>About a minute: a reader's live run, a demonstration.</summary>
    Quick,

    /// <summary>The paper's sizes: what verdicts rest on; recorded in <c>data/recorded</c>.</summary>
    Full,

    /// <summary>The paper's own networks, picture sizes and epochs, for the studies that have them: days to weeks without a GPU.</summary>
    Paper,
}
