namespace RegCls.Training.Images;

/// <summary>What the training of an image model minimises, with L the regression term.</summary>
public enum ImageObjective
{
    /// <summary><c>L</c>: the paper's reg.</summary>
    Regression,

    /// <summary><c>max(λ, 1) · L</c>: the control the paper lacks, on the loss scale of <see cref="RegressionAndClasses"/>.</summary>
    ScaledRegression,

    /// <summary><c>λ · L + CE</c> where λ &gt; 1, else <c>L + CE / λ</c>: reg+cls as the image code of the release weights it (Eq. 4 up to a common factor).</summary>
    RegressionAndClasses,

    /// <summary><c>CE</c> alone; the prediction is the expected value of the classes (Rothe et al. 2015).</summary>
    Classes,
}
