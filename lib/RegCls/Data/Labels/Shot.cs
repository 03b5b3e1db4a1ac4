namespace RegCls.Data.Labels;

/// <summary>How often a label occurs in training (Yang et al. 2021): the groups in which errors on imbalanced data are reported.</summary>
public enum Shot
{
    /// <summary>Often; more than 100 training samples.</summary>
    Many,

    /// <summary>From 20 to 100 training samples.</summary>
    Medium,

    /// <summary>Fewer than 20 training samples, none included.</summary>
    Few,
}
