using RegCls.Cli.CommandLine;
using RegCls.Studies;

namespace RegCls.Cli.StudyRuns;

/// <summary>What a study on pictures is asked to do otherwise than its grid says.</summary>
/// <param name="Network">The network's name; null for the grid's.</param>
/// <param name="Size">Width of the pictures in pixels; null for the grid's.</param>
/// <param name="Weights">A file with the weights a ResNet-50 starts from; null for none.</param>
internal sealed record PictureRequest(string? Network, int? Size, string? Weights)
{
    /// <summary>What is behind a study's name and profile in the name of its record file, so that models of another network never go into the committed records.</summary>
    public string Suffix => string.Concat(((string?[])[Network, Size?.ToString(System.Globalization.CultureInfo.InvariantCulture), Weights is null ? null : "weights"]).OfType<string>().Select(part => "-" + part));

    /// <summary>The study with these settings.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="currentFolder">The folder a relative path starts from.</param>
    /// <returns>The study.</returns>
    /// <exception cref="UserErrorException">There is no such study, or it takes no such settings.</exception>
    public StudyEntry Of(string name, string currentFolder)
    {
        var entry = StudyNames.Require(name);
        var settings = new PictureSettings(Network is null ? null : Enum.Parse<PictureNetworkKind>(Network, ignoreCase: true), Size, Weights is null ? null : Path.GetFullPath(Weights, currentFolder));
        return settings.IsEmpty ? entry : StudyNames.Asked(() => entry.Changed(settings));
    }
}
