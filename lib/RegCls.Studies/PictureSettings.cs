using System.Security.Cryptography;

namespace RegCls.Studies;

/// <summary>What every model of a study on pictures is given instead of what its grid says; null for the grid's. Each makes another model with a key of its own.</summary>
/// <param name="Network">The network.</param>
/// <param name="Size">Width and height of faces in pixels; frames of depth have a fixed shape, of which this is the width.</param>
/// <param name="Weights">Weights that a ResNet-50 starts from, a local safetensors file with torchvision's names.</param>
public sealed record PictureSettings(PictureNetworkKind? Network = null, int? Size = null, string? Weights = null)
{
    /// <summary>Whether nothing is changed.</summary>
    public bool IsEmpty => this == new PictureSettings();

    /// <summary>Names the weights in keys and records, by their content; empty for none.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public string WeightsName
    {
        get
        {
            if (Weights is null)
            {
                return "";
            }

            if (!File.Exists(Weights))
            {
                throw new FileNotFoundException($"{Weights} does not exist; name a safetensors file with the weights of a ResNet-50 (in Python: safetensors.torch.save_file(torchvision.models.resnet50(weights=...).state_dict(), path)).");
            }

            using FileStream stream = File.OpenRead(Weights);
            return Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
        }
    }
}
