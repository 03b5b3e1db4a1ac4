namespace RegCls.Evaluation;

/// <summary>The words of <c>data/verdict-rules.md</c>, which has the rule of each. There are no others.</summary>
public enum Outcome
{
    /// <summary>The interval lies on the claimed side of 0, and the corrected test rejects 0.</summary>
    Holds,

    /// <summary>The paper's comparison holds, and the one with the control is equivalent.</summary>
    ExplainedByControl,

    /// <summary>The interval lies on the claimed side of 0, but the corrected test does not reject 0.</summary>
    Suggested,

    /// <summary>The interval contains 0 and reaches beyond the margin; it says how large an effect is still possible.</summary>
    Undecided,

    /// <summary>The interval lies within the margin.</summary>
    Equivalent,

    /// <summary>The interval lies on the other side of 0.</summary>
    Opposite,

    /// <summary>Shown, without a judgement: too few units, or chosen after looking at the test set.</summary>
    Described,

    /// <summary>A definition, an illustration, or data we do not have.</summary>
    NotTestable,
}
