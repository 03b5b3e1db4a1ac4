namespace RegCls.Studies;

/// <summary>The network of a model on pictures.</summary>
public enum PictureNetworkKind
{
    /// <summary>The small network of its domain: seconds to minutes a model.</summary>
    Small,

    /// <summary>The paper's: ResNet-50, for depth with the decoder of Hu et al. (2019).</summary>
    ResNet50,
}
